"""The words that a clinic may put into a plan."""
from __future__ import annotations

import pytest

from aftercare.adapters.clinic_words import checked_words, is_medicine, refuse_stopping
from aftercare.core.clinic_plan_errors import PlanFault, PlanRefused

STOPPING = [
    "Stop your aspirin 2 days before.",
    "Do not take ibuprofen tonight.",
    "Avoid blood thinners.",
    "Отмените таблетки на два дня",
    "Не принимайте аспирин",
    "Варфарин прекратить за 3 дня",
    "Прекратите приём на неделю",
    "Два дня без таблеток",
    "Снизьте дозу вдвое",
    "Не пейте назначенное врачом",
]
ALLOWED = [
    "Powder only, from tomorrow",
    "Do not stop your tablets.",
    "Take aspirin as before.",
    "Исключите приём алкоголя",
    "Отмена приёма – за сутки",
    "Не прекращайте приём лекарств",
    "Таблетки не отменяйте",
    "Не принимайте горячую ванну",
    "Можно, но мягко",
]


@pytest.mark.parametrize("text", STOPPING)
def test_words_that_stop_a_medicine_refuse_the_plan(text: str) -> None:
    with pytest.raises(PlanRefused) as refused:
        refuse_stopping(text, "items/1/note")

    assert (refused.value.fault, refused.value.field) == (PlanFault.MEDICINE, "items/1/note")


@pytest.mark.parametrize("text", ALLOWED)
def test_other_words_are_the_clinics_to_choose(text: str) -> None:
    refuse_stopping(text, "items/1/note")


@pytest.mark.parametrize("code", ["warfarin", "blood-thinners", "aspirin-100"])
def test_a_code_that_names_a_medicine_is_known(code: str) -> None:
    assert is_medicine(code)


@pytest.mark.parametrize("code", ["ice-bath", "hair-dye"])
def test_another_code_is_none(code: str) -> None:
    assert not is_medicine(code)


@pytest.mark.parametrize("text", ["a", "Клиника «Весна»", "Crème brûlée & Söhne", "50 % €", "皮肤科", "x" * 60])
def test_a_line_of_plain_text_is_taken_as_it_is(text: str) -> None:
    assert checked_words(text, "clinic", 60) == text


@pytest.mark.parametrize(
    "text", ["", " ", " a", "a ", "a\nb", "a\tb", "a\x00", "a\u202eb", "a\u200bb", "a\u2028b", "a\ue000b", "x" * 61]
)
def test_what_hides_or_turns_is_refused(text: str) -> None:
    with pytest.raises(PlanRefused) as refused:
        checked_words(text, "clinic", 60)

    assert (refused.value.fault, refused.value.field) == (PlanFault.FIELD, "clinic")
