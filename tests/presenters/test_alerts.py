"""What the Alerts screen says: whether alerts arrive, what the patient chose, what comes and what was missed."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.core.alarm_port import instant_mark
from aftercare.core.alert_types import AlertKind
from aftercare.core.notify_port import Availability
from aftercare.presenters.alerts import build_state
from aftercare.presenters.alerts_banner import alerts_line
from aftercare.presenters.alerts_facts import AlertsFacts, ClosedAppFacts, ComingAlert, PastAlert
from aftercare.presenters.alerts_state import AlertsState, SwitchRow
from aftercare.services import snapshot

CATALOGUE = FileCatalogue()
NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
HOUR = timedelta(hours=1)
AT_15 = datetime(2026, 6, 10, 13, 0, tzinfo=UTC)
BERLIN = "Europe/Berlin"
MAKEUP = ComingAlert(AT_15, "OK again", "Makeup is OK again.")
BLOCKED = Availability(False, "No program on this computer shows alerts.", "Install dunst.")
FACTS = AlertsFacts(Availability(True), ClosedAppFacts("systemd", True), (MAKEUP,))


def state(
    facts: AlertsFacts = FACTS, settings: Mapping[str, str] | None = None, example: bool = False
) -> AlertsState:
    return build_state(snapshot.build(CATALOGUE, [], [], NOW, BERLIN, settings, example), facts)


def row(shown: AlertsState, title: str) -> SwitchRow:
    [found] = [row for row in shown.kinds if row.title == title]
    return found


def closed(**changes: object) -> AlertsFacts:
    return replace(FACTS, closed_app=replace(ClosedAppFacts("systemd", True), **changes))  # type: ignore[arg-type]


# Whether they arrive


def test_alerts_that_arrive_say_when_the_next_comes_and_offer_a_test() -> None:
    reach = state().reach
    assert (reach.tone, reach.title, reach.text) == ("ok", "Alerts are on", "Next: today, 15:00")
    assert [(action.words, action.intent) for action in reach.actions] == [("Send test", "test-alert")]


def test_with_nothing_planned_it_says_so() -> None:
    shown = state(replace(FACTS, coming=()))
    assert shown.reach.text == "Nothing is planned now."
    assert shown.coming is not None
    assert (shown.coming.rows, shown.coming.count) == ((), "")
    assert shown.coming.note == "Nothing is planned now. Alerts come with your next session."


def test_blocked_alerts_name_the_reason_the_fix_and_what_still_works() -> None:
    reach = state(replace(FACTS, availability=BLOCKED, can_look=True)).reach
    assert (reach.tone, reach.title) == ("care", "No program on this computer shows alerts")
    assert reach.text == "Install dunst. You will still see every change here in the app."
    assert [action.intent for action in reach.actions] == ["look-again"]


def test_a_phone_that_can_open_its_settings_has_that_first() -> None:
    facts = replace(FACTS, availability=BLOCKED, can_look=True, fix="Open phone settings")
    actions = state(facts).reach.actions
    assert [(action.words, action.intent) for action in actions] == [
        ("Open phone settings", "fix-alerts"),
        ("Look again", "look-again"),
    ]


def test_blocked_alerts_without_a_way_on_have_no_button() -> None:
    assert state(replace(FACTS, availability=BLOCKED)).reach.actions == ()


def test_before_the_system_was_asked_nothing_is_claimed() -> None:
    shown = state(AlertsFacts())
    assert (shown.reach.tone, shown.reach.title, shown.reach.actions) == ("sand", "One moment", ())
    assert ("shield-check", "Permission", "Not known yet") in shown.test.rows


def test_when_every_kind_is_off_it_does_not_claim_that_alerts_are_on() -> None:
    shown = state(settings={"alerts_off": ",".join(AlertKind)})
    assert (shown.reach.title, shown.reach.tone) == ("No alerts will come", "sand")


def test_the_example_alerts_nobody() -> None:
    shown = state(example=True)
    assert shown.reach.title == "The example sends no alerts"
    assert (shown.closed, shown.coming, shown.missed) == (None, None, None)


# The closed app


def test_consent_is_asked_with_what_is_put_in_and_that_it_can_be_taken_out() -> None:
    part = state().closed
    assert part is not None
    assert part.lead == "Now alerts come only while Aftercare is open."
    assert part.lines == (
        "We add a timer to your own account on this computer (systemd). It holds only times.",
        "You can take it out completely, here, at any time.",
        "The minute can vary. A device that sleeps tells you when it wakes.",
    )
    assert [(a.words, a.intent, a.payload) for a in part.actions] == [("Yes, tell me", "closed-app", {"on": True})]


def test_once_in_place_it_says_what_is_set_and_can_be_taken_out() -> None:
    part = state(closed(installed=True, wanted=True, armed=7, next=AT_15)).closed
    assert part is not None
    assert part.lead == "Alerts come, also when it is closed"
    assert part.lines[0] == "7 times are set. The next: today, 15:00."
    assert [(action.words, action.payload) for action in part.actions] == [("Take it out", {"on": False})]


@pytest.mark.parametrize(
    ("changes", "lead", "offers"),
    [
        ({"wanted": True, "note": "The timer does not run."}, "Something is out of order", [True, False]),
        ({"wanted": True}, "Something is out of order", [True, False]),
        ({"installed": True}, "It is not all taken out", [False]),
        ({"busy": True}, "One moment", []),
        ({"can_install": False, "reason": "No systemd."}, "Now alerts come only while Aftercare is open.", []),
        (
            {"name": "window", "installed": True, "note": "Only here."},
            "Now alerts come only while Aftercare is open.",
            [],
        ),
    ],
)
def test_every_state_of_the_closed_app_offers_what_helps(
    changes: dict[str, object], lead: str, offers: list[bool]
) -> None:
    part = state(closed(**changes)).closed
    assert part is not None
    assert part.lead == lead
    assert [action.payload["on"] for action in part.actions] == offers


def test_a_failed_attempt_is_said_before_it_is_offered_again() -> None:
    part = state(closed(note="The folder cannot be written.")).closed
    assert part is not None
    assert part.lines[0] == "The folder cannot be written."
    assert part.actions[0].payload == {"on": True}


def test_the_closed_app_is_not_promised_while_nothing_can_appear() -> None:
    assert state(replace(FACTS, availability=BLOCKED)).closed is None


def test_without_a_way_to_speak_of_there_is_no_card() -> None:
    assert state(replace(FACTS, closed_app=None)).closed is None


# What the patient chose


def test_six_switches_stand_for_the_seven_kinds() -> None:
    shown = state()
    stored = {name: value for row in shown.kinds for name, value in row.puts}
    assert len(shown.kinds) == 6
    assert set(stored) == {"alerts_off"}
    off = {kind for row in shown.kinds for _name, value in row.puts for kind in value.split(",")}
    assert off == set(AlertKind)


def test_before_a_session_switches_both_of_its_kinds() -> None:
    assert row(state(), "Before a session").puts == (("alerts_off", "prepare,session"),)
    off = state(settings={"alerts_off": "prepare,session,check-in"})
    assert not row(off, "Before a session").on
    assert row(off, "Before a session").puts == (("alerts_off", "check-in"),)


def test_a_kind_that_is_not_planned_at_all_has_no_switch() -> None:
    shown = state(replace(FACTS, kinds=frozenset({AlertKind.ALLOWED})))
    assert [row.title for row in shown.kinds] == ["When something is OK again"]


def test_what_no_delivery_follows_is_not_offered() -> None:
    shown = state(replace(FACTS, obeyed=frozenset()))
    assert (shown.lead, shown.kinds, shown.limit) == (None, (), "")
    assert (shown.wording, shown.sample, shown.quiet) == (None, None, None)


def test_the_daily_limit_is_told() -> None:
    assert state().limit.startswith("At most 4 alerts a day.")


@pytest.mark.parametrize(("stored", "chosen", "hint"), [("", "0", False), ("30", "30", True), ("7", "0", False)])
def test_the_lead_is_read_and_a_damaged_one_counts_as_none(stored: str, chosen: str, hint: bool) -> None:
    lead = state(settings={"lead_minutes": stored}).lead
    assert lead is not None
    assert (lead.chosen, bool(lead.hint)) == (chosen, hint)
    assert lead.options == (("0", "At the time"), ("30", "30 min before"))


def test_hidden_wording_shows_no_health_word_and_full_wording_shows_the_next_alert() -> None:
    hidden, full = state(), state(settings={"wording": "full"})
    assert hidden.sample is not None
    assert hidden.wording is not None
    assert (hidden.sample.title, hidden.sample.text) == ("Aftercare reminder", "Your plan has an update.")
    assert (hidden.wording.on, hidden.wording.puts) == (True, (("wording", "full"),))
    assert full.sample is not None
    assert full.wording is not None
    assert (full.sample.title, full.sample.text, full.sample.time) == ("OK again", "Makeup is OK again.", "15:00")
    assert (full.wording.on, full.wording.puts) == (False, (("wording", "hidden"),))


def test_a_time_in_the_sample_is_as_it_will_be_told() -> None:
    # given an alert of tomorrow that names a time of its own day
    text = f"Makeup is OK in 30 minutes, {instant_mark(AT_15 + 24 * HOUR)}."
    soon = ComingAlert(AT_15 + 23.5 * HOUR, "OK soon", text)
    shown = state(replace(FACTS, coming=(soon,)), settings={"wording": "full"})
    # then the lock screen will say today, and the list says tomorrow
    assert shown.sample is not None
    assert shown.coming is not None
    assert shown.sample.text == "Makeup is OK in 30 minutes, today at 15:00."
    assert shown.coming.rows[0].text == "Makeup is OK in 30 minutes, tomorrow at 15:00."


# Quiet hours


@pytest.mark.parametrize(
    ("start", "end", "hint"),
    [
        ("22:00", "07:00", "Alerts wait until morning"),
        ("23:30", "14:00", "Alerts wait until 14:00"),
        ("13:00", "15:00", "Alerts wait until 15:00"),
        ("", "", "Alerts wait until morning"),
        ("noon", "25:00", "Alerts wait until morning"),
    ],
)
def test_quiet_hours_say_until_when_alerts_wait(start: str, end: str, hint: str) -> None:
    quiet = state(settings={"quiet_from": start, "quiet_to": end}).quiet
    assert quiet is not None
    assert (quiet.switch.on, quiet.switch.hint) == (True, hint)


@pytest.mark.parametrize(
    ("start", "end", "steps"),
    [
        ("22:00", "07:00", [("21:30", "22:30"), ("06:30", "07:30")]),
        ("23:30", "00:00", [("23:00", "00:30"), ("23:00", "00:30")]),
        ("00:15", "07:00", [("00:00", "00:30"), ("06:30", "07:30")]),
    ],
)
def test_an_end_moves_by_half_hours_over_midnight_and_past_the_other(
    start: str, end: str, steps: list[tuple[str, str]]
) -> None:
    quiet = state(settings={"quiet_from": start, "quiet_to": end}).quiet
    assert quiet is not None
    assert [(step.less, step.more) for step in quiet.steps] == steps


def test_quiet_hours_that_are_switched_off_come_back_as_they_were() -> None:
    # given
    settings = {"quiet_from": "23:00", "quiet_to": "06:30"}
    quiet = state(settings=settings).quiet
    assert quiet is not None
    # when they are switched off
    settings |= dict(quiet.switch.puts)
    off = state(settings=settings).quiet
    assert off is not None
    assert (off.switch.on, off.steps, off.switch.hint) == (False, (), "Alerts may come at any hour")
    # then switching them on again brings both ends back
    settings |= dict(off.switch.puts)
    assert (settings["quiet_from"], settings["quiet_to"]) == ("23:00", "06:30")


@pytest.mark.parametrize("kept", ["", "soon", "07:00"])
def test_quiet_hours_come_on_even_when_what_was_kept_is_no_use(kept: str) -> None:
    settings = {"quiet_from": "07:00", "quiet_to": "07:00", "quiet_kept": kept}
    off = state(settings=settings).quiet
    assert off is not None
    settings |= dict(off.switch.puts)
    on = state(settings=settings).quiet
    assert on is not None
    assert on.switch.on


# Lists


def test_what_comes_stands_with_time_and_day() -> None:
    later = ComingAlert(AT_15 + timedelta(days=5), "Time to look again", "Look at your skin.")
    coming = state(replace(FACTS, coming=(MAKEUP, later))).coming
    assert coming is not None
    assert coming.count == "2 alerts"
    assert [(row.time, row.day, row.title) for row in coming.rows] == [
        ("15:00", "Today", "OK again"),
        ("15:00", "Mon 15", "Time to look again"),
    ]
    assert coming.rows[1].spoken == "Mon 15 June, 15:00. Time to look again. Look at your skin."


def test_an_overdue_alert_is_said_to_come_now() -> None:
    shown = state(replace(FACTS, coming=(replace(MAKEUP, fire_at=NOW - 3 * HOUR),)))
    assert shown.reach.text == "Next: today, 09:48"


@pytest.mark.parametrize(("count", "first", "words"), [(7, 7, ""), (8, 6, "Show all 8")])
def test_a_long_list_is_folded(count: int, first: int, words: str) -> None:
    coming = state(replace(FACTS, coming=(MAKEUP,) * count)).coming
    assert coming is not None
    assert (coming.first, coming.show_all) == (first, words)


def test_what_was_missed_stands_until_it_is_seen_the_latest_first() -> None:
    missed = (PastAlert(NOW - 30 * HOUR, "Makeup is OK again."), PastAlert(NOW - HOUR, "Pool is OK again."))
    part = state(replace(FACTS, missed=missed)).missed
    assert part is not None
    assert part.action is not None
    assert [row.title for row in part.rows] == ["Pool is OK again.", "Makeup is OK again."]
    assert (part.action.words, part.action.intent) == ("Seen", "missed-seen")


def test_nothing_missed_has_no_list() -> None:
    assert state().missed is None


# Tests


def test_a_test_in_a_minute_is_offered_once_and_then_awaited() -> None:
    offered = state(replace(FACTS, can_test_later=True)).test
    assert [action.intent for action in offered.actions] == ["test-alert", "test-later"]
    awaited = state(replace(FACTS, can_test_later=True, test_at=NOW + timedelta(minutes=1))).test
    assert [action.intent for action in awaited.actions] == ["test-alert"]
    assert awaited.rows[0] == ("clock-countdown", "Test alert", "Comes at 09:49")


def test_the_result_names_permission_last_delivery_and_what_is_armed() -> None:
    facts = replace(closed(installed=True, wanted=True, next=AT_15 + HOUR), last=PastAlert(NOW - HOUR, "Test alert."))
    assert state(facts).test.rows == (
        ("shield-check", "Permission", "Alerts may appear"),
        ("bell", "Last alert", "Today, 08:48: Test alert."),
        ("clock", "Next alert", "Today, 16:00"),
    )


# The line on Today


def test_today_has_a_line_until_that_reason_is_put_away() -> None:
    line = alerts_line(BLOCKED, {})
    assert line is not None
    assert alerts_line(BLOCKED, {"alerts_banner": line.reason}) is None
    assert alerts_line(replace(BLOCKED, reason="The phone blocks alerts."), {"alerts_banner": line.reason})


@pytest.mark.parametrize("found", [None, Availability(True)])
def test_today_has_no_line_while_nothing_is_known_to_be_wrong(found: Availability | None) -> None:
    assert alerts_line(found, {}) is None
