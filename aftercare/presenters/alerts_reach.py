"""Whether alerts reach the patient, with the app open and with it closed, and what mends it."""
from __future__ import annotations

from aftercare.core.alert_choices import AlertChoices
from aftercare.core.notify_port import Availability
from aftercare.presenters import wording
from aftercare.presenters.alerts_facts import AlertsFacts, ClosedAppFacts
from aftercare.presenters.alerts_phone import PHONES, ask_part, phone_part
from aftercare.presenters.alerts_state import Action, ClosedPart, Reach
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext

# The way of a device that has none: nothing to install, nothing to take out.
IN_WINDOW = "window"


def reach_part(snapshot: Snapshot, facts: AlertsFacts, choices: AlertChoices) -> Reach:
    """The first card of the screen."""
    found = facts.availability
    if snapshot.example:
        return Reach("sand", "bell", _("The example sends no alerts"), _("What you choose here counts for you."))
    if found is None:
        return Reach("sand", "bell", _("One moment"), _("We look whether alerts can reach you."))
    if found.ask:
        return ask_part()
    if not found.ok:
        return _blocked(found, facts)
    if facts.kinds <= choices.off:
        return Reach("sand", "bell-slash", _("No alerts will come"), _("You switched off every kind below."))
    test = Action(_("Send test"), "test-alert", kind="card")
    return Reach("ok", "bell-ringing-fill", _("Alerts are on"), _next(snapshot, facts), (test,))


def blocked_title(found: Availability) -> str:
    """Why no alert arrives, as a title."""
    return found.reason.rstrip(".") or _("Alerts cannot reach you")


def _blocked(found: Availability, facts: AlertsFacts) -> Reach:
    still = _("You will still see every change here in the app.")
    actions = []
    if facts.fix:
        actions.append(Action(facts.fix, "fix-alerts"))
    if facts.can_look:
        actions.append(Action(_("Look again"), "look-again", kind="text" if actions else "primary"))
    return Reach("care", "bell-slash", blocked_title(found), wording.join(found.fix, still), tuple(actions))


def _next(snapshot: Snapshot, facts: AlertsFacts) -> str:
    if facts.coming is None:
        return _("They come at the times of your plan.")
    if not facts.coming:
        return _("Nothing is planned now.")
    soonest = max(facts.coming[0].fire_at, snapshot.now)
    return _("Next: {moment}").format(moment=wording.moment_within(soonest, snapshot.now, snapshot.zone))


def closed_part(snapshot: Snapshot, facts: AlertsFacts) -> ClosedPart | None:
    """The card about the closed app, where there is a way at all to speak of."""
    closed = facts.closed_app
    if closed is None or snapshot.example:
        return None
    if closed.name in PHONES:
        return phone_part(facts, closed, _armed(closed, snapshot))
    title = _("While the app is closed")
    if closed.busy:
        return ClosedPart(title, "pri", "hourglass-medium", _("One moment"), (_("We change it now."),))
    lead = _("Now alerts come only while Aftercare is open.")
    if closed.name == IN_WINDOW:
        return ClosedPart(title, "pri", "moon", lead, (_("Nothing on this device can wake it for them."),))
    if closed.wanted or closed.installed:
        return _installed(title, closed, snapshot)
    if not closed.can_install:
        return ClosedPart(title, "care", "moon", lead, tuple(line for line in (closed.reason, closed.note) if line))
    if facts.availability is not None and not facts.availability.ok:
        # What cannot appear with the app open is not promised for when it is closed.
        return None
    lines = (_what(closed.name), _("You can take it out completely, here, at any time."), _minute())
    refused = (closed.note,) if closed.note else ()
    ask = Action(_("Yes, tell me"), "closed-app", {"on": True})
    return ClosedPart(title, "pri", "moon", lead, (*refused, *lines), (ask,))


def _installed(title: str, closed: ClosedAppFacts, snapshot: Snapshot) -> ClosedPart:
    out = Action(_("Take it out"), "closed-app", {"on": False}, kind="outline")
    if not closed.wanted:
        left = closed.note or _("You said no, but a part of it is still there.")
        return ClosedPart(title, "care", "warning", _("It is not all taken out"), (left,), (out,))
    if not closed.installed or closed.note:
        wrong = closed.note or _("It was removed from this computer, but not by Aftercare.")
        mend = Action(_("Put it in order"), "closed-app", {"on": True})
        out_of_order = _("Something is out of order")
        return ClosedPart(title, "care", "warning", out_of_order, (wrong, _what(closed.name)), (mend, out))
    lines = (_armed(closed, snapshot), _way(closed.name), _minute())
    return ClosedPart(title, "ok", "check-circle", _("Alerts come, also when it is closed"), lines, (out,))


def _armed(closed: ClosedAppFacts, snapshot: Snapshot) -> str:
    if closed.next is None or not closed.armed:
        return _("Nothing is planned now.")
    count = ngettext("{count} time is set.", "{count} times are set.", closed.armed).format(count=closed.armed)
    soonest = wording.moment_within(closed.next, snapshot.now, snapshot.zone)
    return wording.join(count, _("The next: {moment}.").format(moment=soonest))


def _what(name: str) -> str:
    """What would be put into the system, in one sentence."""
    texts = {
        "systemd": _("We add a timer to your own account on this computer (systemd). It holds only times."),
        "autostart": _("We add a small program that starts when you log in, and waits."),
        "launchd": _("We add a timer to your own account on this Mac (launchd). It holds only times."),
        "task-scheduler": _("We add a task to the Windows Task Scheduler. It holds only times."),
    }
    return texts.get(name) or _("Your phone keeps the times and the words of your alerts.")


def _way(name: str) -> str:
    """What is in the system."""
    texts = {
        "systemd": _("A timer of your own account does it (systemd)."),
        "autostart": _("A small program does it. It starts when you log in."),
        "launchd": _("A timer of your own account does it (launchd)."),
        "task-scheduler": _("A task of the Windows Task Scheduler does it."),
    }
    return texts.get(name) or _("Your phone does it.")


def _minute() -> str:
    return _("The minute can vary. A device that sleeps tells you when it wakes.")
