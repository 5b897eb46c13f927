"""What the patient chose about alerts, as the screen says it and stores it."""
from __future__ import annotations

from dataclasses import replace

import pytest

from aftercare.core.alarm_port import instant_mark
from aftercare.core.alert_types import OWN, AlertKind
from aftercare.presenters.alerts_facts import ComingAlert
from aftercare.presenters.alerts_state import AlertsState, SwitchRow
from tests.presenters.alerts_cases import AT_15, FACTS, HOUR, state


def row(shown: AlertsState, title: str) -> SwitchRow:
    [found] = [row for row in shown.kinds if row.title == title]
    return found


def test_six_switches_stand_for_the_seven_kinds() -> None:
    shown = state()
    stored = {name: value for row in shown.kinds for name, value in row.puts}
    assert len(shown.kinds) == 6
    assert set(stored) == {"alerts_off"}
    off = {kind for row in shown.kinds for _name, value in row.puts for kind in value.split(",")}
    assert off == set(AlertKind) - set(OWN)


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
