"""Self-check, steps, products and courses as shipped: complete, careful, and as agreed by hand."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from typing import Any

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.core.checks import Outcome
from aftercare.core.courses import CourseStage
from aftercare.core.products import ProductKind
from aftercare.core.steps import StepPhase
from tests.content.care_agreed import COURSES, SUBJECTS

CATALOGUE = FileCatalogue()
CHECK, STEPS = CATALOGUE.checks(), CATALOGUE.steps()
PRODUCTS, HINTS = CATALOGUE.products(), CATALOGUE.courses()
PROTOCOLS = {each: CATALOGUE.protocol(each) for each in CATALOGUE.protocol_ids()}
NOT_SPOKEN = {"id", "file", "reviewed_by", "protocol", "protocols", "areas", "techniques", "product", "area", "phase",
              "outcome", "kind", "ours"}  # fmt: skip


def spoken(value: Any, key: str = "") -> Iterator[str]:
    """Every text of a value that a patient reads."""
    if is_dataclass(value) and not isinstance(value, type):
        value = asdict(value)
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in NOT_SPOKEN:
                yield from spoken(part, name)
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from spoken(part, key)
    elif isinstance(value, str) and value:
        yield value


TEXTS = sorted({text for part in (CHECK, STEPS, PRODUCTS, HINTS) for text in spoken(part)})


def question(name: str) -> Any:
    return next(each for each in CHECK.questions if each.id == name)


def test_every_subject_that_any_article_names_is_asked_of_everybody() -> None:
    lines = {condition.id: {str(source) for source in condition.sources}
             for each in CHECK.questions for condition in each.conditions}  # fmt: skip

    missing = {subject: wanted - lines.get(subject, set()) for subject, wanted in SUBJECTS.items()}

    assert {subject: rest for subject, rest in missing.items() if rest} == {}


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("under-18", Outcome.WAIT),
        ("age", Outcome.ASK_DOCTOR),
        ("pregnancy", Outcome.POSTPONE),
        ("skin", Outcome.POSTPONE),
        ("ill", Outcome.POSTPONE),
        ("heart", Outcome.ASK_DOCTOR),
        ("diabetes", Outcome.ASK_DOCTOR),
        ("blood-thinners", Outcome.TELL),
        ("epilepsy-implant", Outcome.TELL),
        ("mind", Outcome.TELL),
        ("period", Outcome.TELL),
    ],
)
def test_a_yes_leads_where_it_was_agreed_to(name: str, outcome: Outcome) -> None:
    assert question(name).outcome is outcome


def test_blood_thinners_are_never_to_be_stopped() -> None:
    assert question("blood-thinners").lead == (
        "Tell your clinic. Do not stop it unless the doctor who prescribed it agrees."
    )


def test_only_the_period_has_a_window_of_three_days_on_each_side() -> None:
    assert {each.id: each.window_days for each in CHECK.questions if each.window_days} == {"period": (3, 3)}


def test_the_self_check_is_short_enough_to_be_answered() -> None:
    assert 9 <= len(CHECK.questions) <= 16
    assert all(each.say and each.lead and each.hint for each in CHECK.questions)


FORBIDDEN = (
    r"!|\byou (?:may|can) (?:have|go|get|do) (?:the|a|your) session|\ballowed\b|\bno risk\b|\bharmless\b"
    r"|\bguarantee|\bwill (?:remove|cure|heal|vanish|last)|\balways works\b|\b(?:2|two) years\b|\b24 months\b"
    r"|\bdeadly\b|\bdied\b|\bdeath\b"
)


def test_no_text_permits_promises_or_frightens() -> None:
    assert [text for text in TEXTS if re.search(FORBIDDEN, text, re.I) or text != text.strip()] == []


def test_no_sentence_is_longer_than_fifteen_words() -> None:
    sentences = [sentence for text in TEXTS for sentence in re.split(r"(?<=[.?:]) ", text)]

    assert [sentence for sentence in sentences if len(sentence.split()) > 15] == []


@pytest.mark.parametrize("name", PROTOCOLS)
def test_every_session_has_steps_before_on_the_day_in_it_and_after(name: str) -> None:
    for area in PROTOCOLS[name].areas:
        for phase in StepPhase:
            assert STEPS.of(phase, name, area), (name, area, phase)


def test_what_a_clinic_does_is_never_a_step_of_the_patient() -> None:
    theirs = [step for step in STEPS.steps if step.title.startswith("They ")]

    assert theirs
    assert {step.phase for step in theirs} == {StepPhase.DURING}


def test_a_step_or_a_time_that_no_source_asks_for_says_whose_idea_it_is() -> None:
    unsourced = [step.id for step in STEPS.steps if not step.sources and not step.ours]
    # The articles give a time to these alone; the others with a time say that it is ours.
    timed = [step.id for step in STEPS.steps if step.from_hours is not None and not step.ours]

    assert unsourced == []
    assert set(timed) <= {"clean-face", "compare", "sun-cream"}


def test_a_product_with_a_reported_reaction_says_so() -> None:
    reported = {"nctf-135-ha": "evidence.md:18", "lipolytic-cocktail": "evidence.md:47"}

    for name, line in reported.items():
        product = PRODUCTS.get(name)
        assert product is not None
        assert line in {str(source) for source in product.sources}
        assert product.cautions


def test_a_reaction_after_the_second_session_is_told_of_as_such() -> None:
    product = PRODUCTS.get("nctf-135-ha")

    assert product is not None
    assert "second" in product.cautions[0]
    assert product.cautions[1] == "Check your skin after every session, not only the first."


def test_what_a_product_is_for_is_never_a_promise() -> None:
    assert all(product.used_for.startswith("Used ") for product in PRODUCTS.products)


def test_the_printed_names_are_kept_and_known_under_their_others() -> None:
    names = {product.id: (product.name, *product.aliases) for product in PRODUCTS.products}

    assert "NCTF-35" in names["nctf-135"]
    assert "Filorga Embryoblast" in names["embryoblast"]
    assert {"placentex", "ial-system", "ial-system-acp", "revofil-aquashine"} <= set(names)


def test_whatever_can_be_chosen_in_a_session_is_explained() -> None:
    explained = {product.id for product in PRODUCTS.products if product.kind is not ProductKind.INGREDIENT}

    assert {choice.id for each in PROTOCOLS.values() for choice in each.products} == explained


@pytest.mark.parametrize("name", COURSES)
def test_a_course_has_the_agreed_numbers(name: str) -> None:
    hint = next(each for each in HINTS.hints if each.id == name)
    protocol, stages, months = COURSES[name]

    assert hint.protocol == protocol
    assert hint.stages == tuple(CourseStage(*stage) for stage in stages)
    assert hint.maintenance_months == months


def test_there_is_a_hint_for_every_protocol_and_no_other_than_agreed() -> None:
    assert {hint.protocol for hint in HINTS.hints} == set(PROTOCOLS)
    assert {hint.id for hint in HINTS.hints} == set(COURSES)


def test_a_session_lasts_as_long_as_the_articles_say() -> None:
    assert {each.protocol: each.minutes for each in HINTS.lengths} == {
        "face-injection": (15, 30),
        "face-hyaluronic": (20, 20),
        "needle-free": (30, 30),
        "scalp-injection": (40, 40),
        "home-roller": (10, 10),
    }
    for each in HINTS.lengths[:4]:
        assert PROTOCOLS[each.protocol].minutes == each.minutes[1]


def test_how_long_an_effect_lasts_is_said_without_a_promise() -> None:
    general = [each.text for each in HINTS.lasts if not each.protocols]

    assert general[0] == (
        "An effect may last some months, and up to about a year and a half. Nobody can promise it."
    )


def test_the_more_special_hint_comes_first() -> None:
    found = HINTS.hints_for("face-injection", "face", "embryoblast")

    assert found[0].id == "embryoblast"
    assert "placentex" not in {hint.id for hint in found}
