"""Which day a picture counts for, which two are compared, and which outline guides the next."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core import photo_errors
from aftercare.core.photo import Photo, View, day_of, in_order, last_like, pair_to_compare
from aftercare.core.session import Session, SessionStatus

# 23:30 on 8 June in Berlin.
START = datetime(2026, 6, 8, 21, 30, tzinfo=UTC)


def session(id: str = "s1", start: datetime = START) -> Session:
    return Session(id, "face-injection", 1, start, 30, "Europe/Berlin", SessionStatus.DONE, "papule", "face")


def photo(id: str, hours: float, of: str | None = "s1", view: str = "left") -> Photo:
    return Photo(id, START + timedelta(hours=hours), "Europe/Berlin", 400, 300, of, view)


def pair(*photos: Photo) -> tuple[str, str] | None:
    found = pair_to_compare(photos, [session()])
    return (found[0].id, found[1].id) if found else None


def test_a_picture_of_after_midnight_counts_for_the_next_day() -> None:
    days = [day_of(photo("p", hours), session()) for hours in (-24, -1, 0, 0.4, 0.6, 24, 25)]

    assert days == [-1, 0, 0, 0, 1, 1, 2]


def test_the_day_is_that_of_the_place_where_the_picture_was_taken() -> None:
    in_lima = Photo("p", START + timedelta(hours=5), "America/Lima", 1, 1, "s1")

    assert day_of(in_lima, session()) == 0


def test_the_newest_stands_beside_day_0() -> None:
    assert pair(photo("before", -30), photo("first", 0), photo("mid", 20), photo("new", 44)) == ("first", "new")


def test_the_same_side_is_worth_more_than_day_0() -> None:
    assert pair(photo("other side", 0, view="right"), photo("same side", 20), photo("new", 44)) == ("same side", "new")


def test_the_same_session_is_worth_more_than_the_same_side() -> None:
    older = photo("older session", -900, of="s0")
    assert pair(older, photo("other side", 20, view="right"), photo("new", 44)) == ("other side", "new")


def test_without_day_0_the_oldest_of_the_session_is_taken() -> None:
    assert pair(photo("a", 20), photo("b", 30), photo("new", 44)) == ("a", "new")


def test_pictures_without_a_session_are_compared_too() -> None:
    assert pair(photo("a", 1, of=None), photo("b", 2, of=None)) == ("a", "b")


@pytest.mark.parametrize("photos", [[], [photo("only", 0)]])
def test_nothing_is_compared_with_nothing(photos: list[Photo]) -> None:
    assert pair(*photos) is None


some = st.builds(photo, st.uuids().map(str), st.integers(-50, 500), st.sampled_from([None, "s1", "s2"]),
                 st.sampled_from([*View, "", "from-above"]))


@given(st.lists(some, min_size=2, max_size=4, unique_by=lambda each: each.id))
def test_the_order_of_listing_changes_no_pair_and_the_right_one_is_the_newest(photos: list[Photo]) -> None:
    pairs = {pair(*order) for order in permutations(photos)}

    assert len(pairs) == 1
    left, right = pairs.pop() or ("", "")
    assert right == in_order(photos)[-1].id != left


def test_the_outline_of_the_last_picture_from_that_side_guides() -> None:
    photos = [photo("a", 0), photo("b", 20), photo("c", 44, view="right"), photo("d", 60, of="s2")]

    def guide(view: str, of: str | None) -> str | None:
        found = last_like(photos, view, of)
        return found.id if found else None

    assert guide("left", "s1") == "b"
    assert guide("left", "new") == "d"
    assert guide("right", None) == "c"
    assert guide("front", "s1") is None


def test_every_refusal_is_one_short_sentence_that_names_the_photo() -> None:
    refusals = [
        photo_errors.not_a_picture(), photo_errors.damaged(), photo_errors.moving(), photo_errors.heic(),
        photo_errors.too_many_pixels(36_000_000), photo_errors.too_many_bytes(), photo_errors.missing(),
        photo_errors.folder(), photo_errors.not_readable(), photo_errors.in_example(),
    ]  # fmt: skip

    for refused in refusals:
        assert refused.message.startswith("Photo: ")
        assert refused.message.endswith(".")
        assert refused.message.count(".") == 1
        assert len(refused.message.split()) <= 15
