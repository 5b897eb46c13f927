"""What the wizard knows so far: a frozen draft that can be stored at any moment, and the session it becomes."""
from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace

from aftercare.core.errors import InvalidInput
from aftercare.core.instants import from_utc_text, in_range, utc_text, zone_named
from aftercare.core.ports import Catalogue
from aftercare.core.protocol import CareProtocol
from aftercare.core.session import Session, SessionStatus, new_session

PLANNED, DONE = "planned", "done"
STEPS = 3
QUARTER = 15


@dataclass(frozen=True, slots=True)
class Draft:
    """`date` and `time` are the clinic's wall time: of the start when planned, of the end when done.

    Empty `technique` or `product`: not known. `minutes` None: the protocol's usual length. `typed_date` and
    `typed_time` hold what was typed and could not be read. `dated`: day and time are the patient's, not offered.
    `tried` is the last step that was to be left with something missing. `editing` is the id of the session that is
    changed, `was` its start in UTC as text.
    """

    step: int = 1
    tried: int = 0
    area: str = ""
    protocol: str = ""
    technique: str = ""
    product: str = ""
    timing: str = DONE
    date: dt.date | None = None
    time: dt.time | None = None
    minutes: int | None = None
    zone: str = ""
    typed_date: str = ""
    typed_time: str = ""
    dated: bool = False
    editing: str = ""
    was: str = ""

    def to_dict(self) -> dict[str, object]:
        """Plain values for a JSON file."""
        plain = asdict(self)
        plain["date"] = self.date.isoformat() if self.date else None
        plain["time"] = self.time.isoformat("minutes") if self.time else None
        return plain

    @classmethod
    def from_dict(cls, stored: Mapping[str, object]) -> Draft:
        """The draft of stored values. What this version does not know or cannot read is left at its default."""
        known = {field.name for field in fields(cls)}
        values = {name: _read(name, value) for name, value in stored.items() if name in known}
        return cls(**{name: value for name, value in values.items() if value is not None})  # type: ignore[arg-type]

    @classmethod
    def from_session(cls, session: Session) -> Draft:
        """The draft that changes an existing session; it opens on the last step."""
        timing = DONE if session.status == SessionStatus.DONE else PLANNED
        moment = session.end if timing == DONE else session.start
        wall = moment.astimezone(zone_named(session.zone))
        return cls(
            step=STEPS,
            area=session.area or "",
            protocol=session.protocol,
            technique=session.technique or "",
            product=session.product or "",
            timing=timing,
            date=wall.date(),
            time=wall.time().replace(tzinfo=None, fold=0, second=0, microsecond=0),
            minutes=session.minutes,
            zone=session.zone,
            dated=True,
            editing=session.id,
            was=utc_text(session.start),
        )


def new_draft(now: dt.datetime, zone: str) -> Draft:
    """An empty draft: done, today, at the quarter of an hour that has just passed on the device's clock."""
    wall = now.astimezone(zone_named(zone))
    return Draft(timing=DONE, date=wall.date(), time=just_passed(wall), zone=zone)


def resumed(stored: Mapping[str, object], now: dt.datetime, zone: str) -> Draft:
    """The draft that was kept; a day and time that were only offered are offered anew, as of now."""
    kept = Draft.from_dict(stored)
    if kept.dated or kept.editing:
        return kept
    fresh = new_draft(now, zone)
    return replace(kept, timing=fresh.timing, date=fresh.date, time=fresh.time, zone=fresh.zone)


def just_passed(wall: dt.datetime) -> dt.time:
    """The last full quarter of an hour of a wall time."""
    return dt.time(wall.hour, wall.minute - wall.minute % QUARTER)


def protocol_of(draft: Draft, catalogue: Catalogue) -> CareProtocol | None:
    """The protocol that is chosen, if there is one and this version knows it."""
    return catalogue.protocol(draft.protocol) if draft.protocol in catalogue.protocol_ids() else None


def to_session(draft: Draft, id: str, catalogue: Catalogue) -> Session:
    """The session of a complete draft. Raises InvalidInput (WallTimeGap for a skipped time) naming the field."""
    if draft.date is None or draft.time is None:
        raise InvalidInput("start", "start: a date and a time are needed.")
    protocol = catalogue.protocol(draft.protocol)
    session = new_session(
        id,
        protocol,
        dt.datetime.combine(draft.date, draft.time),
        draft.zone,
        minutes=protocol.minutes if draft.minutes is None else draft.minutes,
        technique=draft.technique or None,
        area=draft.area or None,
        product=draft.product or None,
        status=draft.timing,
    )
    length = dt.timedelta(minutes=session.minutes)
    start = session.start - length if draft.timing == DONE else session.start
    place = zone_named(draft.zone)
    wall = in_range(start.astimezone(place).replace(tzinfo=None), "start")
    if draft.was and (old := from_utc_text(draft.was)).astimezone(place).replace(tzinfo=None, fold=0) == wall:
        # The same clock time on the night clocks go back: the hour of the two that was stored stays.
        start = old
    return replace(session, start=start)


def edited(draft: Draft, session: Session, catalogue: Catalogue) -> Session:
    """The stored session with what the draft changed; it keeps its protocol version and its own cancelled state."""
    changed = to_session(draft, session.id, catalogue)
    same = changed.protocol == session.protocol
    return replace(
        changed,
        version=session.version if same else changed.version,
        status=session.status if session.cancelled else changed.status,
        quiet_until=session.quiet_until,
    )


def _read(name: str, value: object) -> object:
    try:
        if name == "date":
            return dt.date.fromisoformat(str(value)) if value else None
        if name == "time":
            return dt.time.fromisoformat(str(value)).replace(tzinfo=None, fold=0) if value else None
        if name == "was":
            return utc_text(from_utc_text(str(value))) if value else ""
    except (ValueError, OverflowError):
        return None
    if name == "dated":
        return value if isinstance(value, bool) else None
    if name in ("step", "tried", "minutes"):
        whole = isinstance(value, int) and not isinstance(value, bool)
        return value if whole and (name == "minutes" or 0 <= value <= STEPS) else None  # type: ignore[operator]
    return value if isinstance(value, str) else None
