"""What earlier check-ins say about the present one, and about symptoms that have gone."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import datetime

from aftercare.core.observation import Observation, Severity, SymptomReport

# Looked up for thousands of reports in a row.
_KNOWN = frozenset(Severity)


def in_order(observations: Iterable[Observation]) -> list[Observation]:
    """By the moment they speak of; of two for one moment the later entered is the later."""
    return sorted(observations, key=lambda each: (each.at, each.recorded_at, each.id))


def last_before(observation: Observation, all: Iterable[Observation]) -> Observation | None:
    """The check-in before this one, of its session, as it was logged."""
    earlier = _earlier(observation, all)
    return earlier[-1] if earlier else None


def previous(observation: Observation, all: Iterable[Observation]) -> Observation | None:
    """What the check-in is compared with: the latest severity of each symptom logged before it, of its session.

    A symptom that the last check-in left out is compared with the one before that. None: nothing was logged before.
    Older versions that a restore has kept are not compared with.
    """
    earlier = _earlier(observation, all)
    if not earlier:
        return None
    reports: dict[str, SymptomReport] = {}
    for each in earlier:
        _learn(reports, each)
    return _with_reports(earlier[-1], reports)


def previous_of(ordered: Sequence[Observation], wanted: Set[str]) -> dict[str, Observation]:
    """What `previous` finds for the check-ins of these ids, in one pass over all, which are `in_order` already."""
    last: dict[str | None, Observation] = {}
    reports: dict[str | None, dict[str, SymptomReport]] = {}
    found: dict[str, Observation] = {}
    sessions = {each.session_id for each in ordered if each.id in wanted}
    left = len(wanted)
    for each in ordered:
        if not left:
            break
        if each.session_id not in sessions:
            continue
        known = reports.setdefault(each.session_id, {})
        if each.id in wanted:
            left -= 1
            if each.session_id in last:
                found[each.id] = _with_reports(last[each.session_id], known)
        if not each.copy_from:
            _learn(known, each)
            last[each.session_id] = each
    return found


def _learn(reports: dict[str, SymptomReport], observation: Observation) -> None:
    for report in observation.symptoms:
        if report.severity in _KNOWN:
            reports[report.symptom] = report


def _with_reports(last: Observation, reports: Mapping[str, SymptomReport]) -> Observation:
    return Observation(
        last.id, last.session_id, last.at, last.recorded_at, last.date, tuple(reports.values()), last.signs,
        last.temperature_c,
    )  # fmt: skip


def _earlier(observation: Observation, all: Iterable[Observation]) -> list[Observation]:
    mine = (observation.at, observation.recorded_at, observation.id)
    return in_order(
        each
        for each in all
        if each.session_id == observation.session_id
        and each.id != observation.id
        and not each.copy_from
        and (each.at, each.recorded_at, each.id) < mine
    )


def resolved(observations: Iterable[Observation], session_id: str) -> dict[str, datetime]:
    """For each symptom that was there after a session and has gone: the moment it was first logged as gone.

    One that comes back has not gone; it then counts from the next time it is logged as gone. Older versions that a
    restore has kept end nothing and begin nothing.
    """
    there: set[str] = set()
    gone: dict[str, datetime] = {}
    for observation in in_order(o for o in observations if o.session_id == session_id and not o.copy_from):
        for report in observation.symptoms:
            if not report.answered:
                continue
            if report.there:
                there.add(report.symptom)
                gone.pop(report.symptom, None)
            elif report.symptom in there:
                gone.setdefault(report.symptom, observation.at)
    return gone
