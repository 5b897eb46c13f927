"""All steps around a session."""
from __future__ import annotations

import pytest

from aftercare.core.preparation import Preparation
from aftercare.presenters import steps_page
from aftercare.presenters.steps_page import StepsState
from aftercare.services.preparation import setting_of, stored
from tests.presenters.today_cases import CATALOGUE, session, taken

STEPS = CATALOGUE.steps()


def page(part: str, now: str, protocol: str = "face-injection", done: tuple[str, ...] = ()) -> StepsState:
    own = session(protocol)
    kept = {setting_of("a"): stored(Preparation(done=frozenset(done)))}
    return steps_page.build_state(STEPS, part, own, taken([own], now, settings=kept))


def titles(state: StepsState, group: str) -> list[str]:
    return [row.title for each in state.groups if each.title == group for row in each.rows]


def test_the_checklist_is_whole_and_counts_its_ticks() -> None:
    state = page("before", "2026-06-06T09:48", done=("list-medicines", "no-longer-known"))
    assert [(group.title, group.ticks) for group in state.groups] == [("Before the day", True), ("On the day", True)]
    assert (state.count, sum(len(group.rows) for group in state.groups)) == ("1 of 13 done", 13)
    assert "Eat a light meal" in titles(state, "On the day")


def test_every_step_says_why() -> None:
    for part in ("before", "during", "after"):
        assert all(row.why for group in page(part, "2026-06-08T16:00").groups for row in group.rows)


def test_what_happens_there_is_counted_and_not_ticked() -> None:
    state = page("during", "2026-06-06T09:48")
    [group] = state.groups
    assert (group.ticks, state.count) == (False, "")
    assert [row.number for row in group.rows] == list(range(1, len(group.rows) + 1))
    assert group.rows[0].title == "They talk with you and look"


def test_a_roller_at_home_has_no_clinic_to_go_to() -> None:
    home, clinic = page("during", "2026-06-06T09:48", "home-roller"), page("during", "2026-06-06T09:48")
    assert (home.heading, clinic.heading) == ("How to do it at home", "What happens at the session?")
    assert home.lead == "What your clinic told you comes first."


@pytest.mark.parametrize("protocol", ["needle-free", "face-fractional", "oxygen"])
def test_a_device_session_has_no_pricks(protocol: str) -> None:
    [group] = page("during", "2026-06-06T09:48", protocol).groups
    assert "They give many small pricks" not in {row.title for row in group.rows}


def test_what_is_over_is_gone_and_what_comes_is_named() -> None:
    fresh, later = page("after", "2026-06-08T15:05"), page("after", "2026-06-09T09:00")
    assert "Ask to stay for 30 minutes" in titles(fresh, "Now")
    assert "Look at my skin before bed" in titles(fresh, "Later")
    assert "Ask to stay for 30 minutes" not in titles(later, "Now") + titles(later, "Later")
    assert "Compare with the day before" in titles(later, "Now")
    # and what has no time always holds
    assert "Follow my clinic's sheet" in titles(fresh, "Now")


def test_hours_are_told_in_words() -> None:
    rows = {row.id: row.line for group in page("after", "2026-06-08T15:05").groups for row in group.rows}
    assert rows["stay-near"] == "Sit down and rest · in the first 30 min"
    assert rows["note-product"] == "Name, maker and batch number · in the first 24 h"
    assert rows["cover-up"] == "Shade, hat, scarf in frost · in the first 3 days"
    assert rows["compare"] == "Better each day is a good sign · from 14 h to 3 days after"
    assert rows["clinic-sheet"] == "It counts more than this app"


def test_what_no_article_asks_for_is_marked_as_ours() -> None:
    rows = {row.id: row.own for group in page("before", "2026-06-06T09:48").groups for row in group.rows}
    assert (rows["light-meal"], rows["list-medicines"]) == ("Part of this is our own advice.", "")


def test_a_page_names_its_sources_and_who_reviewed_it() -> None:
    behind = {step.id: set(step.sources) for step in STEPS.steps}
    for part in ("before", "during", "after"):
        shown = {row.id for group in page(part, "2026-06-08T14:30").groups for row in group.rows}
        assert set(steps_page.sources(STEPS, part, session())) >= set().union(*(behind[id] for id in shown))
    assert page("during", "2026-06-06T09:48").note.endswith("No clinician has reviewed this yet.")


def test_the_page_is_read_aloud_in_order() -> None:
    spoken = steps_page.of_steps(page("during", "2026-06-06T09:48"))
    first, last = spoken.index("They talk with you"), spoken.index("They look at your skin again")
    assert first < last
