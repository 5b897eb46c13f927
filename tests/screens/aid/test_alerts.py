"""The Alerts screen as a person uses it: every control by its role and name, pressed by a touch."""
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.core.alert_types import AlertKind
from aftercare.core.notify_port import Availability
from aftercare.presenters.alerts import build_state
from aftercare.presenters.alerts_facts import AlertsFacts, ClosedAppFacts, ComingAlert, PastAlert
from aftercare.services import snapshot
from tests.screens.harness import Stage

CATALOGUE = FileCatalogue()
NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
BERLIN = "Europe/Berlin"
AT_15 = datetime(2026, 6, 10, 13, 0, tzinfo=UTC)
COMING = tuple(ComingAlert(AT_15 + timedelta(days=n), "OK again", "Makeup is OK again.") for n in range(9))
BLOCKED = Availability(False, "No program on this computer shows alerts.", "Turn on notifications.")
FACTS = AlertsFacts(
    Availability(True), ClosedAppFacts("systemd", True), COMING, can_look=True, can_test_later=True
)
IN_PLACE = ClosedAppFacts("systemd", True, installed=True, wanted=True, armed=9, next=AT_15)
MISSED = (PastAlert(NOW - timedelta(hours=3), "Pool is OK again."),)
FULL = replace(FACTS, availability=BLOCKED, closed_app=replace(IN_PLACE, note="The timer does not run."), missed=MISSED)


class Alerts:
    """The screen on the stage. Settings that it asks to store are stored and shown, as the app does."""

    def __init__(self, stage: Stage, facts: AlertsFacts = FACTS, **settings: str) -> None:
        from screens.alerts import AlertsScreen
        from screens.widgets.theme import theme

        theme.reduced_motion = True
        self.stage, self.facts, self.settings = stage, facts, settings
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.screen = AlertsScreen()
        self.screen.bind(on_intent=self._answer)
        self.render()
        stage.show(self.screen)
        stage.settle(6)

    def render(self, later: int = 0) -> None:
        now = NOW + timedelta(minutes=later)
        self.screen.render(build_state(snapshot.build(CATALOGUE, [], [], now, BERLIN, self.settings), self.facts))

    def tap(self, role: str, name: str) -> None:
        self.stage.tap(role, name)
        self.stage.settle(4)

    def _answer(self, _screen: Any, name: str, payload: dict[str, Any]) -> None:
        if name == "setting":
            self.settings[payload["name"]] = payload["value"]
            self.render()
        else:
            self.asked.append((name, payload))


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
    assert set(alerts.settings["alerts_off"].split(",")) == set(AlertKind)
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
    assert controls == ["Back", "Send a test alert"]


def test_a_minute_that_changes_nothing_changes_no_widget(stage: Stage) -> None:
    alerts = Alerts(stage, FULL)
    before = [id(widget) for widget in alerts.screen.walk()]
    alerts.render(later=1)
    stage.settle()
    assert [id(widget) for widget in alerts.screen.walk()] == before


@pytest.mark.parametrize("facts", [FACTS, FULL], ids=["on", "blocked"])
@pytest.mark.parametrize(("width", "text"), [(320, 1.0), (320, 2.0), (390, 1.3), (840, 1.0), (1280, 1.0), (1280, 2.0)])
def test_nothing_is_cut_or_covered(stage: Stage, facts: AlertsFacts, width: int, text: float) -> None:
    from screens.widgets.theme import theme
    from tests.screens.aid.looks import misfits

    stage.resize(width, 844)
    theme.text_scale = text
    alerts = Alerts(stage, facts, wording="full", lead_minutes="30")
    stage.settle(8)
    assert misfits(alerts.screen) == []
    theme.text_scale = 1.0
    stage.settle(6)
    assert misfits(alerts.screen) == []


def test_on_a_desktop_the_column_and_its_way_back_stand_in_the_middle(stage: Stage) -> None:
    from kivy.metrics import dp

    stage.resize(1280, 844)
    Alerts(stage)
    back = stage.find("button", "Back")
    pill = stage.find("radio", "At the time")
    assert abs(back.x - (pill.x - dp(12))) <= dp(1)
    assert pill.x == pytest.approx((stage.window.width - dp(640)) / 2, abs=dp(1))


def test_the_line_on_today_leads_to_the_alerts_and_can_be_put_away(stage: Stage) -> None:
    from aftercare.presenters import today
    from screens.today import TodayScreen
    from screens.widgets.theme import theme
    from tests.presenters.today_cases import session
    from tests.screens.aid.looks import misfits

    # given Today while nothing can arrive
    asked: list[tuple[str, dict[str, Any]]] = []
    snap = snapshot.build(CATALOGUE, [session()], [], NOW, BERLIN)
    screen = TodayScreen()
    screen.bind(on_intent=lambda _screen, name, payload: asked.append((name, payload)))
    screen.render(today.build_state(snap, None, BLOCKED))
    stage.show(screen)
    stage.settle(8)
    # and it fits the narrowest phone in the largest text
    stage.resize(320, 844)
    theme.text_scale = 2.0
    stage.settle(8)
    assert misfits(stage.find("button", "See why").parent.parent.parent) == []
    # when its link and its cross are pressed
    stage.tap("button", "See why")
    stage.tap("button", "Put this line away")
    # then
    reason = "No program on this computer shows alerts"
    assert asked == [("tab", {"name": "alerts"}), ("setting", {"name": "alerts_banner", "value": reason})]
    # and once that is stored the line is gone
    put_away = snapshot.build(CATALOGUE, [session()], [], NOW, BERLIN, {"alerts_banner": reason})
    screen.render(today.build_state(put_away, None, BLOCKED))
    stage.settle(4)
    assert not stage.find_all("button", "See why")
