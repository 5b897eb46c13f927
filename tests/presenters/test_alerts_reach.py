"""Whether alerts reach the patient, with the app open and closed, as the screen says it."""
from __future__ import annotations

from dataclasses import replace

import pytest

from aftercare.core.alert_types import AlertKind
from aftercare.core.notify_port import Availability
from aftercare.presenters.alerts_banner import alerts_line
from aftercare.presenters.alerts_facts import AlertsFacts
from tests.presenters.alerts_cases import AT_15, BLOCKED, FACTS, closed, state


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


def test_today_has_a_line_until_that_reason_is_put_away() -> None:
    line = alerts_line(BLOCKED, {})
    assert line is not None
    assert alerts_line(BLOCKED, {"alerts_banner": line.reason}) is None
    assert alerts_line(replace(BLOCKED, reason="The phone blocks alerts."), {"alerts_banner": line.reason})


@pytest.mark.parametrize("found", [None, Availability(True)])
def test_today_has_no_line_while_nothing_is_known_to_be_wrong(found: Availability | None) -> None:
    assert alerts_line(found, {}) is None
