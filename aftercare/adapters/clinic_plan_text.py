"""A clinic's plan as the JSON text that is signed, and back. docs/CLINIC_PLANS.md describes it."""
from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from aftercare.adapters.clinic_plan_fields import Fields
from aftercare.adapters.clinic_words import is_medicine, refuse_stopping
from aftercare.adapters.strict_json import NotStrict, strict_json
from aftercare.core.clinic_plan import ClinicPlan, ClinicTime, Fine, FromMoment, Hours, PlanItem, Procedure
from aftercare.core.clinic_plan_errors import PlanFault, PlanRefused
from aftercare.core.clinic_plan_rules import check_items
from aftercare.core.errors import InvalidInput
from aftercare.core.instants import entered, zone_named
from aftercare.core.protocol import Phase
from aftercare.words import marked

MOST_ITEMS = 32
MOST_NAME, MOST_NOTE = 60, 120
LONGEST_VALID = timedelta(days=366)
ITEMS = marked("use a list of 1 to 32 items.")
UNTIL = marked("use a date from the issued one to a year after it.")
TOGETHER = marked("name start and zone together; minutes only beside them.")
SKIPPED = marked("clocks skip this time. Use another one.")
ONE_TIME = marked("use one of hours, from and fine.")
FINE = marked("use true, or leave it out.")
PHASE = marked("use before or after.")
FROM_AFTER = marked("use it only after a session.")
_PLAN = (
    "clinic", "phone", "issued", "valid_until", "protocol", "technique", "area", "start", "zone", "minutes", "items",
)  # fmt: skip
_ITEM = ("activity", "phase", "hours", "from", "fine", "note")


def plan_from_text(text: str) -> ClinicPlan:
    """The plan that a text describes. Raises PlanRefused naming the field and what it accepts."""
    try:
        said = strict_json(text)
    except NotStrict:
        raise PlanRefused(PlanFault.UNREADABLE) from None
    fields = Fields(said, _PLAN)
    issued, until = fields.day("issued"), fields.day("valid_until")
    if not issued <= until <= issued + LONGEST_VALID:
        raise fields.refused("valid_until", UNTIL, PlanFault.CONTRADICTION)
    plan = ClinicPlan(
        clinic=_checked(fields.words("clinic", MOST_NAME), "clinic"),
        phone=fields.phone("phone") if fields.has("phone") else "",
        issued=issued,
        valid_until=until,
        procedure=Procedure(
            fields.code("protocol"),
            fields.code("technique") if fields.has("technique") else None,
            fields.code("area") if fields.has("area") else None,
        ),
        start=fields.wall("start") if fields.has("start") else None,
        zone=fields.zone("zone") if fields.has("zone") else "",
        minutes=fields.minutes("minutes") if fields.has("minutes") else None,
        items=_items(fields),
    )
    _check_session(plan, fields)
    check_items(plan.items)
    return plan


def text_from_plan(plan: ClinicPlan) -> str:
    """The text that `plan_from_text` reads as this plan: what a clinic's program signs."""
    start = plan.start.isoformat(timespec="minutes") if plan.start else None
    said = {
        "clinic": plan.clinic, "phone": plan.phone, "issued": plan.issued.isoformat(),
        "valid_until": plan.valid_until.isoformat(), "protocol": plan.procedure.protocol,
        "technique": plan.procedure.technique, "area": plan.procedure.area, "start": start, "zone": plan.zone,
        "minutes": plan.minutes, "items": [_item_record(item) for item in plan.items],
    }  # fmt: skip
    return json.dumps(_filled(said), ensure_ascii=False, separators=(",", ":"))


def _items(fields: Fields) -> tuple[PlanItem, ...]:
    said = fields.get("items")
    if not isinstance(said, list) or not 0 < len(said) <= MOST_ITEMS:
        raise fields.refused("items", ITEMS)
    return tuple(_item(Fields(item, _ITEM, f"items/{number}/")) for number, item in enumerate(said, 1))


def _item(fields: Fields) -> PlanItem:
    activity = fields.code("activity")
    if fields.has("phase") and fields.get("phase") not in (Phase.BEFORE.value, Phase.AFTER.value):
        raise fields.refused("phase", PHASE)
    phase = Phase(fields.get("phase") or Phase.AFTER)
    time = _time(fields, phase)
    if not isinstance(time, Fine) and is_medicine(activity):
        raise fields.refused("activity", "", PlanFault.MEDICINE)
    note = _checked(fields.words("note", MOST_NOTE), fields.place + "note") if fields.has("note") else ""
    return PlanItem(activity, time, phase, note)


def _time(fields: Fields, phase: Phase) -> ClinicTime:
    given = [name for name in ("hours", "from", "fine") if fields.has(name)]
    if len(given) != 1:
        raise fields.refused("", ONE_TIME, PlanFault.CONTRADICTION if given else PlanFault.FIELD)
    if given == ["hours"]:
        return Hours(fields.hours("hours"))
    if given == ["fine"]:
        if fields.get("fine") is not True:
            raise fields.refused("fine", FINE)
        return Fine()
    if phase is Phase.BEFORE:
        raise fields.refused("from", FROM_AFTER, PlanFault.CONTRADICTION)
    return FromMoment(fields.wall("from"))


def _check_session(plan: ClinicPlan, fields: Fields) -> None:
    if (plan.start is None) == bool(plan.zone) or (plan.minutes is not None and plan.start is None):
        raise fields.refused("start", TOGETHER, PlanFault.CONTRADICTION)
    if plan.start is not None:
        try:
            entered(plan.start, zone_named(plan.zone), "start")
        except InvalidInput:
            raise fields.refused("start", SKIPPED) from None


def _checked(text: str, field: str) -> str:
    refuse_stopping(text, field)
    return text


def _item_record(item: PlanItem) -> dict[str, Any]:
    said: dict[str, Any] = {"activity": item.activity}
    if item.phase is not Phase.AFTER:
        said["phase"] = str(item.phase)
    match item.time:
        case Hours(hours):
            said["hours"] = int(hours) if hours == int(hours) else hours
        case FromMoment(wall):
            said["from"] = wall.isoformat(timespec="minutes")
        case Fine():
            said["fine"] = True
    return said | _filled({"note": item.note})


def _filled(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value not in (None, "")}
