"""On which days the late watch asks, and what of whom."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.core.observation import SignCode

WATCH = FileCatalogue().late_watch()
DAY = date(2026, 6, 8)


def test_it_asks_on_the_agreed_days() -> None:
    assert WATCH.day_numbers == (7, 14, 30, 60, 90)


def test_every_day_and_every_sign_has_its_evidence() -> None:
    for item in (*WATCH.days, *WATCH.signs):
        assert any(source.file == "evidence.md" for source in item.sources)


@pytest.mark.parametrize(
    ("passed", "asked", "following"),
    [(0, None, 7), (6, None, 7), (7, 7, 14), (13, 7, 14), (14, 14, 30), (89, 60, 90), (90, 90, None), (120, 90, None)],
)
def test_a_question_stands_until_the_next(passed: int, asked: int | None, following: int | None) -> None:
    today = DAY + timedelta(passed)
    assert WATCH.asked(DAY, today) == (DAY + timedelta(asked) if asked else None)
    assert WATCH.next(DAY, today) == (DAY + timedelta(following) if following else None)


def test_only_the_scalp_is_asked_for_hair() -> None:
    everywhere = [sign.sign for sign in WATCH.of_area("face")]
    assert len(everywhere) == 4
    assert [sign.sign for sign in WATCH.of_area("scalp")] == [*everywhere, SignCode.HAIR_LOSS_PATCHES]
    assert [sign.sign for sign in WATCH.of_area(None)] == everywhere
