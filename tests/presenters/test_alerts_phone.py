"""Alerts of a phone, as the screen says it: the question first, then whether they come in time."""
from __future__ import annotations

from dataclasses import replace

import pytest

from aftercare.core.notify_port import Availability
from aftercare.presenters.alerts_banner import DISMISSED, alerts_line
from aftercare.presenters.alerts_facts import AlertsFacts
from aftercare.presenters.alerts_phone import PHONES
from tests.presenters.alerts_cases import AT_15, BLOCKED, closed, state

UNASKED = Availability(False, "Your phone has not allowed our alerts yet.", "You can hide the wording.", ask=True)
LATE = "Alerts may come up to an hour late."


def on_phone(**changes: object) -> AlertsFacts:
    return closed(name="android", installed=True, armed=5, next=AT_15, **changes)


def test_the_question_explains_before_the_phone_asks() -> None:
    shown = state(replace(on_phone(), availability=UNASKED, can_look=True))
    assert (shown.reach.tone, shown.reach.title) == ("sand", "Shall we tell you when things are OK again?")
    assert shown.reach.text == (
        "You can hide the wording. After your yes, the phone asks you once more."
        " Without it, you still see every change here.")
    assert [(action.words, action.intent) for action in shown.reach.actions] == [("Yes, tell me", "ask-alerts")]
    assert shown.closed is None


def test_today_asks_and_leads_to_the_explanation_until_put_away() -> None:
    line = alerts_line(UNASKED, {})
    assert line is not None
    assert (line.text, line.action) == ("Shall we tell you when things are OK again?", "Answer")
    assert alerts_line(UNASKED, {DISMISSED: line.reason}) is None
    # once the patient said no, that is another reason and is told
    assert alerts_line(Availability(False, "Your phone blocks our alerts."), {DISMISSED: line.reason}) is not None


@pytest.mark.parametrize("name", PHONES)
def test_a_phone_in_order_asks_for_no_consent_of_a_desktop(name: str) -> None:
    part = state(closed(name=name, armed=5, next=AT_15)).closed
    assert part is not None
    assert (part.tone, part.lead, part.actions) == ("ok", "Alerts come, also when it is closed", ())
    assert part.lines[0] == "5 times are set. The next: today, 15:00."


def test_exact_times_are_offered_with_what_they_cost() -> None:
    part = state(replace(on_phone(note=LATE), inexact=True)).closed
    assert part is not None
    assert part.lines[1:] == (
        LATE,
        "Your phone can allow exact times. It asks you in its settings.",
        "They use a little more battery. You can take them back there.",
    )
    assert [action.intent for action in part.actions] == ["exact-alerts"]


def test_a_plan_that_the_phone_refused_says_why() -> None:
    part = state(on_phone(note="Your phone did not take the alerts: disk full")).closed
    assert part is not None
    assert (part.tone, part.lines) == ("care", ("Your phone did not take the alerts: disk full",))
    assert [action.intent for action in part.actions] == ["look-again"]


def test_a_phone_that_blocks_us_promises_nothing_for_the_closed_app() -> None:
    shown = state(replace(on_phone(), availability=BLOCKED, fix="Open phone settings"))
    assert shown.closed is None
    assert [action.intent for action in shown.reach.actions] == ["fix-alerts"]
