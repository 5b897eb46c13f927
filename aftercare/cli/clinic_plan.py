"""The command `clinic-plan`: what a signed plan of a clinic would change. It stores nothing."""
from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from aftercare.cli.output import Json, stored_session_json
from aftercare.cli.outside import Outside, print_json
from aftercare.core.errors import InvalidInput
from aftercare.core.instants import parse_instant, utc_text, zone_named

if TYPE_CHECKING:
    from aftercare.core.clinic_plan_change import PlanChange
    from aftercare.services.clinic_plan import PlanPreview


def clinic_plan(args: Namespace, outside: Outside) -> int:
    """Print what the plan in a file would change. Raises InvalidInput with the one sentence on why it is not taken."""
    from aftercare.core.clinic_plan_errors import PlanRefused
    from aftercare.presenters.clinic_plan_words import plan_lines, refusal_words
    from aftercare.services.clinic_plan import preview

    zone = outside.clock.zone()
    now = parse_instant(args.now, "now", zone_named(zone)) if args.now else outside.clock.now()
    try:
        signed = outside.clinic_plans().read(args.file)
        stored = outside.sessions.all(), outside.overrides.all(), outside.observations.all()
        found = preview(signed, outside.catalogue, *stored, now, zone)
    except PlanRefused as refused:
        raise InvalidInput(refused.field, refusal_words(refused, outside.catalogue)) from None
    if args.json:
        return print_json(preview_json(found))
    print("\n".join(plan_lines(found, outside.catalogue, now, zone)))
    return 0


def preview_json(found: PlanPreview) -> Json:
    """The plan and its changes. Hours: 0 is no limit, null is no known time."""
    plan = found.signed.plan
    return {
        "clinic": {"name": plan.clinic, "phone": plan.phone or None, "key": found.signed.fingerprint},
        "issued": plan.issued.isoformat(),
        "valid_until": plan.valid_until.isoformat(),
        "session": stored_session_json(found.session),
        "needs_tick": found.needs_tick,
        "changes": [_change_json(change) for change in found.changes],
    }


def _change_json(change: PlanChange) -> Json:
    return {
        "activity": change.item.activity,
        "phase": change.item.phase,
        "kind": change.kind,
        "hours_before": change.before,
        "hours": change.after,
        "until": utc_text(change.until) if change.until else None,
        "source_hours": list(change.source_range) if change.source_range else None,
        "needs_tick": change.needs_tick,
        # Of what is not known here neither hours nor words are passed on: it might be a medicine.
        "note": (change.item.note if change.kind != "unknown" else "") or None,
    }
