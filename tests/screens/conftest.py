"""Who opens the whole app in the tests. What needs a window is imported by those who ask for it."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.screens.people import Owner, Person


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    """Someone who has never opened the app."""
    from tests.screens.people import Person

    # Before anything of Kivy is imported.
    one = Person(tmp_path / "home")
    from screens.widgets.focus import focus
    from screens.widgets.theme import theme

    theme.reduced_motion = True
    yield one
    for layer in list(focus.layers):
        layer.close()
    one.stage.wait(0.3)
    one.stage.clear()
    theme.reduced_motion, theme.dark, theme.text_scale = False, False, 1.0


@pytest.fixture
def owner(person: Person, tmp_path: Path) -> Iterator[Owner]:
    """Someone with a session, who has opened the app on a phone."""
    from tests.screens.people import Owner

    one = Owner(tmp_path / "home")
    one.have_session()
    one.open_on_phone()
    yield one
    one.close()
    one.rest()
