"""The choices of looks as they are stored; whatever stands there, there is a size to draw with."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from screens import looks
from screens.widgets.theme import theme


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    yield
    looks.apply({"theme": "light"})


@pytest.mark.parametrize(
    ("text", "scale"), [("1.5", 1.5), ("9", 2.0), ("0.1", 1.0), ("", 1.0), ("large", 1.0), ("nan", 1.0), ("inf", 2.0)]
)
def test_any_stored_size_of_text_can_be_drawn(text: str, scale: float) -> None:
    looks.apply({"text_scale": text, "theme": "light"})
    assert theme.text_scale == scale
