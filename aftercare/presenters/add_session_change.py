"""What each tap does to the draft: pure, and it never fails on what a field may hold."""
from __future__ import annotations

import datetime as dt
from dataclasses import replace

from aftercare.core.errors import InvalidInput
from aftercare.core.instants import entered, parse_wall, zone_named
from aftercare.core.ports import Catalogue
from aftercare.presenters.add_session_dates import Unreadable, read_date, read_time
from aftercare.presenters.add_session_draft import (
    DONE,
    PLANNED,
    QUARTER,
    Draft,
    just_passed,
    new_draft,
    protocol_of,
)
from aftercare.presenters.add_session_problems import first_open_step, problems

USUAL_START = dt.time(10)


def change(
    draft: Draft, field: str, value: object, catalogue: Catalogue, now: dt.datetime, zone: str
) -> Draft:
    """The draft after a field got a value. `now` is UTC, `zone` the device's.

    Fields: area, protocol, technique, product (ids; "" is not known), timing ("planned", "done"), date, time (values
    or ISO text), typed_date, typed_time (as typed), quarter (+1 or -1 step of the time), moment ("YYYY-MM-DDTHH:MM"),
    zone (IANA name), minutes, step (1 to 3), next, restart. An unknown field changes nothing.
    """
    text = str(value) if value is not None else ""
    match field:
        case "area":
            return _with_area(draft, text, catalogue)
        case "protocol":
            fresh = text != draft.protocol
            return replace(draft, protocol=text, technique="", product="", minutes=None) if fresh else draft
        case "technique":
            return replace(draft, technique=text)
        case "product":
            return replace(draft, product=text)
        case "zone":
            return replace(draft, zone=text, dated=True)
        case "minutes":
            return replace(draft, minutes=value if isinstance(value, int) else None)
        case "timing" | "date" | "typed_date" | "time" | "typed_time" | "quarter" | "moment":
            return replace(_timed(draft, field, value, now, zone), dated=True)
        case "step" | "next":
            wanted = draft.step + 1 if field == "next" else value if isinstance(value, int) else draft.step
            return _on_step(draft, wanted, catalogue, now)
        case "restart":
            return new_draft(now, zone)
    return draft


def _timed(draft: Draft, field: str, value: object, now: dt.datetime, zone: str) -> Draft:
    match field:
        case "timing":
            return _with_timing(draft, str(value), now, zone)
        case "date" | "typed_date":
            return _with_date(draft, value, now)
        case "time" | "typed_time":
            return _with_time(draft, value)
        case "quarter":
            return replace(draft, time=_stepped(draft.time, 1 if value == 1 else -1), typed_time="")
        case _:
            return _with_moment(draft, str(value))


def _with_area(draft: Draft, area: str, catalogue: Catalogue) -> Draft:
    chosen = protocol_of(draft, catalogue)
    moved = replace(draft, area=area)
    if chosen is None or area in chosen.areas:
        return moved
    # Injections stay injections when the patient corrects the area only.
    offered = (catalogue.protocol(id) for id in catalogue.protocol_ids())
    same = [p.id for p in offered if area in p.areas and p.treatment == chosen.treatment]
    return replace(moved, protocol=same[0] if same else "", technique="", product="", minutes=None)


def _with_timing(draft: Draft, timing: str, now: dt.datetime, zone: str) -> Draft:
    if timing not in (PLANNED, DONE) or timing == draft.timing:
        return draft
    turned = replace(draft, timing=timing)
    moment = _instant(draft)
    if moment is not None and (moment > now) == (timing == PLANNED):
        return turned
    if timing == PLANNED:
        return replace(turned, date=None, time=USUAL_START, typed_date="", typed_time="")
    wall = now.astimezone(zone_named(draft.zone if _known(draft.zone) else zone))
    return replace(turned, date=wall.date(), time=just_passed(wall), typed_date="", typed_time="")


def _with_date(draft: Draft, value: object, now: dt.datetime) -> Draft:
    try:
        day = value if isinstance(value, dt.date) else read_date(str(value or ""))
    except Unreadable:
        return replace(draft, typed_date=str(value)) if value else draft
    dated = replace(draft, date=day, typed_date="")
    if not _known(draft.zone):
        return dated
    here = now.astimezone(zone_named(draft.zone))
    # A day that lies wholly on the other side of now says by itself which of the two it is.
    if day > here.date() and draft.timing == DONE:
        # The present time was only offered for a session that has just ended.
        offered = draft.time is None or draft.time == just_passed(here)
        return replace(dated, timing=PLANNED, time=USUAL_START if offered else draft.time)
    return replace(dated, timing=DONE) if day < here.date() else dated


def _with_time(draft: Draft, value: object) -> Draft:
    try:
        at = value if isinstance(value, dt.time) else read_time(str(value or ""))
    except Unreadable:
        return replace(draft, typed_time=str(value)) if value else draft
    return replace(draft, time=at.replace(second=0, microsecond=0, tzinfo=None, fold=0), typed_time="")


def _with_moment(draft: Draft, text: str) -> Draft:
    try:
        wall = parse_wall(text, "time")
    except InvalidInput:
        return draft
    return replace(draft, date=wall.date(), time=wall.time(), typed_date="", typed_time="")


def _on_step(draft: Draft, wanted: int, catalogue: Catalogue, now: dt.datetime) -> Draft:
    if wanted <= draft.step:
        return replace(draft, step=max(1, wanted))
    reach = first_open_step(problems(draft, catalogue, now))
    return replace(draft, step=min(wanted, reach), tried=max(draft.tried, reach if reach < wanted else 0))


def _stepped(at: dt.time | None, by: int) -> dt.time:
    if at is None:
        return USUAL_START
    minutes = at.hour * 60 + at.minute
    # An odd time goes to the next quarter on that side.
    quarter = minutes // QUARTER + 1 if by > 0 else -(-minutes // QUARTER) - 1
    return dt.time(*divmod(quarter * QUARTER % (24 * 60), 60))


def _instant(draft: Draft) -> dt.datetime | None:
    if draft.date is None or draft.time is None or draft.typed_date or draft.typed_time or not _known(draft.zone):
        return None
    try:
        return entered(dt.datetime.combine(draft.date, draft.time), zone_named(draft.zone), "time")
    except (InvalidInput, OverflowError):
        return None


def _known(zone: str) -> bool:
    try:
        zone_named(zone)
    except InvalidInput:
        return False
    return True
