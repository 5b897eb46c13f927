"""Laws of reading plans: what was written comes back, and whatever bytes come, a refusal or the very plan comes out."""
from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aftercare.adapters.clinic_plan_file import MOST_BYTES, PlanFiles
from aftercare.adapters.clinic_plan_text import plan_from_text, text_from_plan
from aftercare.adapters.content import FileCatalogue
from aftercare.core.clinic_plan import ClinicPlan, Fine, FromMoment, Hours, PlanItem, Procedure
from aftercare.core.clinic_plan_errors import PlanRefused
from aftercare.core.protocol import Phase
from bench.fuzz_clinic_plan import NOW, read_and_shown, their_sessions
from bench.strange_plans import damaged, seeds, signed, strange

CATALOGUE = FileCatalogue()
SESSIONS = their_sessions(CATALOGUE)
MEDICINES = {activity.id for activity in CATALOGUE.activities() if activity.medicine}
KNOWN = seeds()
GOOD = [PlanFiles().from_bytes(content) for content in KNOWN]

codes = st.sampled_from(("makeup", "sauna", "hair-washing", "ice-bath", "x", "a1-b2"))
# No word of these letters is about a medicine.
words = st.text("abc Яя «»1%’", min_size=1, max_size=60).map(str.strip).filter(bool)
# Most plans count today, for a session that the patient has.
days = st.dates(date(2026, 6, 1), date(2026, 6, 9)) | st.dates(date(2000, 1, 1), date(2098, 12, 31))
minutes = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31)).map(lambda at: at.replace(second=0, microsecond=0))
walls = st.sampled_from((datetime(2026, 6, 8, 15), datetime(2026, 6, 11, 9))) | minutes
areas = st.sampled_from((None, "face", "body"))
times = st.one_of(
    st.integers(1, 8760 * 4).map(lambda quarters: Hours(quarters / 4)), st.just(Fine()), walls.map(FromMoment)
)


@st.composite
def items(draw: st.DrawFn) -> PlanItem:
    time, phase = draw(times), draw(st.sampled_from((Phase.BEFORE, Phase.AFTER)))
    side = Phase.AFTER if isinstance(time, FromMoment) else phase
    return PlanItem(draw(codes), time, side, draw(st.one_of(st.just(""), words)))


@st.composite
def plans(draw: st.DrawFn) -> ClinicPlan:
    issued = draw(days)
    named = draw(st.booleans())
    return ClinicPlan(
        clinic=draw(words),
        phone=draw(st.sampled_from(("", "112", "+49 30 123"))),
        issued=issued,
        valid_until=issued + timedelta(days=draw(st.integers(0, 366))),
        procedure=Procedure("face-injection", draw(st.sampled_from((None, "papule"))), draw(areas)),
        items=tuple(draw(st.lists(items(), min_size=1, max_size=6, unique_by=lambda it: (it.activity, it.phase)))),
        start=draw(walls) if named else None,
        zone="Asia/Kathmandu" if named else "",
        minutes=draw(st.none() | st.integers(1, 480)) if named else None,
    )


def survives(content: bytes) -> None:
    try:
        found = read_and_shown(content, CATALOGUE, SESSIONS)
    except PlanRefused as refused:
        said = (refused.field, refused.message)
    else:
        said = ("field", "message")
        taken = [change.override("o1", found.session, NOW) for change in found.changes]
        # Whatever a clinic signed, nothing is ever said of a medicine.
        assert not MEDICINES & {override.activity for override in taken if override}
    assert all(said)


@given(plan=plans())
def test_a_plan_comes_back_as_it_was_written(plan: ClinicPlan) -> None:
    text = text_from_plan(plan)

    found = PlanFiles().from_bytes(signed(text))

    assert found.plan == plan
    assert text_from_plan(found.plan) == text


@given(plan=plans())
def test_any_good_plan_is_shown_or_refused(plan: ClinicPlan) -> None:
    survives(signed(text_from_plan(plan)))


@settings(max_examples=500)
@given(number=st.integers(0, 2**32), which=st.integers(0, len(KNOWN) - 1))
def test_damage_leads_to_a_refusal_or_to_the_same_plan(number: int, which: int) -> None:
    content = damaged(Random(number), KNOWN[which])

    try:
        found = PlanFiles().from_bytes(content)
    except PlanRefused:
        return

    assert found == GOOD[which]


@pytest.mark.parametrize("which", range(len(KNOWN)))
def test_no_single_bit_changes_a_plan(which: int) -> None:
    for place in range(len(KNOWN[which])):
        content = bytearray(KNOWN[which])
        content[place] ^= 1 << place % 7
        try:
            assert PlanFiles().from_bytes(bytes(content)) == GOOD[which]
        except PlanRefused:
            continue


@settings(max_examples=500)
@given(number=st.integers(0, 2**32))
def test_strange_plans_that_a_clinic_signed_are_refused_or_shown(number: int) -> None:
    survives(strange(Random(number), KNOWN))


@given(content=st.binary(max_size=300), start=st.sampled_from((b"", b"{", b'{"aftercare_plan":1,"plan":"', b"[[")))
@example(content=b"[" * 8000, start=b"")
@example(content=b'{"":' * 2000, start=b"")
@example(content=b"x" * MOST_BYTES, start=b"x")
def test_any_bytes_are_refused(content: bytes, start: bytes) -> None:
    with pytest.raises(PlanRefused):
        PlanFiles().from_bytes(start + content)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | codes | st.just("2026-06-08"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = ("clinic", "phone", "issued", "valid_until", "protocol", "technique", "area", "start", "zone", "minutes")
shaped_items = st.fixed_dictionaries(
    {"activity": codes | st.just("aspirin") | values},
    optional=dict.fromkeys(("phase", "hours", "from", "fine", "note", "odd"), values | codes),
)


@settings(max_examples=300)
@given(
    said=st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, values)),
    items=st.lists(shaped_items, max_size=4) | values,
    which=st.integers(0, len(KNOWN) - 1),
)
def test_json_of_the_right_shape_is_refused_or_shown(said: dict[str, Any], items: Any, which: int) -> None:
    # given a good plan in which anything may stand for anything
    plan = json.loads(text_from_plan(GOOD[which].plan)) | said | {"items": items}

    try:
        survives(signed(json.dumps(plan)))
    except UnicodeEncodeError:
        # A lone half of a character pair can be in no file.
        return


@given(plan=plans(), cut=st.integers(1, 100))
def test_half_a_plan_is_no_plan(plan: ClinicPlan, cut: int) -> None:
    text = text_from_plan(plan)

    with pytest.raises(PlanRefused):
        plan_from_text(text[: max(0, len(text) - cut)])
