"""The alerts that come at an hour of the device's clock: check-ins, late watch, and the next session ahead.

Their keys carry a date, so what is told after midnight, or in another zone, still stands for its own day.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from aftercare.core.alert_types import Alert, AlertKind, Late
from aftercare.core.instants import day_bounds, generated, zone_named
from aftercare.core.session import Session, SessionStatus
from aftercare.words import gettext as _
from aftercare.words import ngettext

CHECK_IN_DAYS, CHECK_IN_AT = (1, 2, 3), time(9)
LATE_WATCH_DAYS, LATE_WATCH_AT = (7, 14, 30, 60, 90), time(10)
LATE_WATCH_FOR = timedelta(days=3)
AHEAD_DAYS, AHEAD_AT = (7, 3), time(10)


def follow_up_alerts(
    sessions: Iterable[Session], zone: str, late_days: Sequence[int] = LATE_WATCH_DAYS
) -> tuple[Alert, ...]:
    """These alerts of all sessions for a device in `zone`, soonest first. Cancelled sessions have none.

    `late_days`: the days of the late watch, as the content has them.

    The day of a session is its date in the clinic's zone. A session is followed until the next one begins, whose
    own alerts then take over; and a session is told ahead only once the one before it is past.
    """
    place = zone_named(zone)
    counting = sorted((s for s in sessions if not s.cancelled), key=lambda session: (session.start, session.id))
    found: list[Alert] = []
    for session in counting:
        following = next((other.start for other in counting if other.start > session.start), None)
        found.extend(
            alert
            for alert in _after(_Maker(session, place), late_days)
            if following is None or alert.fire_at < following
        )
        before = max((_day(other) for other in counting if other.start < session.start), default=date.min)
        found.extend(_ahead(_Maker(session, place), before))
    quiet = {session.id: session.quiet_until for session in counting}
    heard = (a for a in found if (silent := quiet[a.session_id]) is None or a.fire_at > silent)
    return tuple(sorted(heard, key=lambda alert: alert.order))


@dataclass(frozen=True, slots=True)
class _Maker:
    session: Session
    place: ZoneInfo

    def alert(
        self, kind: AlertKind, rule: str, wall: datetime, expire: Callable[[datetime], datetime], text: str, public: str
    ) -> Alert:
        fire = generated(wall, self.place)
        return Alert(
            key=f"{self.session.id}:{rule}:{wall:%Y-%m-%d}",
            kind=kind,
            fire_at=fire,
            expire_at=expire(fire),
            late=Late.COLLAPSE,
            private_text=text,
            public_text=public,
            session_id=self.session.id,
            wall=f"{wall:%Y-%m-%dT%H:%M}",
        )


def _after(maker: _Maker, late_days: Sequence[int]) -> Iterator[Alert]:
    first = _day(maker.session)
    for days in CHECK_IN_DAYS:
        day = first + timedelta(days)
        _start, end = day_bounds(day, maker.place)
        yield maker.alert(
            AlertKind.CHECK_IN,
            f"check-in.{days}",
            datetime.combine(day, CHECK_IN_AT),
            # A skipped day has no end of its own.
            lambda fire, end=end: max(end, fire + timedelta(hours=1)),  # type: ignore[misc]
            _("Look at your skin. Does something feel wrong? The app says what to do."),
            _("You have a short task."),
        )
    for days in late_days:
        yield maker.alert(
            AlertKind.LATE_WATCH,
            f"late-watch.{days}",
            datetime.combine(first + timedelta(days), LATE_WATCH_AT),
            lambda fire: fire + LATE_WATCH_FOR,
            _("Some signs come late. Look at your skin. Does something feel wrong? The app says what to do."),
            _("You have a short task."),
        )


def _ahead(maker: _Maker, before: date) -> Iterator[Alert]:
    session = maker.session
    if session.status != SessionStatus.PLANNED:
        return
    for days in AHEAD_DAYS:
        day = _day(session) - timedelta(days)
        wall = datetime.combine(day, AHEAD_AT)
        if day > before and generated(wall, maker.place) < session.start:
            yield maker.alert(
                AlertKind.NEXT_SESSION,
                f"next-session.{days}",
                wall,
                lambda _fire: session.start,
                ngettext(
                    "Your next session is in {count} day.", "Your next session is in {count} days.", days
                ).format(count=days),
                _("Look at your plan today."),
            )


def _day(session: Session) -> date:
    return session.start.astimezone(zone_named(session.zone)).date()

