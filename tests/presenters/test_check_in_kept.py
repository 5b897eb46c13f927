"""What of a check-in is kept over a restart, and shown again when it is changed."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.observation import SYMPTOMS, Severity
from aftercare.presenters import check_in
from aftercare.presenters.check_in_draft import CheckInDraft
from aftercare.presenters.check_in_save import to_observation
from tests.presenters.check_in_cases import BERLIN, CONTENT, day_two, filled, logged

UNREADABLE = [{}, {"begun": 3}, {"begun": "x", "severities": []}, {"begun": "2026-06-10T08:00:00Z"}]


@pytest.mark.parametrize("kept", UNREADABLE)
def test_a_draft_that_cannot_be_read_begins_anew(kept: dict[str, object]) -> None:
    snapshot = day_two()
    assert check_in.resumed(kept, snapshot.now, BERLIN) == CheckInDraft(snapshot.now)


TOUCHES = st.lists(
    st.one_of(
        st.tuples(st.just("severity"), st.tuples(st.sampled_from(SYMPTOMS), st.sampled_from([*Severity]))),
        st.tuples(st.just("trend"), st.tuples(st.sampled_from(SYMPTOMS), st.sampled_from(["better", "worse"]))),
        st.tuples(st.just("sign"), st.sampled_from([*CONTENT.signs])),
        st.tuples(st.just("symptom"), st.sampled_from(SYMPTOMS)),
        st.tuples(st.just("temperature"), st.tuples(st.integers(-40, 40), st.sampled_from(["C", "F"]))),
        st.tuples(st.just("note"), st.text(max_size=30)),
        st.tuples(st.just("when"), st.sampled_from(["now", "evening", "other"])),
        st.tuples(st.just("quarter"), st.integers(-20, 0)),
        st.tuples(st.just("none"), st.just(SYMPTOMS)),
    ),
    max_size=12,
)


@given(TOUCHES)
def test_whatever_was_filled_in_is_kept_over_a_restart(touches: list[tuple[str, object]]) -> None:
    snapshot = day_two()
    draft = filled(snapshot, *touches)
    again = check_in.resumed(draft.to_dict(), snapshot.now, BERLIN)
    if draft.answered or draft.note:
        assert again == draft
    # and it can be shown
    check_in.build_state(again, snapshot, CONTENT)


@given(TOUCHES)
def test_what_is_stored_is_shown_again_when_it_is_changed(touches: list[tuple[str, object]]) -> None:
    snapshot = day_two()
    draft = filled(snapshot, *touches)
    if not draft.answered:
        return
    stored = to_observation(draft, snapshot)
    opened = check_in.of_observation(stored, BERLIN)
    assert to_observation(opened, snapshot, stored) == stored


def test_codes_of_a_newer_version_survive_a_change() -> None:
    stored = logged(redness="burning", signs=("purple-dots",))
    snapshot = day_two()
    draft = filled(snapshot, ("sign", "pus"), draft=check_in.of_observation(stored, BERLIN))
    made = to_observation(draft, snapshot, stored)
    assert made.signs == ("purple-dots", "pus")
    assert made.symptoms[0].severity == "burning"
    assert made.id == stored.id
