"""The words that a clinic may put into a plan: short, plain, and never against a medicine."""
from __future__ import annotations

import re
import unicodedata

from aftercare.adapters.medicine_words import names_medicine, tells_to_stop
from aftercare.core.clinic_plan_errors import PlanFault, PlanRefused
from aftercare.words import marked

PLAIN = marked("use one short line of plain text. Hidden characters are not accepted.")
# Letters, marks, numbers, punctuation, symbols and the plain space: all that has a look of its own and turns no text
# around.
_SEEN = "LMNPS"
_RUSSIAN_END = r"прекра[тщ]|прерв|прерыва|пропус|переста|брос"
# A thing that is taken, and what ends it. "Приём" is a visit too, and alcohol is no medicine: there, fewer words tell.
_RUSSIAN = tuple(
    (re.compile(medicine, re.IGNORECASE), re.compile(rf"(?<!не )(?<!нельзя )\b(?:{end})|{more}", re.IGNORECASE))
    for medicine, end, more in (
        (
            r"лекарств|препарат|таблет|пилюл|аспирин|варфарин|гепарин|клопидогрел|ибупрофен|парацетамол|инсулин|"
            r"антикоагулянт|антибиотик|статин|обезболивающ|разжижа|\bдоз[аеуы]\b",
            rf"{_RUSSIAN_END}|отмен|исключ|откаж|отказ|уменьш|сниз|пауз",
            r"\bне (?:пей|пить|прин|использ)|\bбез (?:лекарств|препарат|таблет|аспирин)",
        ),
        (r"\bпри[её]м(?! (?:алкогол|пищ))|назначен", _RUSSIAN_END, r"\bне (?:пей|прин)\w+ назначен"),
    )
)  # fmt: skip


def checked_words(text: str, field: str, most: int) -> str:
    """The text itself, of 1 to `most` characters. Raises PlanRefused for one that hides something."""
    if not 0 < len(text) <= most or text != text.strip() or not all(map(_is_seen, text)):
        raise PlanRefused(PlanFault.FIELD, field, PLAIN)
    return text


def refuse_stopping(text: str, field: str) -> None:
    """Raise PlanRefused for words that ask to end a medicine, as far as words in English or Russian show that."""
    if tells_to_stop(text) or any(medicine.search(text) and end.search(text) for medicine, end in _RUSSIAN):
        raise PlanRefused(PlanFault.MEDICINE, field)


def is_medicine(code: str) -> bool:
    """Whether a code that this version does not know names a medicine."""
    return names_medicine(code.replace("-", " "))


def _is_seen(character: str) -> bool:
    return character == " " or unicodedata.category(character)[0] in _SEEN
