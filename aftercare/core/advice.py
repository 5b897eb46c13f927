"""From a check-in to one advice. Pure and deterministic: the worst single rule wins, unknown input never calms."""
from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from aftercare.core import advice_words as words
from aftercare.core.advice_conditions import Condition
from aftercare.core.advice_setting import Setting, setting_at
from aftercare.core.advice_symptoms import Met, conditions
from aftercare.core.observation import LEAST_CELSIUS, Observation, SignCode, SymptomReport
from aftercare.core.protocol import CareProtocol
from aftercare.core.red_flags import AdviceContent, Call, RedFlagRule, SymptomRule, Tier
from aftercare.core.session import Session
from aftercare.core.temperature import is_fever

__all__ = ["Advice", "AdviceContent", "Call", "Tier", "advise"]

LOOK_AGAIN = {Tier.WATCH: 6, Tier.EXPECTED: 24}


@dataclass(frozen=True, slots=True)
class Advice:
    """What a check-in comes to.

    `reasons` are finished sentences, the most urgent first, and `keys` names the rule of each: "pus", "fever",
    "worse.redness", "expected.redness". `do_now` what to do, `changes` what would change the advice,
    `look_again_after` hours until the next look, None where someone is to be called first or nothing is there.
    """

    tier: Tier
    reasons: tuple[str, ...]
    do_now: tuple[str, ...]
    call: Call
    look_again_after: int | None
    changes: tuple[str, ...]
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Finding:
    """A rule that a check-in meets, with the sentence that says why."""

    key: str
    rule: RedFlagRule
    reason: str


def advise(
    observation: Observation,
    previous: Observation | None,
    session: Session | None,
    protocol: CareProtocol | None,
    content: AdviceContent,
    lasting: Collection[str] = (),
) -> Advice:
    """The advice for a check-in. `previous`: the last one before it of the same session. `lasting`: symptoms that were
    one for the clinic after an earlier session and have not gone since.

    `session` or `protocol` None: hours or expected symptoms are not known, so whatever is there asks for the clinic.
    """
    setting = setting_at(observation.at, session, protocol, content)
    found = {finding.key: finding for finding in _findings(observation, previous, setting, content, lasting)}
    worst = sorted(found.values(), key=lambda finding: (-finding.rule.tier.rank, -finding.rule.call.rank))
    there = [report for report in observation.symptoms if report.there]
    if not worst:
        return _expected(there, content)
    tier, call = worst[0].rule.tier, worst[0].rule.call
    said = content.said[tier, call]
    return Advice(
        tier=tier,
        reasons=tuple(finding.reason for finding in worst),
        do_now=words.each(said.now, words.of_rules([finding.rule for finding in worst]), words.of_skin(there, content)),
        call=call,
        look_again_after=LOOK_AGAIN.get(tier),
        changes=words.each(said.changes),
        keys=tuple(finding.key for finding in worst),
    )


def _findings(
    observation: Observation,
    previous: Observation | None,
    setting: Setting,
    content: AdviceContent,
    lasting: Collection[str],
) -> Iterator[_Finding]:
    for code in observation.signs:
        rule = content.signs.get(code)
        if rule is None:
            yield _met(Condition.UNKNOWN_SIGN, content, code, code, setting, None)
        else:
            yield _Finding(code, rule, words.of_sign(rule))
    yield from _of_temperature(observation.temperature_c, content)
    for report in observation.symptoms:
        symptom = content.symptoms.get(report.symptom)
        if symptom is None:
            if report.there:
                yield _met(Condition.UNKNOWN_SYMPTOM, content, report.symptom, report.symptom, setting, None)
            continue
        before = previous.report(report.symptom) if previous else None
        for met in conditions(report, before, symptom, setting):
            yield _met(met, content, symptom.id, symptom.name, setting, symptom)
        if report.there and symptom.id in lasting:
            yield _met(Condition.LASTING, content, symptom.id, symptom.name, setting, symptom)


def _met(
    met: Met, content: AdviceContent, about: str, name: str, setting: Setting, symptom: SymptomRule | None
) -> _Finding:
    if isinstance(met, SignCode):
        return _Finding(met.value, content.signs[met], words.of_sign(content.signs[met]))
    rule = content.conditions[met]
    effect = setting.effect(symptom) if symptom else None
    return _Finding(f"{met.value}.{about}", rule, words.of_condition(rule, name, effect))


def _of_temperature(celsius: float | None, content: AdviceContent) -> Iterator[_Finding]:
    if celsius is None:
        return
    if is_fever(celsius):
        rule = content.conditions[Condition.FEVER]
        yield _Finding("fever", rule, words.of_fever(rule, celsius))
    elif math.isnan(celsius) or celsius < LEAST_CELSIUS:
        rule = content.conditions[Condition.ODD_TEMPERATURE]
        yield _Finding("odd-temperature", rule, words.of_condition(rule, "", None))


def _expected(there: list[SymptomReport], content: AdviceContent) -> Advice:
    said = content.said[Tier.EXPECTED, Call.NONE]
    changes = words.each(said.changes)
    if not there:
        nothing, go_on = words.nothing_there()
        return Advice(Tier.EXPECTED, (nothing,), (go_on,), Call.NONE, None, changes, ("nothing",))
    return Advice(
        tier=Tier.EXPECTED,
        reasons=tuple(words.as_expected(report, content) for report in there),
        do_now=words.each(said.now, words.of_skin(there, content)),
        call=Call.NONE,
        look_again_after=LOOK_AGAIN[Tier.EXPECTED],
        changes=changes,
        keys=tuple(f"expected.{report.symptom}" for report in there),
    )
