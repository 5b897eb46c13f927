"""Which conditions one logged symptom meets, by its severity, its trend and the hours since the session."""
from __future__ import annotations

from collections.abc import Iterator

from aftercare.core.advice_conditions import Condition
from aftercare.core.advice_setting import Setting
from aftercare.core.observation import Severity, SignCode, SymptomReport, Trend
from aftercare.core.protocol import ExpectedEffect
from aftercare.core.red_flags import SymptomRule

Met = Condition | SignCode


def conditions(
    report: SymptomReport, before: SymptomReport | None, rule: SymptomRule, setting: Setting
) -> Iterator[Met]:
    """The ids of the conditions and signs that a symptom meets; none at all where it is as expected.

    An unknown severity or trend counts as one that may hide something. The later it is, the more severe or the worse
    than before, the more is met.
    """
    if not report.answered:
        return
    severity, trend = report.known_severity, trend_since(report, before, rule, setting)
    if trend is Trend.WORSE:
        yield SignCode.GROWING_PAIN if rule.id == "pain" else Condition.WORSE
        if severity is Severity.NONE:
            yield Condition.CONTRADICTORY
    if severity is None or (report.trend is not None and report.known_trend is None):
        yield Condition.UNCLEAR
    if severity is not Severity.NONE:
        yield from _while_there(severity or Severity.MILD, trend, rule, setting)


def trend_since(
    report: SymptomReport, before: SymptomReport | None, rule: SymptomRule, setting: Setting
) -> Trend | None:
    """Better, same or worse: what was logged, unless the severities tell a worse story. None: neither says."""
    said, now, then = report.known_trend, report.known_severity, before.known_severity if before else None
    if now is None or then is None:
        return said
    if now.rank > then.rank and not (then is Severity.NONE and _may_begin(rule, setting)):
        return Trend.WORSE
    return said or (Trend.BETTER if now.rank < then.rank else Trend.SAME)


def _may_begin(rule: SymptomRule, setting: Setting) -> bool:
    """A bruise may first show days after a session, so a new one within its usual time is not a worse one."""
    effect = setting.effect(rule)
    if not rule.fades or effect is None or setting.hours is None:
        return False
    return setting.hours < effect.usual_hours[1]


def _while_there(severity: Severity, trend: Trend | None, rule: SymptomRule, setting: Setting) -> Iterator[Met]:
    if rule.id == "pain" and severity is Severity.STRONG:
        yield SignCode.SEVERE_PAIN
    if rule.id == "itch" and severity is Severity.STRONG:
        yield Condition.STRONG_ITCH
    effect = setting.effect(rule)
    if setting.protocol is not None and effect is None:
        yield _not_expected(rule, setting)
    if setting.hours is None or setting.protocol is None:
        yield Condition.HOURS_UNKNOWN
    elif effect is not None:
        yield from _by_time(severity, trend, rule, effect, setting.hours, setting)


def _not_expected(rule: SymptomRule, setting: Setting) -> Condition:
    if rule.id == "papules":
        return Condition.PAPULES
    return Condition.NEEDLE_FREE_BRUISE if rule.id == "bruise" and setting.needle_free else Condition.UNEXPECTED


def _by_time(
    severity: Severity, trend: Trend | None, rule: SymptomRule, effect: ExpectedEffect, hours: float, setting: Setting
) -> Iterator[Met]:
    strong, medium = severity is Severity.STRONG, severity is Severity.MEDIUM
    if hours >= setting.latest(effect):
        yield Condition.NEXT_DAY if setting.needle_free else Condition.PAST_LATEST
    elif hours < effect.usual_hours[1]:
        own = setting.lists(rule.id)
        if strong:
            yield Condition.STRONG
        elif medium and not own:
            yield Condition.MORE_THAN_USUAL
        if setting.needle_free and not own:
            yield Condition.NEEDLE_FREE_SURPRISE
    elif rule.fades and trend is Trend.BETTER:
        if strong:
            yield Condition.STRONG
    elif strong:
        yield Condition.PAST_USUAL if rule.usual_is_no_limit else Condition.STRONG_PAST_USUAL
    elif rule.fades:
        yield Condition.NOT_FADING
    elif setting.needle_free:
        yield Condition.NEEDLE_FREE_SURPRISE
    elif medium:
        yield Condition.PAST_USUAL
