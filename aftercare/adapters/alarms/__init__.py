"""How each system wakes us, or speaks for us, while the app is closed."""
