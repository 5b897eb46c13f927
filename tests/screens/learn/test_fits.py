"""Nothing is cut, nothing overlaps and every target is large enough, down to 320 dp and up to 200 % of text."""
from __future__ import annotations

from typing import Any

import pytest

from tests.screens.aid.looks import misfits

SIZES = [(320, 640, 2.0), (320, 640, 1.0), (390, 844, 1.3), (700, 900, 1.0), (1280, 800, 1.0), (1280, 800, 2.0)]
by_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}dp-{size[2]}")


def show(patient: Any, size: tuple[int, int, float], *acts: tuple[str, dict[str, str]]) -> None:
    width, height, text = size
    patient.app.patient.settings.put("text_scale", str(text))
    patient.stage.resize(width, height)
    patient.app.router.go("learn")
    for intent, payload in acts:
        patient.app.router.act(intent, **payload)
    patient.stage.settle(8)


@by_size
def test_the_list_fits(reader: Any, size: tuple[int, int, float]) -> None:
    show(reader, size)
    assert misfits(reader.app.shell) == []


@by_size
def test_nothing_found_fits(reader: Any, size: tuple[int, int, float]) -> None:
    show(reader, size, ("learn-search", {"query": "something that nobody has ever written about"}))
    assert misfits(reader.app.shell) == []


@by_size
@pytest.mark.parametrize("guide", ["first-three-days", "warning-signs", "medicines-and-pain-relief"])
def test_an_article_fits(reader: Any, size: tuple[int, int, float], guide: str) -> None:
    show(reader, size, ("guide", {"id": guide}))
    for source in reader.stage.find_all("button"):
        if source.name.startswith("Source ") and source.expanded is False:
            source.press()
    reader.stage.settle(8)
    assert misfits(reader.app.shell) == []
