"""The rules: frozen values and pure functions. No clock, no file, no window."""
