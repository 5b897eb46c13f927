"""Aftercare without a window: rules, use cases, storage and view states. Nothing below this package imports Kivy."""

VERSION = "0.1.0"
