"""Which steps and course hints are for a session, and in which order outcomes count."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.checks import CheckCondition, CheckQuestion, Outcome
from aftercare.core.courses import CourseHint, Courses
from aftercare.core.products import Products
from aftercare.core.protocol import Source
from aftercare.core.review import NOBODY, Review
from aftercare.core.steps import CareStep, CareSteps, StepPhase

LINE = Source("article.txt", 1)


def step(name: str, phase: StepPhase = StepPhase.BEFORE, **only: tuple[str, ...]) -> CareStep:
    return CareStep(name, phase, "Rest", "At home", "It helps.", **only)  # type: ignore[arg-type]


def hint(name: str, area: str = "", product: str = "") -> CourseHint:
    return CourseHint(name, name, "face", (), "Six.", (), area, product)


def test_a_step_for_all_is_for_every_session() -> None:
    assert step("a").applies("face-injection", "face", None)
    assert step("a").applies("oxygen")


def test_a_step_for_a_protocol_and_an_area_needs_both() -> None:
    scalp = step("a", protocols=("needle-free",), areas=("scalp",))

    assert scalp.applies("needle-free", "scalp")
    assert not scalp.applies("needle-free", "face")
    assert not scalp.applies("scalp-injection", "scalp")


def test_a_step_for_a_technique_is_left_out_where_the_technique_is_not_known() -> None:
    assert not step("a", techniques=("papule",)).applies("face-injection", "face", None)


def test_steps_of_a_phase_keep_their_order() -> None:
    steps = CareSteps(Review(), (step("b"), step("x", StepPhase.AFTER), step("a")))

    assert [each.id for each in steps.of(StepPhase.BEFORE, "oxygen")] == ["b", "a"]


@given(st.permutations([hint("plain"), hint("area", area="face"), hint("product", product="p")]))
def test_hints_go_from_the_special_to_the_plain(hints: list[CourseHint]) -> None:
    courses = Courses(Review(), "", tuple(hints), (), ())

    assert [each.id for each in courses.hints_for("face", "face", "p")] == ["product", "area", "plain"]


def test_a_hint_for_another_area_or_product_is_left_out() -> None:
    courses = Courses(Review(), "", (hint("area", area="face"), hint("product", product="p")), (), ())

    assert courses.hints_for("face", "body", "q") == ()
    assert courses.hints_for("body", "face", "p") == ()


def test_the_strictest_outcome_ranks_highest() -> None:
    assert sorted(Outcome, key=lambda each: each.rank) == [
        Outcome.TELL, Outcome.ASK_DOCTOR, Outcome.POSTPONE, Outcome.WAIT,
    ]  # fmt: skip


def test_a_question_rests_on_each_line_once() -> None:
    conditions = (CheckCondition("a", "A", "I have a.", (LINE,)), CheckCondition("b", "B", "I have b.", (LINE,)))

    assert CheckQuestion("q", "Q", "", Outcome.TELL, "", "", conditions).sources == (LINE,)


def test_a_product_that_is_not_known_is_none() -> None:
    assert Products(Review(), "", ()).get("water") is None


def test_only_a_name_makes_a_review() -> None:
    assert not Review(reviewed_by=NOBODY).reviewed
    assert Review(reviewed_by="Dr A. Example").reviewed
