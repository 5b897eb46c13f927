"""The Alerts screen in every size, and its line on Today."""
from __future__ import annotations

from typing import Any

import pytest

from aftercare.presenters.alerts_facts import AlertsFacts
from aftercare.services import snapshot
from tests.screens.aid.alerts_stage import BERLIN, BLOCKED, CATALOGUE, FACTS, FULL, NOW, Alerts
from tests.screens.harness import Stage


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


def test_on_a_desktop_two_columns_and_the_way_back_stand_in_the_middle(stage: Stage) -> None:
    from kivy.metrics import dp

    stage.resize(1280, 844)
    Alerts(stage)
    back = stage.find("button", "Back")
    pill = stage.find("radio", "At the time")
    assert abs(back.x - (pill.x - dp(12))) <= dp(1)
    assert pill.x == pytest.approx((stage.window.width - dp(1080)) / 2, abs=dp(1))
    assert stage.find("heading", "Coming up").x > stage.window.width / 2


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
