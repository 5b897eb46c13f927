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
    from tests.screens.calm import calm_stage
    from tests.screens.people import Person

    with calm_stage():
        yield Person(tmp_path / "home")


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
