"""Symptoms that were for the clinic after an earlier session and have not gone since: a new session calms nobody."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from aftercare.core.advice_setting import setting_at
from aftercare.core.advice_symptoms import conditions
from aftercare.core.observation import Observation, Severity, SymptomReport
from aftercare.core.protocol import CareProtocol
from aftercare.core.red_flags import AdviceContent, Tier
from aftercare.core.session import Session

# A symptom, and the check-in that last logged it after another session.
Carried = Mapping[str, Observation]
_GONE = Severity.NONE.value


def carried_over(ordered: Sequence[Observation], wanted: Set[str]) -> dict[str, Carried]:
    """For the check-ins of these ids: what is there and was logged after another session, and not as gone since.

    One pass over all, which are in order already. Older versions that a restore has kept are left out.
    """
    latest: dict[str, Observation] = {}
    other: dict[str, Observation] = {}
    found: dict[str, Carried] = {}
    if len({each.session_id for each in ordered}) < 2:
        return found
    for each in ordered:
        if len(found) == len(wanted):
            break
        if each.copy_from:
            continue
        for report in each.symptoms:
            symptom = report.symptom
            # Thousands of reports in a row: this is `report.there`, without a call for each.
            if report.severity == _GONE:
                if latest.pop(symptom, None) is not None:
                    other.pop(symptom, None)
            elif report.severity is not None or report.trend is not None:
                before = latest.get(symptom)
                if before is not None and before.session_id != each.session_id:
                    other[symptom] = before
                latest[symptom] = each
        if each.id in wanted:
            found[each.id] = {r.symptom: other[r.symptom] for r in each.symptoms if r.there and r.symptom in other}
    return found


def lasting(
    carried: Carried,
    session: Session | None,
    sessions: Iterable[Session],
    protocol_of: Callable[[Session], CareProtocol | None],
    content: AdviceContent,
) -> frozenset[str]:
    """Those of the carried symptoms that were one for the clinic when they were last logged after an earlier session.

    `session`: the one of the check-in; without it everything that is there is one for the clinic by itself.
    """
    if not carried or session is None:
        return frozenset()
    known = {each.id: each for each in sessions if each.start < session.start}

    def for_clinic(symptom: str, then: Observation) -> bool:
        earlier, rule, report = known.get(then.session_id or ""), content.symptoms.get(symptom), then.report(symptom)
        if earlier is None or rule is None or report is None:
            return False
        setting = setting_at(then.at, earlier, protocol_of(earlier), content)
        if setting.hours is None or setting.protocol is None:
            return False
        met = conditions(SymptomReport(symptom, report.severity), None, rule, setting)
        tiers = [(content.conditions.get(each) or content.signs[each]).tier for each in met]
        return max((tier.rank for tier in tiers), default=0) >= Tier.CLINIC.rank

    return frozenset(symptom for symptom, then in carried.items() if for_clinic(symptom, then))
