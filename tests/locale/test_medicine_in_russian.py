"""No Russian text tells a patient to end or lessen a medicine; the one sentence about ending it keeps its condition."""
from __future__ import annotations

import re
from collections.abc import Iterator

from tests.locale.test_catalogues import BOTH, translated

SAFE = "Не прекращайте приём, если врач, который его назначил, не согласен."
ENDS_IT = re.compile(
    r"прекра(т|щ)|отмен(и|я)|брос(ь|и)т|перестан\w+ (принимать|пить)|не (пейте|принимайте|пить|принимать)"
    r"|пропуст\w+ (приём|таблет)|уменьш\w+ дозу|без лекарств",
    re.IGNORECASE,
)
MEDICINE = re.compile(r"лекарств|аспирин|таблет|приём|назнач|ибупрофен|варфарин", re.IGNORECASE)


def texts() -> Iterator[tuple[str, str]]:
    for code, name in BOTH:
        if code == "ru":
            for _message, english, said in translated(code, name):
                yield english, said or ""


def ends_a_medicine(text: str) -> bool:
    left = text.replace(SAFE, "")
    return bool(MEDICINE.search(left) and ENDS_IT.search(left))


def test_no_text_ends_a_medicine() -> None:
    assert [said for _english, said in texts() if ends_a_medicine(said)] == []


def test_the_condition_is_kept_wherever_it_stands_in_english() -> None:
    condition = "Do not stop it unless the doctor who prescribed it agrees"

    assert [said for english, said in texts() if condition in english and SAFE not in said] == []


def test_what_would_end_a_medicine_is_found() -> None:
    assert ends_a_medicine("Перед процедурой не принимайте аспирин.")
    assert ends_a_medicine("Прекратите приём лекарства.")
    assert not ends_a_medicine(f"Скажите клинике. {SAFE}")
    assert not ends_a_medicine("Отменить эту процедуру?")
