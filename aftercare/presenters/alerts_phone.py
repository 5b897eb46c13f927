"""Alerts on a phone, which shows them by itself: what is asked first, and what happens while the app is closed."""
from __future__ import annotations

from aftercare.presenters.alerts_facts import AlertsFacts, ClosedAppFacts
from aftercare.presenters.alerts_state import Action, ClosedPart, Reach
from aftercare.words import gettext as _

# The ways of a phone, as their schedulers are called.
PHONES = ("android", "ios")


def question() -> str:
    """What is asked before the phone asks."""
    return _("Shall we tell you when things are OK again?")


def ask_part() -> Reach:
    """Our own question, with the explanation, before that of the phone."""
    lines = (
        _("You can hide the wording."),
        _("After your yes, the phone asks you once more."),
        _("Without it, you still see every change here."),
    )
    return Reach("sand", "bell", question(), " ".join(lines), (Action(_("Yes, tell me"), "ask-alerts"),))


def phone_part(facts: AlertsFacts, closed: ClosedAppFacts, armed: str) -> ClosedPart | None:
    """The card about the closed app. `armed` says how many times are set. None while no alert may appear at all."""
    if facts.availability is None or not facts.availability.ok:
        return None
    title = _("While the app is closed")
    if closed.note and not facts.inexact:
        again = Action(_("Try again"), "look-again")
        return ClosedPart(title, "care", "warning", _("Something is out of order"), (closed.note,), (again,))
    comes = _("Alerts come, also when it is closed")
    if not facts.inexact:
        does = (armed, _("Your phone does it."), _("The minute can vary, and some battery savers stop apps."))
        return ClosedPart(title, "ok", "check-circle", comes, does)
    lines = (
        armed,
        closed.note or _("Alerts may come up to an hour late."),
        _("Your phone can allow exact times. It asks you in its settings."),
        _("They use a little more battery. You can take them back there."),
    )
    allow = Action(_("Allow exact times"), "exact-alerts", kind="outline")
    return ClosedPart(title, "pri", "clock", comes, lines, (allow,))
