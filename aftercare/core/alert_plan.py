"""From alerts to notices: what is told when, in which words, so that the patient is neither woken nor flooded."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from aftercare.core.alarm_port import PlannedAlarm, alarm_id
from aftercare.core.alert_cap import AHEAD, UNCOUNTED, Group, within_daily_cap
from aftercare.core.alert_choices import AlertChoices
from aftercare.core.alert_quiet import QuietHours
from aftercare.core.alert_types import OWN, Alert, AlertKind, Late
from aftercare.core.alert_words import discreet_words, full_words
from aftercare.core.instants import zone_named

HORIZON = timedelta(days=14)
MOST = 48
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Notice:
    """What is told at one instant, `fire_at` (UTC). It is over when the last of its alerts expires.

    `key` is that of its first alert, so it stays the same while that one waits. The texts hold marks for times.
    """

    key: str
    alerts: tuple[Alert, ...]
    fire_at: datetime
    title_private: str
    text_private: str
    title_public: str
    text_public: str

    @property
    def kind(self) -> AlertKind:
        return self.alerts[0].kind

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(alert.key for alert in self.alerts)

    @property
    def expire_at(self) -> datetime:
        return max(alert.expire_at for alert in self.alerts)

    @property
    def late(self) -> Late:
        """Of several that were missed the last one speaks, if all are of one kind that asks for that."""
        alike = len({alert.kind for alert in self.alerts}) == 1
        return Late.COLLAPSE if alike and all(alert.late is Late.COLLAPSE for alert in self.alerts) else Late.SHOW

    @property
    def counted(self) -> bool:
        """Whether it counts against the day's limit."""
        return any(alert.kind not in UNCOUNTED for alert in self.alerts)

    @property
    def wall(self) -> str:
        """The device's wall time that it keeps, or ""."""
        walls = {alert.wall for alert in self.alerts if alert.fire_at == self.fire_at}
        return walls.pop() if len(walls) == 1 and all(a.fire_at == self.fire_at for a in self.alerts) else ""

    def alarm(self, full: bool) -> PlannedAlarm:
        """For a system that shows it by itself; discreet wording is discreet there on every screen."""
        title, text = (self.title_private, self.text_private) if full else (self.title_public, self.text_public)
        return PlannedAlarm(
            alarm_id(self.key), self.key, self.kind, self.fire_at, self.expire_at, self.late,
            title, text, self.title_public, self.text_public, self.wall,
        )  # fmt: skip


def plan_notices(
    alerts: Iterable[Alert],
    choices: AlertChoices,
    now: datetime,
    told: Sequence[datetime] = (),
    within: timedelta | None = HORIZON,
) -> tuple[Notice, ...]:
    """The notices of alerts that wait, soonest first: at most 48 within 14 days of `now` (UTC).

    With `within` None it is all of them, for whoever has a horizon of their own.
    What is overdue is told now, all in one. `told`: the instants of counted notices that were shown already.
    Left out are kinds that are switched off, what has expired, and what has no waking minute left before it expires.
    """
    quiet = QuietHours(choices.quiet_from, choices.quiet_to, zone_named(choices.zone))
    together: dict[datetime, list[tuple[datetime, Alert]]] = defaultdict(list)
    for alert in alerts:
        moment = None if alert.kind in choices.off and alert.kind not in OWN else _moment(alert, choices, quiet, now)
        if moment is not None and (within is None or moment <= now + within):
            minute = now if moment == now else moment.replace(second=0, microsecond=0)
            together[minute].append((moment, alert))
    groups = [
        Group(max(moment for moment, _ in found), tuple(sorted((a for _, a in found), key=lambda a: a.order)))
        for found in together.values()
    ]
    shown = Counter(moment.astimezone(quiet.zone).date() for moment in told)
    kept = within_daily_cap(groups, choices.daily, shown, quiet)
    return tuple(notice_of(group) for group in (kept if within is None else kept[:MOST]))


def notice_of(group: Group) -> Notice:
    """The notice that tells a group."""
    return Notice(
        group.alerts[0].key, group.alerts, group.fire_at,
        *full_words(group.alerts, group.fire_at), *discreet_words(group.alerts),
    )  # fmt: skip


def _moment(alert: Alert, choices: AlertChoices, quiet: QuietHours, now: datetime) -> datetime | None:
    """When an alert is told at the soonest, by itself; None when there is no waking minute for it."""
    wanted = alert.fire_at
    if alert.kind is AlertKind.ALLOWED and alert.subject:
        wanted -= choices.lead_minutes * MINUTE
    if alert.kind is AlertKind.PREPARE:
        wanted = quiet.evening_before(wanted) or wanted
    moment = max(wanted, now) if alert.at_night else quiet.after(max(wanted, now))
    if moment < alert.expire_at:
        return moment
    if alert.kind in AHEAD and alert.expire_at > now:
        evening = quiet.evening_before(max(wanted, now))
        return evening if evening is not None and evening >= now else None
    return None
