"""The Alerts screen as a person uses it: every control by its role and name, pressed by a touch."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from aftercare.core.alert_types import OWN, AlertKind
from aftercare.presenters.alerts_facts import AlertsFacts
from tests.screens.aid.alerts_stage import FACTS, FULL, IN_PLACE, Alerts
from tests.screens.harness import Stage


@pytest.mark.parametrize(
    ("name", "facts", "intent", "payload"),
    [
        ("Back", FACTS, "back", {}),
        ("Send test", FACTS, "test-alert", {}),
        ("Send a test alert", FACTS, "test-alert", {}),
        ("Test in 1 minute", FACTS, "test-later", {}),
        ("Yes, tell me", FACTS, "closed-app", {"on": True}),
        ("Take it out", replace(FACTS, closed_app=IN_PLACE), "closed-app", {"on": False}),
        ("Put it in order", FULL, "closed-app", {"on": True}),
        ("Look again", FULL, "look-again", {}),
        ("Open phone settings", replace(FULL, fix="Open phone settings"), "fix-alerts", {}),
        ("Seen", FULL, "missed-seen", {}),
    ],
)
def test_a_button_asks_for_one_thing(
    stage: Stage, name: str, facts: AlertsFacts, intent: str, payload: dict[str, Any]
) -> None:
    alerts = Alerts(stage, facts)
    alerts.tap("button", name)
    assert alerts.asked == [(intent, payload)]


def test_a_kind_is_switched_off_and_on_again(stage: Stage) -> None:
    alerts = Alerts(stage)
    row = stage.find("switch", "Before a session. What to stop, and when")
    assert row.checked
    alerts.tap("switch", row.name)
    assert alerts.settings == {"alerts_off": "prepare,session"}
    assert not row.checked
    alerts.tap("switch", row.name)
    assert alerts.settings == {"alerts_off": ""}
    assert row.checked


def test_switching_every_kind_off_ends_the_claim_that_alerts_are_on(stage: Stage) -> None:
    alerts = Alerts(stage)
    for row in stage.find_all("switch")[:6]:
        alerts.tap("switch", row.name)
    assert set(alerts.settings["alerts_off"].split(",")) == set(AlertKind) - set(OWN)
    assert stage.find("text", "No alerts will come")


def test_the_lead_is_chosen(stage: Stage) -> None:
    alerts = Alerts(stage)
    alerts.tap("radio", "30 min before")
    assert alerts.settings == {"lead_minutes": "30"}
    assert stage.find("radio", "30 min before").checked
    assert stage.find("text", "What will be OK again is told 30 minutes ahead.")


def test_the_wording_changes_what_the_lock_screen_shows(stage: Stage) -> None:
    alerts = Alerts(stage)
    assert stage.find("text", "On your lock screen: Aftercare reminder. Your plan has an update.")
    alerts.tap("switch", "Hidden wording. Hides what it is about")
    assert alerts.settings == {"wording": "full"}
    assert stage.find("text", "On your lock screen: OK again. Makeup is OK again.")


def test_quiet_hours_move_by_half_hours(stage: Stage) -> None:
    alerts = Alerts(stage)
    alerts.tap("button", "Begin earlier")
    alerts.tap("button", "End later")
    assert (stage.find("spinbutton", "From").value, stage.find("spinbutton", "To").value) == ("21:30", "07:30")
    assert alerts.settings == {"quiet_from": "21:30", "quiet_to": "07:30"}


def test_quiet_hours_switched_off_hide_their_ends_and_come_back(stage: Stage) -> None:
    alerts = Alerts(stage, quiet_from="23:00", quiet_to="06:00")
    alerts.tap("switch", "Quiet hours. Alerts wait until morning")
    assert stage.find_all("spinbutton") == []
    alerts.tap("switch", "Quiet hours. Alerts may come at any hour")
    assert (stage.find("spinbutton", "From").value, stage.find("spinbutton", "To").value) == ("23:00", "06:00")


def test_a_step_keeps_the_focus_where_it_was(stage: Stage) -> None:
    from screens.widgets.focus import focus

    alerts = Alerts(stage)
    focus.move_to(stage.find("button", "End later"))
    stage.key("enter")
    stage.key("enter")
    assert alerts.settings == {"quiet_to": "08:00"}


def test_a_long_list_opens(stage: Stage) -> None:
    alerts = Alerts(stage)
    assert len([line for line in stage.spoken() if "Makeup is OK again." in line]) == 6
    alerts.tap("link", "Show all 9")
    assert len([line for line in stage.spoken() if "Makeup is OK again." in line]) == 9
    assert not stage.find_all("link", "Show all 9")


def test_blocked_alerts_leave_every_choice_readable(stage: Stage) -> None:
    Alerts(stage, FULL)
    spoken = stage.spoken()
    places = [
        next(number for number, line in enumerate(spoken) if words in line)
        for words in ("No program", "Pool is OK again", "When to tell me", "Hidden wording", "Coming up")
    ]
    assert places == sorted(places)


def test_what_nobody_answers_is_not_there(stage: Stage) -> None:
    Alerts(stage, AlertsFacts(obeyed=frozenset()))
    controls = [control.name for control in stage.find_all() if control.actions]
    assert controls == ["Back", "Feels wrong?", "Send a test alert"]


def test_a_minute_that_changes_nothing_changes_no_widget(stage: Stage) -> None:
    alerts = Alerts(stage, FULL)
    before = [id(widget) for widget in alerts.screen.walk()]
    alerts.render(later=1)
    stage.settle()
    assert [id(widget) for widget in alerts.screen.walk()] == before
