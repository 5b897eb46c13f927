"""Drawings need no display: without one, the graphics calls do nothing; with one, they get a window first."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("KIVY_METRICS_DENSITY", "1")
os.environ.setdefault("KIVY_METRICS_FONTSCALE", "1")
if not os.environ.get("DISPLAY"):
    os.environ.setdefault("KIVY_GL_BACKEND", "mock")


@pytest.fixture(scope="session", autouse=True)
def graphics() -> None:
    """The window whose context real drawing needs."""
    if os.environ.get("DISPLAY"):
        import kivy.core.window  # noqa: F401
