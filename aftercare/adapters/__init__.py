"""The outside: files, notifications, clocks of the operating system."""
