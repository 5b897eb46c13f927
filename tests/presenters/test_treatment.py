"""What is known of the treatment of a session."""
from __future__ import annotations

import re

import pytest

from aftercare.core.session import Session
from aftercare.presenters import treatment
from aftercare.presenters.treatment import TreatmentPart, TreatmentState
from tests.presenters.today_cases import CATALOGUE, session, taken

PRODUCTS, COURSES = CATALOGUE.products(), CATALOGUE.courses()
NOW = "2026-06-10T09:48"


def page(own: Session, *others: Session, now: str = NOW, example: bool = False) -> TreatmentState:
    return treatment.build_state(PRODUCTS, COURSES, own, taken([*others, own], now, example=example))


def part(state: TreatmentState, title: str) -> TreatmentPart:
    return next(part for part in state.parts if part.title == title)


def test_the_product_is_named_with_its_use_and_its_cautions() -> None:
    found = part(page(session("face-hyaluronic", product="ial-system")), "IAL System")
    assert found.texts == ("Hyaluronic acid.", "Used for fine lines, dry skin and dull skin.")
    assert (found.lead, len(found.points)) == ("Good to know", 1)
    assert found.note == "Your clinic chose it for you. Ask for the printed name and the batch number."


def test_a_missing_product_can_be_added() -> None:
    found = part(page(session()), "What was used")
    assert found.texts[0] == "You have not entered a product."
    assert found.action == "Add it"
    # but not in the example, and not where there is none to choose
    assert part(page(session(), example=True), "What was used").action == ""
    assert part(page(session("home-roller")), "What was used").action == ""


def test_before_a_session_the_product_is_still_to_come() -> None:
    assert part(page(session(), now="2026-06-06T09:48"), "What will be used")


def test_a_reported_reaction_is_told_from_the_second_session_on() -> None:
    first = session(id="a", start="2026-05-25T14:30", product="nctf-135-ha")
    second = session(id="b", product="nctf-135-ha")
    assert page(first, second).warning == ""
    assert "Call your clinic" in page(second, first).warning
    assert page(second, first.cancel()).warning == ""


def test_courses_are_hints_and_the_clinic_decides() -> None:
    found = part(page(session(product="nctf-135")), "How many sessions?")
    # the product's own course stands first
    assert found.points[0].startswith("NCTF 135: ")
    assert found.note == "Your clinic plans your course. These are only hints from articles."


def test_what_no_article_says_reads_ask_your_clinic() -> None:
    lengths = {length.protocol for length in COURSES.lengths}
    protocol = next(id for id in CATALOGUE.protocol_ids() if id not in lengths)
    found = part(page(session(protocol)), "How long is a session?")
    assert found.texts == ("No article says how long. Ask your clinic.",)


@pytest.mark.parametrize("protocol", CATALOGUE.protocol_ids())
def test_no_effect_is_promised(protocol: str) -> None:
    state = page(session(protocol))
    lasting = part(state, "How long does it last?")
    assert any("Nobody can promise it" in text for text in lasting.texts)
    everything = " ".join(text for each in state.parts for text in (*each.texts, *each.points, each.note))
    assert not re.search(r"\bwill (be|look|last)\b|\bguarantee|\balways works\b|!", everything)


def test_the_page_says_that_nobody_reviewed_it_once() -> None:
    state = page(session())
    assert state.reviews == (
        ("Limits and what is normal · Products · Courses",
         "Version 1 of 22 November 2026. No clinician has reviewed this yet."),
    )  # fmt: skip


def test_the_page_has_sources_for_every_procedure() -> None:
    for protocol in CATALOGUE.protocol_ids():
        assert treatment.sources(PRODUCTS, COURSES, session(protocol))
    with_product = treatment.sources(PRODUCTS, COURSES, session(product="placentex"))
    assert set(PRODUCTS.get("placentex").sources) <= set(with_product)  # type: ignore[union-attr]


def test_the_page_is_read_aloud_with_its_warning() -> None:
    first = session(id="a", start="2026-05-25T14:30", product="nctf-135-ha")
    spoken = treatment.of_treatment(page(session(id="b", product="nctf-135-ha"), first))
    assert spoken.index("After a repeated session") < spoken.index("How many sessions?")
