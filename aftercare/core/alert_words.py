"""What a notice says: one title and one text for all its alerts, in full wording and in discreet wording.

A time of day in a text is a mark (see `instant_mark`); whoever shows the text puts in the time of that moment's zone.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from aftercare.core.alarm_port import instant_mark
from aftercare.core.alert_texts import allowed_text, prepare_text, soon_text
from aftercare.core.alert_types import Alert, AlertKind
from aftercare.core.instants import zone_named
from aftercare.words import gettext as _
from aftercare.words import ngettext, pgettext

# Later than this, a text says since when it is true.
ON_TIME = timedelta(minutes=15)

Words = tuple[str, str]


def discreet_words(alerts: Sequence[Alert]) -> Words:
    """Title and text for a lock screen. They hold no health word but the app's own name."""
    texts = {alert.public_text for alert in alerts}
    return _("Aftercare reminder"), texts.pop() if len(texts) == 1 else _("Look at your plan today.")


def full_words(alerts: Sequence[Alert], at: datetime) -> Words:
    """Title and text that name what it is about, as said at the UTC instant `at`."""
    texts: list[str] = []
    kinds = [kind for kind in _SAID if any(alert.kind is kind for alert in alerts)]
    for kind in kinds:
        texts.extend(_SAID[kind]([alert for alert in alerts if alert.kind is kind], at))
    title = _title(kinds[0], alerts, at) if len(kinds) == 1 else _("Your plan today")
    return title, " ".join(dict.fromkeys(texts))


def away_words(full: bool) -> Words:
    """For alerts that expired, unseen, in a long time without power or without a way to show them."""
    if not full:
        return _("Aftercare reminder"), _("Look at your plan today.")
    return _("While you were away"), _("Some alerts could not reach you. Your plan shows what is OK now.")


def near_time(moment: datetime, at: datetime, zone: str) -> str:
    """An instant within a sentence said at `at`: "today at 15:00", "yesterday at 15:00", "in 3 days, at 15:00"."""
    place = zone_named(zone)
    shown = moment.astimezone(place)
    days = (shown.date() - at.astimezone(place).date()).days
    if days == 1 and (shown.hour, shown.minute) == (0, 0):
        return _("tonight at midnight")
    if days in (-1, 0, 1):
        near = (_("today at {time}"), _("tomorrow at {time}"), _("yesterday at {time}"))
        return near[days].format(time=f"{shown:%H:%M}")
    ahead = ngettext("in {count} day, at {time}", "in {count} days, at {time}", days)
    past = ngettext("{count} day ago, at {time}", "{count} days ago, at {time}", -days)
    return (ahead if days > 0 else past).format(count=abs(days), time=f"{shown:%H:%M}")


def _title(kind: AlertKind, alerts: Sequence[Alert], at: datetime) -> str:
    if kind is AlertKind.ALLOWED and not any(alert.subject for alert in alerts):
        # Medicines alone: nothing about one is ever "OK".
        return _("Ask first")
    if kind is AlertKind.ALLOWED and all(alert.fire_at > at for alert in alerts):
        return _("OK soon")
    return _TITLES[kind]()


_TITLES: dict[AlertKind, Callable[[], str]] = {
    AlertKind.PREPARE: lambda: _("Getting ready"),
    AlertKind.SESSION: lambda: _("Coming up"),
    AlertKind.AFTERCARE_START: lambda: pgettext("title of an alert", "Aftercare"),
    AlertKind.ALLOWED: lambda: _("OK again"),
    AlertKind.CHECK_IN: lambda: _("How is your skin today?"),
    AlertKind.LATE_WATCH: lambda: _("Time to look again"),
    AlertKind.NEXT_SESSION: lambda: _("Looking ahead"),
    AlertKind.LOOK_AGAIN: lambda: _("Time to look again"),
}


def _session(alerts: list[Alert], _at: datetime) -> Iterator[str]:
    for alert in alerts:
        text = _("Your session is {time}. Look at what to stop and what to bring.")
        yield text.format(time=instant_mark(alert.expire_at))


def _next_session(alerts: list[Alert], _at: datetime) -> Iterator[str]:
    for alert in alerts:
        yield _("Your next session is {time}. Look at your plan.").format(time=instant_mark(alert.expire_at))


def _aftercare(alerts: list[Alert], at: datetime) -> Iterator[str]:
    for alert in alerts:
        late = _("Your aftercare has started. See what to leave for some days.")
        yield late if at - alert.fire_at > ON_TIME else alert.private_text


def _prepare(alerts: list[Alert], at: datetime) -> Iterator[str]:
    for starts, begun in _alike(alerts, lambda alert: max(alert.fire_at, at)):
        for gentle, group in _alike(begun, lambda alert: alert.gentle):
            yield prepare_text([alert.subject for alert in group], gentle)
        if starts > at:
            yield _("This starts {time}.").format(time=instant_mark(starts))
    yield from (alert.private_text for alert in alerts if not alert.subject)


def _allowed(alerts: list[Alert], at: datetime) -> Iterator[str]:
    done = [alert for alert in alerts if alert.subject and alert.fire_at <= at]
    if done:
        yield allowed_text([alert.subject for alert in done], done[0].verb if len(done) == 1 else "are")
        latest = max(alert.fire_at for alert in done)
        if at - latest > ON_TIME:
            yield _("Since {time}.").format(time=instant_mark(latest))
    coming = [alert for alert in alerts if alert.fire_at > at]
    for fire_at, group in _alike(coming, lambda alert: alert.fire_at):
        names, minutes = [alert.subject for alert in group], -((at - fire_at) // timedelta(minutes=1))
        yield soon_text(names, group[0].verb if len(group) == 1 else "are", minutes, instant_mark(fire_at))
    yield from (alert.private_text for alert in alerts if not alert.subject)


def _as_it_is(alerts: list[Alert], _at: datetime) -> Iterator[str]:
    return (alert.private_text for alert in alerts)


_Said = Callable[[list[Alert], datetime], Iterator[str]]
_SAID: dict[AlertKind, _Said] = {
    AlertKind.SESSION: _session,
    AlertKind.AFTERCARE_START: _aftercare,
    AlertKind.PREPARE: _prepare,
    AlertKind.ALLOWED: _allowed,
    AlertKind.CHECK_IN: _as_it_is,
    AlertKind.LATE_WATCH: _as_it_is,
    AlertKind.NEXT_SESSION: _next_session,
    AlertKind.LOOK_AGAIN: _as_it_is,
}


def _alike(alerts: list[Alert], key: Callable[[Alert], Any]) -> Iterator[tuple[Any, list[Alert]]]:
    """The alerts about an activity, those of the same key together."""
    named = sorted((alert for alert in alerts if alert.subject), key=key)
    return ((found, list(group)) for found, group in groupby(named, key=key))
