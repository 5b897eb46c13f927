"""Alerts: whether they arrive, what comes, and what the patient chose about them."""
from __future__ import annotations

from aftercare.core.alert_choices import read_choices
from aftercare.presenters import alerts_choices as chosen
from aftercare.presenters.alerts_facts import AlertsFacts
from aftercare.presenters.alerts_lists import coming_list, missed_list, test_part
from aftercare.presenters.alerts_reach import closed_part, reach_part
from aftercare.presenters.alerts_state import AlertsState
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _


def build_state(snapshot: Snapshot, facts: AlertsFacts) -> AlertsState:
    """The whole screen; a damaged setting counts as the usual choice, as it does for the alerts themselves."""
    choices, _faults = read_choices(snapshot.settings, snapshot.zone)
    return AlertsState(
        title=_("Alerts"),
        reach=reach_part(snapshot, facts, choices),
        missed=missed_list(snapshot, facts),
        closed=closed_part(snapshot, facts),
        lead=chosen.lead_part(facts, choices),
        kinds_title=_("What to tell me"),
        kinds=chosen.kind_rows(facts, choices),
        limit=chosen.limit_line(facts, choices),
        wording=chosen.wording_row(facts, choices),
        sample=chosen.sample(snapshot, facts, choices),
        quiet=chosen.quiet_part(snapshot, facts, choices),
        coming=coming_list(snapshot, facts),
        test=test_part(snapshot, facts),
    )
