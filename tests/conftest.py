"""Keeps every test away from the desktop, the settings and the data of the person who runs it."""
from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Kivy reads these when it is first imported, which may be while tests are collected.
_FOLDER = tempfile.TemporaryDirectory(prefix="aftercare-tests-")
# One for each process of a run: all of them write their settings there.
os.environ["KIVY_HOME"] = _FOLDER.name
# The golden files are English, whatever the person who runs the tests speaks.
os.environ["LANGUAGE"] = "en"
os.environ["KIVY_NO_ARGS"] = "1"
os.environ["KIVY_NO_CONSOLELOG"] = "1"
os.environ["KIVY_NO_FILELOG"] = "1"
os.environ.setdefault("KIVY_CLIPBOARD", "dummy")
os.environ["AFTERCARE_HOME"] = os.path.join(_FOLDER.name, "home")

_PRIVATE = os.environ.get("AFTERCARE_PRIVATE_DESKTOP") == "1"
if not _PRIVATE:
    # Without a bus of their own, tests must not reach the one that shows notifications.
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent/aftercare-tests"

# A busy machine is no failure; the build server tries the same examples each time.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what this machine cannot show; under `make test` nothing is left out."""
    absent = {
        "display": not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.name == "nt"),
        "bus": not _PRIVATE,
    }
    for item in items:
        for marker, is_absent in absent.items():
            if is_absent and item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=f"needs a {marker}; run it with make test"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` writes the golden files anew instead of comparing with them."""
    parser.addoption("--accept", action="store_true", help="write the golden files; read them afterwards")


@pytest.fixture(autouse=True, scope="module")
def let_go() -> Iterator[None]:
    """Screens of one file must not follow the theme of the next: they go once they are collected."""
    yield
    gc.collect()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """`golden(name, text)` fails, showing the difference, unless tests/golden/name holds that text."""

    def check(name: str, text: str) -> None:
        file = Path(__file__).parent / "golden" / name
        if request.config.getoption("--accept"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert file.exists(), f"{name} is not in tests/golden; see CONTRIBUTING.md"
        assert text == file.read_text(encoding="utf-8")

    return check
