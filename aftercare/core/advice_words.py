"""The sentences of an advice, in the patient's language."""
from __future__ import annotations

from collections.abc import Iterable

from aftercare.core.observation import Severity, SymptomReport
from aftercare.core.protocol import ExpectedEffect
from aftercare.core.red_flags import AdviceContent, RedFlagRule
from aftercare.core.temperature import both_scales
from aftercare.numerals import number
from aftercare.words import gettext as _
from aftercare.words import marked, ngettext

_AS_EXPECTED = {
    Severity.MILD: marked("{symptom}: mild. This is usual at this time."),
    Severity.MEDIUM: marked("{symptom}: medium. This is usual at this time."),
    Severity.STRONG: marked("{symptom}: strong. This is usual at this time."),
}


def each(*groups: Iterable[str]) -> tuple[str, ...]:
    """All sentences of the groups, translated, each once."""
    return tuple(dict.fromkeys(_(text) for group in groups for text in group if text))


def of_sign(rule: RedFlagRule) -> str:
    """ "Pus. This can mean an infection."."""
    return _("{sign}. {meaning}").format(sign=_(rule.name), meaning=_(rule.means))


def of_condition(rule: RedFlagRule, symptom: str, effect: ExpectedEffect | None) -> str:
    """ "Swelling: worse than last time."."""
    return _(rule.text).format(symptom=_(symptom), time=_length(effect.latest_hours if effect else 0))


def of_fever(rule: RedFlagRule, celsius: float) -> str:
    """ "You measured 38.2 °C (100.8 °F). This can mean an infection."."""
    return _(rule.text).format(temperature=both_scales(celsius))


def of_rules(rules: Iterable[RedFlagRule]) -> tuple[str, ...]:
    """What the rules add to do or to look for, on brown or black skin too."""
    return tuple(text for rule in rules for text in (rule.note, rule.skin))


def of_skin(there: Iterable[SymptomReport], content: AdviceContent) -> tuple[str, ...]:
    """How what is there looks on brown or black skin."""
    known = (content.symptoms.get(report.symptom) for report in there)
    return tuple(rule.skin for rule in known if rule is not None)


def as_expected(report: SymptomReport, content: AdviceContent) -> str:
    """ "Redness: mild. This is usual at this time."."""
    severity = report.known_severity or Severity.MILD
    return _(_AS_EXPECTED[severity]).format(symptom=_(content.symptoms[report.symptom].name))


def nothing_there() -> tuple[str, str]:
    """For a check-in in which all is well: why, and what to do."""
    return _("Nothing in your answers is out of the usual."), _("Check in again if something changes.")


def _length(hours: float) -> str:
    if hours >= 24 and hours % 24 == 0:
        return ngettext("{count} day", "{count} days", int(hours // 24)).format(count=int(hours // 24))
    return _("{count} h").format(count=number(hours))
