"""The command line: the same use cases as the screens, for scripts, clinics and tests. Imports no Kivy."""
