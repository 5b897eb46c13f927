"""Whatever a draft holds, the wizard ends in a session or in a sentence, never in an error."""
from __future__ import annotations

import json
from datetime import UTC, date, datetime, time

from hypothesis import given, settings
from hypothesis import strategies as st

from aftercare.adapters.content import FileCatalogue
from aftercare.presenters.add_session import Draft, build_state, change, new_draft, to_session
from aftercare.presenters.add_session_problems import STEP_OF, problems

CATALOGUE = FileCatalogue()
NOW = datetime(2026, 6, 10, 7, 52, tzinfo=UTC)
ZONES = ["Europe/Berlin", "Pacific/Apia", "Australia/Lord_Howe", "America/St_Johns", "Mars/Base", "", "UTC"]
PROTOCOLS = [*CATALOGUE.protocol_ids(), "", "from-the-future"]
CHOICES = ["", "papule", "laser", "nctf-135", "nothing-known"]

drafts = st.builds(
    Draft,
    step=st.integers(1, 3),
    tried=st.integers(0, 3),
    area=st.sampled_from(["", "face", "body", "scalp", "knee"]),
    protocol=st.sampled_from(PROTOCOLS),
    technique=st.sampled_from(CHOICES),
    product=st.sampled_from(CHOICES),
    timing=st.sampled_from(["planned", "done", "cancelled", "soon"]),
    date=st.none() | st.dates() | st.sampled_from([date(2026, 3, 29), date(2011, 12, 30), date(2000, 1, 1)]),
    time=st.none() | st.times() | st.sampled_from([time(2, 30), time(2, 10), time(0, 5)]),
    minutes=st.none() | st.integers(-(10**12), 10**12) | st.integers(1, 480),
    zone=st.sampled_from(ZONES),
    typed_date=st.sampled_from(["", "", "31.6.2026", "soon"]),
    typed_time=st.sampled_from(["", "", "25:00"]),
)
# Drafts that are nearly right reach the last checks far more often than wild ones do.
good = st.builds(
    Draft,
    area=st.sampled_from(["face", "body", "scalp"]),
    protocol=st.sampled_from(CATALOGUE.protocol_ids()),
    timing=st.sampled_from(["planned", "done"]),
    date=st.dates(date(1999, 12, 30), date(2100, 1, 3)),
    time=st.times(),
    zone=st.sampled_from(ZONES[:4]),
    minutes=st.none() | st.integers(0, 481),
)
values = st.one_of(
    st.none(), st.text(max_size=12), st.integers(-5, 5), st.dates(), st.times(), st.sampled_from(ZONES + PROTOCOLS),
    st.sampled_from(["planned", "done", "2026-03-29T02:30", "2026-06-08", "15:10"]),
)  # fmt: skip
fields = st.sampled_from(
    "area protocol technique product timing date typed_date time typed_time quarter moment zone minutes step next "
    "restart colour".split()
)


@given(drafts | good)
@settings(deadline=None, max_examples=150)
def test_a_draft_without_problems_becomes_a_session_and_any_other_is_explained(draft: Draft) -> None:
    found = problems(draft, CATALOGUE, NOW)
    if not found:
        session = to_session(draft, "id", CATALOGUE)
        assert session.start.tzinfo is UTC
        assert (session.end <= NOW) == (draft.timing == "done")
    for field, problem in found.items():
        assert field in STEP_OF
        assert problem.text.endswith(".")
        assert "!" not in problem.text


@given(drafts | good)
@settings(deadline=None, max_examples=60)
def test_every_draft_can_be_shown_and_what_stops_it_is_beside_a_field(draft: Draft) -> None:
    shown = build_state(draft, CATALOGUE, NOW, "Europe/Berlin")
    pressed = build_state(change(draft, "next", None, CATALOGUE, NOW, "Europe/Berlin"), CATALOGUE, NOW, "Europe/Berlin")
    assert shown.ready == pressed.ready
    assert pressed.ready or pressed.errors or pressed.step > shown.step


@given(st.lists(st.tuples(fields, values), max_size=12))
@settings(deadline=None, max_examples=150)
def test_no_tap_of_any_kind_fails_or_loses_the_draft_on_disk(taps: list[tuple[str, object]]) -> None:
    draft = new_draft(NOW, "Europe/Berlin")
    for field, value in taps:
        draft = change(draft, field, value, CATALOGUE, NOW, "Europe/Berlin")
    stored = json.loads(json.dumps(draft.to_dict()))
    assert Draft.from_dict(stored) == draft
    build_state(draft, CATALOGUE, NOW, "Europe/Berlin")


stored_values = st.none() | st.text() | st.integers() | st.booleans()


@given(st.dictionaries(st.sampled_from([*Draft.__slots__, "later"]), stored_values))
@settings(deadline=None)
def test_a_damaged_or_newer_stored_draft_is_read_as_far_as_it_goes(stored: dict[str, object]) -> None:
    draft = Draft.from_dict(stored)
    build_state(draft, CATALOGUE, NOW, "Europe/Berlin")
