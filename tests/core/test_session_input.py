"""A session that is entered wrongly is refused: one sentence names the field and what it accepts."""
from __future__ import annotations

import pytest

from aftercare.core.errors import InvalidInput, WallTimeGap
from aftercare.core.session import SessionStatus
from tests.core.builders import a_session, utc

BAD = [
    ({"minutes": -5}, "minutes: -5 is not accepted. Use 1 to 480."),
    ({"minutes": 0}, "minutes: 0 is not accepted. Use 1 to 480."),
    ({"minutes": 481}, "minutes: 481 is not accepted. Use 1 to 480."),
    ({"minutes": 10**9}, "minutes: 1000000000 is not accepted. Use 1 to 480."),
    ({"technique": "laser"}, 'technique: "laser" is not known for face-injection. Use one of: attack, papule.'),
    ({"technique": ""}, 'technique: "" is not known for face-injection. Use one of: attack, papule.'),
    ({"area": "knee"}, 'area: "knee" is not known for face-injection. Use one of: face.'),
    ({"area": ""}, 'area: "" is not known for face-injection. Use one of: face.'),
    (
        {"product": "water"},
        'product: "water" is not known for face-injection. '
        "Use one of: nctf-135, nctf-135-ha, placentex, embryoblast, lightning-extra, vitamin-cocktail, "
        "anti-ageing-cocktail, lifting-cocktail, anti-vascular-cocktail, lipolytic-cocktail, mixed-at-clinic.",
    ),
    ({"status": "maybe"}, 'status: "maybe" is not accepted. Use planned or done.'),
    ({"status": ""}, 'status: "" is not accepted. Use planned or done.'),
    ({"status": "cancelled"}, 'status: "cancelled" is not accepted. Use planned or done.'),
    ({"zone": ""}, 'zone: "" is not a time zone. Use an IANA name, such as Europe/Berlin.'),
    ({"zone": "Mars/Base"}, 'zone: "Mars/Base" is not a time zone. Use an IANA name, such as Europe/Berlin.'),
    ({"start": "0001-01-01T10:00"}, "start: the year 1 is not accepted. Use a date from 2000 to 2099."),
    ({"start": "9999-12-31T23:59"}, "start: the year 9999 is not accepted. Use a date from 2000 to 2099."),
    (
        {"start": "2026-03-29T02:30"},
        "start: clocks in Europe/Berlin skip 02:30 on 2026-03-29. The next valid time is 2026-03-29T03:00.",
    ),
]


@pytest.mark.parametrize(("wrong", "sentence"), BAD, ids=[str(wrong) for wrong, _ in BAD])
def test_what_is_not_accepted_is_said_with_its_field(wrong: dict[str, object], sentence: str) -> None:
    with pytest.raises(InvalidInput) as fault:
        a_session("face-injection", **wrong)  # type: ignore[arg-type]

    assert fault.value.message == sentence
    assert [fault.value.field] == list(wrong)


def test_a_protocol_without_techniques_says_so() -> None:
    with pytest.raises(InvalidInput) as fault:
        a_session("body-injection", technique="attack")

    assert fault.value.message == 'technique: body-injection has none to choose, so "attack" is not accepted.'


def test_a_skipped_start_carries_the_next_valid_one() -> None:
    with pytest.raises(WallTimeGap) as fault:
        a_session(start="2011-12-30T10:00", zone="Pacific/Apia")

    assert (fault.value.field, fault.value.next_valid) == ("start", "2011-12-31T00:00")


@pytest.mark.parametrize("minutes", [1, 30, 480])
def test_minutes_in_range_are_kept(minutes: int) -> None:
    session = a_session(minutes=minutes)

    assert (session.end - session.start).total_seconds() == minutes * 60


@pytest.mark.parametrize("status", [SessionStatus.PLANNED, SessionStatus.DONE])
def test_a_session_is_entered_as_planned_or_done(status: str) -> None:
    assert a_session(status=status).status == status


def test_what_is_left_out_is_filled_with_the_least_that_is_certain() -> None:
    session = a_session("needle-free", "2026-11-25T10:00", "Europe/Berlin")

    assert (session.technique, session.area, session.product) == (None, "face", None)
    assert (session.status, session.minutes, session.version) == ("planned", 30, 1)
    assert session.start == utc("2026-11-25T09:00")


def test_a_cancelled_session_keeps_everything_else() -> None:
    session = a_session("face-injection", technique="papule")

    assert session.cancel().cancelled
    assert (session.cancel().technique, session.cancel().start) == (session.technique, session.start)
    assert not session.cancelled
