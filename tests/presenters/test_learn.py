"""Learn: what fits the day, what stands first, and what is found."""
from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.guide import Guide
from aftercare.presenters import learn
from aftercare.presenters.learn_state import LearnState, LearnView
from tests.presenters.guide_cases import EVIDENCE, guide
from tests.presenters.today_cases import BERLIN, CATALOGUE, at, build, session, taken

GUIDES = (
    guide("what-it-is", "choosing"),
    guide("first-days", days=(0, 3)),
    guide("bruises", days=(0, 14)),
    guide("sun", days=(-3, 14)),
    guide("prepare", "before", days=(-7, -1)),
    guide("scalp-wash", days=(0, 1), protocols=("scalp-injection",)),
    guide("face", "procedures", protocols=("face-injection",)),
    guide("scalp", "procedures", protocols=("scalp-injection",)),
    guide("signs", "warning", icon="warning-octagon"),
    guide("late", "warning", days=(20, 90)),
)


def shown(
    now: str = "2026-06-10T12:00",
    sessions: Any = None,
    view: LearnView | None = None,
    guides: tuple[Guide, ...] = GUIDES,
    **kwargs: Any,
) -> LearnState:
    own = [session()] if sessions is None else sessions
    named = {each.id: each for each in guides}
    found_by = learn.index(named, {"sun": ("sunscreen",)}, ("the",))
    return learn.build_state(taken(own, now), named, EVIDENCE, lambda: found_by, view, **kwargs)


@pytest.mark.parametrize(
    ("now", "id", "chip"),
    [
        ("2026-06-05T12:00", "prepare", "3 days before"),
        ("2026-06-07T12:00", "prepare", "1 day before"),
        ("2026-06-08T18:00", "first-days", "For today"),
        ("2026-06-10T12:00", "first-days", "For day 2"),
        ("2026-06-15T12:00", "bruises", "For day 7"),
        ("2026-06-24T12:00", "face", "Your procedure"),
        ("2026-07-10T12:00", "late", "For day 32"),
        ("2026-05-01T12:00", "face", "Your procedure"),
    ],
)
def test_the_guide_of_the_day_fits_day_and_procedure(now: str, id: str, chip: str) -> None:
    pick = shown(now).pick
    assert pick is not None
    assert (pick.id, pick.chip) == (id, chip)


def test_what_is_for_the_own_procedure_alone_is_picked_before_what_is_for_all() -> None:
    pick = shown("2026-06-09T12:00", [session("scalp-injection")]).pick
    assert pick is not None
    assert pick.id == "scalp-wash"


def test_without_a_session_reading_begins_with_what_it_is() -> None:
    state = shown(sessions=[])
    assert state.pick is not None
    assert (state.pick.id, state.pick.chip) == ("what-it-is", "Start here")


def test_a_session_to_come_counts_once_the_last_one_is_no_longer_followed() -> None:
    both = [session(), session(start="2026-12-01T14:30", id="b")]
    picks = [shown(now, both).pick for now in ("2026-06-10T12:00", "2026-11-26T12:00")]
    # while the last is followed, its day counts
    assert [pick and pick.id for pick in picks] == ["first-days", "prepare"]


def test_the_pick_does_not_stand_in_the_list_as_well() -> None:
    state = shown()
    assert "first-days" not in [row.id for row in state.rows]
    assert len(state.rows) == len(GUIDES) - 1


def test_after_a_session_signs_come_first_then_what_is_for_after() -> None:
    ids = [row.id for row in shown().rows]
    assert ids[:2] == ["signs", "late"]
    # what is not for this procedure stands behind what is
    assert ids.index("sun") < ids.index("scalp-wash")
    assert ids.index("face") < ids.index("scalp")
    assert shown().rows[0].tone == "dg"


def test_before_a_session_preparing_comes_first() -> None:
    assert shown("2026-05-01T12:00").rows[0].id == "prepare"


def test_a_group_narrows_the_list_and_hides_the_pick() -> None:
    state = shown(view=LearnView(group="warning"))
    assert [row.id for row in state.rows] == ["signs", "late"]
    assert state.pick is None


@pytest.mark.parametrize("query", ["bruises", "burises", "BRUISE", "  brui"])
def test_search_forgives_slips(query: str) -> None:
    state = shown(view=LearnView(query=query))
    assert [row.id for row in state.rows] == ["bruises"]
    assert (state.pick, state.found) == (None, "1 guide")


def test_search_knows_other_words() -> None:
    assert [row.id for row in shown(view=LearnView(query="sunscren")).rows] == ["sun"]


def test_search_looks_in_all_groups() -> None:
    assert [row.id for row in shown(view=LearnView(group="before", query="sun")).rows] == ["sun"]


def test_nothing_found_says_so_and_leads_on() -> None:
    state = shown(view=LearnView(query="telescope"))
    assert state.nothing is not None
    assert state.nothing.title == "No guide for “telescope”"
    assert state.rows == ()
    assert "ask your clinic" in state.nothing.text


def test_blanks_are_no_search() -> None:
    assert shown(view=LearnView(query="   ")).rows == shown().rows


def test_beside_the_list_the_pick_is_read_until_another_is_chosen() -> None:
    state = shown(beside=True)
    assert state.view.reading == "first-days"
    assert state.pick is not None
    assert state.pick.read
    other = shown(beside=True, view=LearnView(reading="sun"))
    assert [row.id for row in other.rows if row.read] == ["sun"]
    # a guide that no longer exists is not waited for
    assert shown(beside=True, view=LearnView(reading="gone")).view.reading == "first-days"


def test_the_hint_counts_the_guides() -> None:
    assert shown().hint == "Search 10 short guides"
    assert shown(guides=GUIDES[:1]).hint == "Search 1 short guide"


def test_without_any_guide_there_is_an_empty_list() -> None:
    state = shown(guides=(), beside=True)
    assert (state.rows, state.pick, state.view.reading) == ((), None, "")


def test_intents_change_the_view_and_others_are_left_alone() -> None:
    view = LearnView()
    assert learn.follow(view, "learn-search", {"query": "sun"}) == LearnView(query="sun")
    assert learn.follow(view, "learn-group", {"group": "after"}) == LearnView(group="after")
    assert learn.follow(view, "limit", {"activity": "sun"}) is None


@given(days=st.integers(-200, 200), query=st.text(max_size=30))
def test_any_day_and_any_query_give_a_state(days: int, query: str) -> None:
    # given the guides that are shipped
    guides = CATALOGUE.guides()
    snapshot = build(CATALOGUE, [session()], [], at("2026-06-08T12:00") + timedelta(days=days), BERLIN)
    state = learn.build_state(
        snapshot, guides, CATALOGUE.evidence(), lambda: learn.index(guides, {}), LearnView(query=query)
    )
    # then there is always something to read, or a way on
    assert state.rows or state.nothing
