"""What More says of sessions, looks, alerts and the app itself."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.core.notify_port import Availability
from aftercare.core.session import Session, new_session
from aftercare.presenters.more import MoreFacts, MoreState, build_state, number_fault
from aftercare.services import snapshot

CATALOGUE = FileCatalogue()
NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
BERLIN = "Europe/Berlin"
FACTS = MoreFacts(Availability(True), NOW + timedelta(hours=5, minutes=12), "0.1.0", "/home/ana/Aftercare")


def a_session(id: str, start: str, protocol: str = "face-injection", zone: str = BERLIN, **more: str) -> Session:
    return new_session(id, CATALOGUE.protocol(protocol), datetime.fromisoformat(start), zone, **more)  # type: ignore[arg-type]


def state(
    *sessions: Session, settings: Mapping[str, str] | None = None, example: bool = False, facts: MoreFacts = FACTS
) -> MoreState:
    return build_state(snapshot.build(CATALOGUE, sessions, [], NOW, BERLIN, settings, example), facts)


def test_without_a_session_it_offers_to_add_one() -> None:
    part = state().sessions
    assert part.rows == ()
    assert part.empty == "No session yet. Add one, past or coming up."
    assert part.add == "Add my session"


def test_sessions_stand_with_date_procedure_and_status_the_cancelled_last() -> None:
    # given one planned, one done, and one cancelled later than both
    rows = state(
        a_session("done", "2026-06-08T15:00"),
        a_session("gone", "2026-07-01T09:00").cancel(),
        a_session("soon", "2026-06-22T09:00", "scalp-injection"),
    ).sessions.rows
    # then
    assert [(row.title, row.subtitle) for row in rows] == [
        ("Mon 22 June, 09:00", "Planned · Scalp, injections"),
        ("Mon 8 June, 15:00", "Done · Face, injections"),
        ("Wed 1 July, 09:00", "Cancelled · Face, injections"),
    ]
    assert [row.dimmed for row in rows] == [False, False, True]


@pytest.mark.parametrize(
    ("start", "status"), [("2026-06-10T09:49", "Planned"), ("2026-06-10T09:48", "Now"), ("2026-06-10T09:18", "Done")]
)
def test_the_status_follows_the_clock(start: str, status: str) -> None:
    assert state(a_session("s", start)).sessions.rows[0].status == status


def test_another_year_is_named() -> None:
    assert state(a_session("s", "2025-05-22T09:00")).sessions.rows[0].title == "Thu 22 May 2025, 09:00"


def test_a_session_of_ones_own_can_be_changed_and_cancelled() -> None:
    row = state(a_session("s", "2026-06-22T09:00")).sessions.rows[0]
    assert (row.change, row.cancel) == ("Change", "Cancel this session")


def test_a_cancelled_session_offers_nothing_and_says_why() -> None:
    row = state(a_session("s", "2026-06-22T09:00").cancel()).sessions.rows[0]
    assert (row.change, row.cancel) == ("", "")
    assert row.note == "This session sets no limits and no alerts."


def test_only_the_example_can_be_left() -> None:
    assert state(example=True).sessions.leave == "Leave the example"
    assert state(a_session("own", "2026-06-08T15:00")).sessions.leave == ""


def test_the_example_cannot_be_changed_and_alerts_nobody() -> None:
    shown = state(a_session("s", "2026-06-08T15:00"), example=True)
    assert (shown.sessions.rows[0].change, shown.sessions.rows[0].cancel) == ("", "")
    assert shown.sessions.rows[0].note == "This is an example. Nothing here is saved."
    assert shown.alerts.subtitle == "The example sends none"


def test_a_session_of_an_unknown_protocol_is_shown_and_left_alone() -> None:
    # given what a newer version may have stored
    newer = replace(a_session("s", "2026-06-08T15:00"), protocol="moon-light")
    # when
    row = state(newer).sessions.rows[0]
    # then
    assert row.subtitle == "Not read · Unknown procedure"
    assert (row.change, row.cancel) == ("", "")


def test_the_card_names_method_product_and_the_clinics_zone_where_it_differs() -> None:
    session = a_session(
        "s", "2026-06-22T09:00", zone="America/New_York", technique="papule", product="nctf-135"
    )
    facts = dict(state(session).sessions.rows[0].facts)
    assert facts["Method and product"] == "Small bumps, NCTF 135"
    assert facts["Start"] == "Mon 22 June, 09:00"
    assert "New York" in facts["Clinic’s time zone"]


def test_the_clinics_zone_is_left_out_where_clocks_agree() -> None:
    assert "Clinic’s time zone" not in dict(state(a_session("s", "2026-06-22T09:00")).sessions.rows[0].facts)


@pytest.mark.parametrize(("count", "first", "words"), [(5, 5, ""), (6, 4, "Show all 6 sessions")])
def test_a_long_course_is_folded(count: int, first: int, words: str) -> None:
    part = state(*(a_session(f"s{n}", f"2026-06-{10 + n}T15:00") for n in range(count))).sessions
    assert (part.first, part.show_all, len(part.rows)) == (first, words, count)


@pytest.mark.parametrize(
    ("settings", "size", "theme"),
    [
        ({}, "1.0", "auto"),
        ({"text_scale": "1.5", "theme": "dark"}, "1.5", "dark"),
        ({"text_scale": "9", "theme": "pink"}, "1.0", "auto"),
    ],
)
def test_choices_are_read_and_damaged_ones_fall_back(settings: dict[str, str], size: str, theme: str) -> None:
    shown = state(settings=settings)
    assert (shown.looks.size, shown.looks.theme) == (size, theme)


def test_text_sizes_are_the_five_of_the_design() -> None:
    assert [words for _value, words in state().looks.sizes] == ["100 %", "115 %", "130 %", "150 %", "200 %"]


def test_the_way_to_alerts_says_when_the_next_comes() -> None:
    alerts = state().alerts
    assert (alerts.title, alerts.subtitle, alerts.tone) == ("Alerts", "Next: today, 15:00", "pri")


def test_alerts_that_cannot_arrive_say_so_where_they_are_opened() -> None:
    blocked = replace(FACTS, availability=Availability(False, "No notification service runs.", "Start one."))
    alerts = state(facts=blocked).alerts
    assert (alerts.subtitle, alerts.tone, alerts.icon) == ("They cannot reach you", "care", "bell-slash")


def test_before_the_system_was_asked_nothing_is_claimed() -> None:
    alerts = state(facts=replace(FACTS, availability=None, next_alert=None)).alerts
    assert alerts.subtitle == "Nothing is planned now"
    assert alerts.tone == "pri"


def test_about_says_what_the_app_is_not_and_who_can_read_the_data() -> None:
    papers = {paper.id: paper for paper in state().about.papers}
    assert "Aftercare is not a medical device, and it is not a doctor." in papers["about"].paragraphs
    assert any("No clinician has reviewed" in text for text in papers["about"].paragraphs)
    assert any("names its version" in text for text in papers["about"].paragraphs)
    assert papers["about"].subtitle == "Version 0.1.0"
    assert any("no PIN" in text for text in papers["data"].paragraphs)
    assert papers["data"].copy == "/home/ana/Aftercare"
    assert any("Commissioner" in text for text in papers["licences"].paragraphs)


def test_the_emergency_number_is_shown_and_checked() -> None:
    assert state(settings={"emergency_number": "999"}).number.number == "999"
    assert number_fault("+49 112") == ""
    assert number_fault("call mum").startswith("Emergency number: use 2 to 15 digits")


def test_an_empty_number_goes_back_to_that_of_the_country() -> None:
    assert number_fault("") == ""
    shown = state().number
    assert (shown.number, shown.row) == ("", "112. Country: Germany")
