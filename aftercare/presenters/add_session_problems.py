"""What still stands in the way of a session, each beside its field, with a way out where there is one."""
from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aftercare.core.errors import InvalidInput, WallTimeGap
from aftercare.core.instants import parse_wall
from aftercare.core.ports import Catalogue
from aftercare.core.session import LONGEST_MINUTES, SHORTEST_MINUTES, Session
from aftercare.presenters.add_session_dates import Unreadable, read_date, read_time
from aftercare.presenters.add_session_draft import DONE, PLANNED, STEPS, Draft, protocol_of, to_session
from aftercare.presenters.wording import short_date
from aftercare.words import gettext as _

STEP_OF = {"area": 1, "protocol": 1, "technique": 1, "product": 1, "timing": 2, "date": 2, "time": 2, "zone": 2}


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence beside a field. `fix` names a button that changes the draft's `field` to `value`.

    `missing`: nothing was chosen yet; it is only said once the patient wants to go on.
    """

    text: str
    fix: str = ""
    field: str = ""
    value: str = ""
    missing: bool = False


def problems(draft: Draft, catalogue: Catalogue, now: dt.datetime) -> dict[str, Problem]:
    """By field: everything that keeps the draft from becoming a session; empty means that it can be saved."""
    found = _unchosen(draft, catalogue) | _undated(draft)
    if found:
        return found
    try:
        session = to_session(draft, "draft", catalogue)
    except WallTimeGap as gap:
        return {"time": _gap(draft, gap.next_valid)}
    except InvalidInput as fault:
        return _named(fault)
    return _out_of_time(draft, session, now)


def shown(draft: Draft, found: Mapping[str, Problem], step: int) -> dict[str, Problem]:
    """Those of a step that are said now."""
    here = {field: problem for field, problem in found.items() if STEP_OF[field] == step}
    return {field: p for field, p in here.items() if not p.missing or draft.tried >= step}


def first_open_step(found: Mapping[str, Problem]) -> int:
    """The first step that cannot be left yet; the last one when nothing is missing."""
    return min((STEP_OF[field] for field in found), default=STEPS)


def _unchosen(draft: Draft, catalogue: Catalogue) -> dict[str, Problem]:
    areas = {area for id in catalogue.protocol_ids() for area in catalogue.protocol(id).areas}
    protocol = protocol_of(draft, catalogue)
    if draft.area not in areas:
        return {"area": Problem(_("Area: choose one of the pictures."), missing=True)}
    if protocol is None or draft.area not in protocol.areas:
        return {"protocol": Problem(_("Treatment: choose one of the cards."), missing=True)}
    return {}


def _undated(draft: Draft) -> dict[str, Problem]:
    found: dict[str, Problem] = {}
    if draft.typed_date:
        found["date"] = Problem(_sentence(read_date, draft.typed_date))
    elif draft.date is None:
        found["date"] = Problem(_("Date: choose a day in the calendar."), missing=True)
    if draft.typed_time:
        found["time"] = Problem(_sentence(read_time, draft.typed_time))
    elif draft.time is None:
        found["time"] = Problem(_("Add a time. A rough one is fine."), missing=True)
    return found


def _sentence(read: Callable[[str], object], typed: str) -> str:
    try:
        read(typed)
    except Unreadable as fault:
        return str(fault)
    return _("Date and time: choose them again.")


def _gap(draft: Draft, next_valid: str) -> Problem:
    valid = parse_wall(next_valid, "time")
    at = f"{valid:%H:%M}"
    if valid.date() != draft.date:
        at = _("{day}, {time}").format(day=short_date(valid.date()), time=at)
    said = _("Time: clocks skip {time} on this day. The next time there is {next}.")
    time = f"{draft.time:%H:%M}" if draft.time else ""
    return Problem(said.format(time=time, next=at), _("Use {time}").format(time=at), "moment", next_valid)


def _named(fault: InvalidInput) -> dict[str, Problem]:
    sentences = {
        "start": ("date", _("Date: use a year from 2000 to 2099.")),
        "zone": ("zone", _("Time zone: choose a city from the list.")),
        "status": ("timing", _("Choose “Coming up” or “Already done”.")),
        "minutes": (
            "time",
            _("Length: use {least} to {most} minutes.").format(least=SHORTEST_MINUTES, most=LONGEST_MINUTES),
        ),
        "technique": ("technique", _("Method: choose one from the list.")),
        "product": ("product", _("Product: choose one from the list.")),
    }
    field, sentence = sentences.get(fault.field, ("date", fault.message))
    return {field: Problem(sentence)}


def _out_of_time(draft: Draft, session: Session, now: dt.datetime) -> dict[str, Problem]:
    if draft.timing == DONE and session.end > now:
        said = _("Time: this is still to come. Choose an earlier time, or “Coming up”.")
        return {"time": Problem(said, _("It is coming up"), "timing", PLANNED)}
    if draft.timing == PLANNED and session.start <= now:
        said = _("Time: this is over already. Choose a later time, or “Already done”.")
        return {"time": Problem(said, _("It is already done"), "timing", DONE)}
    return {}
