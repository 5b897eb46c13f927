"""What comes, what did not arrive, and what the tests tell."""
from __future__ import annotations

from datetime import datetime, timedelta

from aftercare.presenters import wording
from aftercare.presenters.alerts_facts import AlertsFacts
from aftercare.presenters.alerts_reach import blocked_title
from aftercare.presenters.alerts_state import Action, NoticeList, NoticeRow, TestPart
from aftercare.presenters.alerts_words import full_text
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext

FIRST = 6
# Within these days a weekday with its number cannot be mistaken for another month's.
NEAR = timedelta(days=20)


def coming_list(snapshot: Snapshot, facts: AlertsFacts) -> NoticeList | None:
    """What is planned, soonest first."""
    if facts.coming is None or snapshot.example:
        return None
    rows = tuple(
        _row(snapshot, max(alert.fire_at, snapshot.now), alert.title, full_text(alert, snapshot.now, snapshot.zone))
        for alert in facts.coming
    )
    empty = "" if rows else _("Nothing is planned now. Alerts come with your next session.")
    return _list(_("Coming up"), rows, empty, None)


def missed_list(snapshot: Snapshot, facts: AlertsFacts) -> NoticeList | None:
    """What was not shown, latest first, until the patient has seen it."""
    if not facts.missed or snapshot.example:
        return None
    latest = sorted(facts.missed, key=lambda alert: alert.at, reverse=True)
    rows = tuple(_row(snapshot, alert.at, alert.text, "") for alert in latest)
    note = _("These could not be shown in time. Your plan in the app is up to date.")
    seen = Action(_("Seen"), "missed-seen", kind="outline")
    return _list(_("What you missed"), rows, note, seen)


def test_part(snapshot: Snapshot, facts: AlertsFacts) -> TestPart:
    """The tests and the three things that tell whether alerts arrive."""
    actions = [Action(_("Send a test alert"), "test-alert", kind="tonal")]
    if facts.can_test_later and facts.test_at is None:
        actions.append(Action(_("Test in 1 minute"), "test-later", kind="outline"))
    rows = [("shield-check", _("Permission"), _permission(facts))]
    if facts.test_at is not None:
        soon = _("Comes at {time}").format(time=wording.clock(facts.test_at, snapshot.zone))
        rows.insert(0, ("clock-countdown", _("Test alert"), soon))
    rows.append(("bell", _("Last alert"), _last(snapshot, facts)))
    if (soonest := _next(facts)) is not None or facts.coming is not None:
        rows.append(("clock", _("Next alert"), _when(snapshot, soonest)))
    return TestPart(_("Do they arrive?"), tuple(rows), tuple(actions))


def _list(title: str, rows: tuple[NoticeRow, ...], note: str, action: Action | None) -> NoticeList:
    # One more that would hide behind a button is shown at once.
    first = len(rows) if len(rows) <= FIRST + 1 else FIRST
    show_all = _("Show all {count}").format(count=len(rows)) if first < len(rows) else ""
    count = ngettext("{count} alert", "{count} alerts", len(rows)).format(count=len(rows)) if rows else ""
    return NoticeList(title, count, rows, first, show_all, note, action)


def _row(snapshot: Snapshot, at: datetime, title: str, text: str) -> NoticeRow:
    near = abs(at - snapshot.now) < NEAR
    day = wording.relative_day(at, snapshot.now, snapshot.zone)
    date = wording.local(at, snapshot.zone).date()
    today = wording.local(snapshot.now, snapshot.zone).date()
    short = day if abs((date - today).days) <= 1 else wording.day_and_number(date)
    words = " ".join(part if part.endswith(("?", ".")) else f"{part}." for part in (title, text) if part)
    when = wording.moment(at, snapshot.now, snapshot.zone)
    return NoticeRow(
        wording.clock(at, snapshot.zone), short if near else day, title, text,
        _("{when}. {what}").format(when=when, what=words),
    )  # fmt: skip


def _permission(facts: AlertsFacts) -> str:
    if facts.availability is None:
        return _("Not known yet")
    return _("Alerts may appear") if facts.availability.ok else blocked_title(facts.availability)


def _last(snapshot: Snapshot, facts: AlertsFacts) -> str:
    if facts.last is None:
        return _("None so far")
    when = wording.moment(facts.last.at, snapshot.now, snapshot.zone)
    return _("{when}: {what}").format(when=when, what=facts.last.text)


def _next(facts: AlertsFacts) -> datetime | None:
    if facts.closed_app is not None and facts.closed_app.next is not None:
        return facts.closed_app.next
    return facts.coming[0].fire_at if facts.coming else None


def _when(snapshot: Snapshot, at: datetime | None) -> str:
    if snapshot.example or at is None:
        return _("None is planned")
    return wording.moment(max(at, snapshot.now), snapshot.now, snapshot.zone)
