"""What holds for the timeline at any moment of any plan."""
from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from aftercare.core.states import state_at
from aftercare.presenters.limit import build_state as build_limit
from aftercare.presenters.timeline import BEFORE, TimelineView, build_state
from aftercare.services import snapshot
from tests.presenters.limit_plans import ZONE, at, catalogue, said, session

PROTOCOLS = st.sampled_from(catalogue().protocol_ids())
MINUTES = st.integers(-20 * 24 * 60, 30 * 24 * 60)
HOURS = st.none() | st.integers(0, 200)


@st.composite
def plans(draw):
    """Two sessions of any kind, a clinic's word, and any moment around them."""
    sessions = [session(protocol=draw(PROTOCOLS)), session("second", draw(PROTOCOLS), "2026-06-12T02:30")]
    word = said(draw(st.sampled_from(["sun", "makeup", "sauna", "hair-washing"])), draw(HOURS))
    now = at("2026-06-08T12:30") + timedelta(minutes=draw(MINUTES))
    return snapshot.build(catalogue(), sessions, [word], now, ZONE)


@given(plans())
@settings(max_examples=60, deadline=None)
def test_every_row_tells_the_state_of_the_moment(shown):
    for row in build_state(shown, TimelineView(session="")).rows:
        assert row.tone == state_at(shown.plan, shown.activity(row.activity), shown.now).state


@given(plans())
@settings(max_examples=60, deadline=None)
def test_bars_lie_in_order_inside_the_range_and_green_lies_behind_now(shown):
    state = build_state(shown, TimelineView(session=""))
    for row in state.rows:
        for bar, after in zip(row.bars, [*row.bars[1:], None], strict=True):
            assert 0 <= bar.start < bar.end
            assert after is None or bar.end <= after.start + 1e-9
            if bar.shape == "ended" and state.now is not None:
                assert bar.end <= state.now + 1e-9


@given(plans())
@settings(max_examples=60, deadline=None)
def test_nothing_is_shown_after_the_session_that_one_prepares_for(shown):
    state = build_state(shown, TimelineView(BEFORE))
    assert all(bar.end <= state.mark + 1e-9 for row in state.rows for bar in row.bars)


@given(plans())
@settings(max_examples=60, deadline=None)
def test_the_sheet_and_the_timeline_agree(shown):
    for row in build_state(shown, TimelineView(session="")).rows:
        sheet = build_limit(shown, row.activity)
        assert sheet.tone == row.tone
        assert row.activity == "aspirin" or sheet.hero.big
