"""What was told, row by row: first what the advice rests on, the most urgent on top, then what is as usual."""
from __future__ import annotations

from collections.abc import Iterator

from aftercare.core.advice import Advice, AdviceContent, Tier
from aftercare.core.observation import Observation, Severity, SymptomReport
from aftercare.presenters import check_in_temperature as degrees
from aftercare.presenters import wording
from aftercare.presenters.check_in_card import TRENDS
from aftercare.presenters.check_in_usual import STRENGTHS, Course, icon, name, usual_until
from aftercare.presenters.result_state import FactRow
from aftercare.presenters.today_words import lower, sentence
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

# tier -> (tone, mark)
LOOKS = {
    Tier.EMERGENCY: ("dg", "siren-fill"),
    Tier.SAME_DAY: ("notyet", "phone-call-fill"),
    Tier.CLINIC: ("notyet", "phone-call-fill"),
    Tier.WATCH: ("care", "eye-fill"),
    Tier.EXPECTED: ("ok", "check-circle-fill"),
}
SIGN_ICON = "warning-circle"
THERMOMETER = "thermometer"


def facts(observation: Observation, advice: Advice, snapshot: Snapshot, of: Course) -> tuple[FactRow, ...]:
    """The rows of a check-in."""
    flagged = _flagged(advice, of.content)
    about = [*flagged, *(s for s in _told(observation) if s not in flagged)]
    rows = [_row(subject, flagged.get(subject, []), observation, snapshot, of) for subject in about]
    absent = [name(r.symptom, of.content) for r in observation.symptoms if r.severity == Severity.NONE]
    absent = [word for word in absent if not any(row.title.startswith(word + ":") for row in rows)]
    absent += [_(of.content.signs[code].name) for code in observation.absent if code in of.content.signs]
    if absent:
        listed = ", ".join([absent[0], *map(lower, absent[1:])])
        rows.append(_made("check", Tier.EXPECTED, _("Not there"), listed))
    return tuple(rows)


def words_of(report: SymptomReport, content: AdviceContent) -> str:
    """ "Swelling: strong, worse"."""
    severity, trend = report.known_severity, report.known_trend
    words = [_(STRENGTHS[severity]).lower()] if severity is not None else [report.severity] if report.severity else []
    words += [_(TRENDS[trend]).lower()] if trend is not None else []
    return _("{symptom}: {strength}").format(symptom=name(report.symptom, content), strength=", ".join(words))


def _flagged(advice: Advice, content: AdviceContent) -> dict[str, list[tuple[Tier, str]]]:
    """By what it is about (a sign, a symptom, "temperature"): the tiers and reasons that the advice rests on."""
    found: dict[str, list[tuple[Tier, str]]] = {}
    for key, reason in zip(advice.keys, advice.reasons, strict=False):
        rule, _dot, about = key.partition(".")
        tier = _tier(rule, content)
        if tier is not None:
            subject = about or ("temperature" if rule in content.conditions else rule)
            found.setdefault(subject, []).append((tier, reason))
    return found


def _tier(rule: str, content: AdviceContent) -> Tier | None:
    known = content.signs.get(rule) or content.conditions.get(rule)
    return known.tier if known else None


def _told(observation: Observation) -> Iterator[str]:
    yield from observation.signs
    if observation.temperature_c is not None:
        yield "temperature"
    yield from (r.symptom for r in observation.symptoms if r.there)


def _row(
    subject: str, because: list[tuple[Tier, str]], observation: Observation, snapshot: Snapshot, of: Course
) -> FactRow:
    tier = max((tier for tier, _reason in because), key=lambda tier: tier.rank, default=Tier.EXPECTED)
    report = observation.report(subject)
    sign = of.content.signs.get(subject)
    if subject == "temperature" and observation.temperature_c is not None:
        unit = degrees.unit(snapshot.settings)
        title = _("Temperature: {degrees}").format(degrees=degrees.shown(observation.temperature_c, unit))
        below = degrees.shown(degrees.RAISED_C, unit)
        # The title says how high it is; what it can mean follows its first sentence.
        means = [reason.partition(". ")[2] or reason for _tier, reason in because]
        under = wording.join(*means, _("Usual: below {degrees}").format(degrees=below))
        return _made(THERMOMETER, tier, title, under)
    if report is not None:
        strength = _(STRENGTHS[report.known_severity]) if report.known_severity else ""
        reasons = [_bare(reason, name(subject, of.content), strength) for _tier, reason in because]
        under = " ".join(dict.fromkeys(reasons)) or usual_until(of, subject, snapshot.zone)
        return _made(icon(snapshot, subject), tier, words_of(report, of.content), under)
    title = _(sign.name) if sign else subject
    reasons = [_bare(reason, title) for _tier, reason in because]
    return _made(SIGN_ICON, tier, title, " ".join(dict.fromkeys(reasons)))


def _bare(reason: str, about: str, strength: str = "") -> str:
    """The reason without what the title of its row says already."""
    rest = reason
    for start in (f"{about}: ", f"{about}. ", f"{strength}, ", f"{strength}. "):
        if len(start) > 2 and rest.lower().startswith(start.lower()):
            rest = rest[len(start) :]
    return wording.capital(rest)


def _made(drawing: str, tier: Tier, title: str, subtitle: str) -> FactRow:
    tone, mark = LOOKS[tier]
    return FactRow(drawing, tone, title, subtitle, mark, sentence(title, subtitle))
