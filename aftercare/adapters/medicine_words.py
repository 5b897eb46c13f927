"""Finds a text that tells a patient to stop a medicine. No content may say that, in any file."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

WRITE_INSTEAD = (
    'tells a patient to stop a medicine; write "Tell your clinic. '
    'Do not stop it unless the doctor who prescribed it agrees."'
)
# What no patient reads: why a statement of an article is not shown.
_UNREAD = {"withheld"}
_MEDICINE = (
    r"medicines?|medications?|drugs?|tablets?|pills?|aspirin|warfarin|heparin|clopidogrel|ibuprofen|paracetamol|"
    r"thinners?|anticoagulants?|painkillers?|insulin|antibiotics?|statins?|doses?"
)
_END = (
    r"stop(?:s|ped|ping)?|quit(?:s|ting)?|skip(?:s|ped|ping)?|discontinu\w+|com(?:e|ing) off|giv(?:e|ing) up|"
    r"interrupt\w*|paus(?:e|es|ed|ing)|halt\w*|ceas(?:e|es|ed|ing)|omit\w*|leav(?:e|ing) (?:out|off)|cut(?:ting)? out|"
    r"(?:do not|don't|don’t|never|must not|cannot|can not|no longer) (?:take|use)|no more"
)
# One of these is in every text that the expressions below can match.
_STEMS = (
    "stop", "quit", "skip", "discontinu", "come off", "coming off", "give up", "giving up", "interrupt", "paus",
    "halt", "ceas", "omit", "leave o", "leaving o", "cut out", "cutting out", "t take", "r take", "t use", "r use",
    "no more", "avoid",
)  # fmt: skip
_SENTENCE = r"(?<=[.?!;])\s+"


def names_medicine(text: str) -> bool:
    """Whether a medicine is named."""
    words = text.lower().split()
    return any(re.fullmatch(_MEDICINE, word) for word in words)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Compiled when a text first needs them: hardly any does, and compiling takes milliseconds."""

    medicine: re.Pattern[str]
    name: re.Pattern[str]
    ends: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    it: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    medicine = re.compile(rf"\b(?:{_MEDICINE})\b", re.I)
    name = re.compile(rf"\b(?:{_MEDICINE}|prescri\w+)\b", re.I)
    ends = re.compile(
        rf"(?P<no>\b(?:not|never|don't|don’t|nor)\s+(?:(?:need to|have to|ever|just)\s+)?)?\b(?:{_END})\b", re.I
    )
    avoids = re.compile(r"(?P<no>\b(?:not|never)\s+)?\bavoid(?:s|ed|ing)?\b", re.I)
    it = re.compile(r"\W+(?:\w+\W+){0,2}?(?:it|them|this|these|those|taking|using)\b", re.I)
    return _Patterns(medicine, name, ((ends, name), (avoids, medicine)), it)


def tells_to_stop(text: str) -> bool:
    """Whether a text asks to stop, skip or avoid a medicine; "do not stop it" does not."""
    if not _may_stop(text):
        return False
    patterns, named = _patterns(), False
    for sentence in re.split(_SENTENCE, text):
        named = named or bool(patterns.medicine.search(sentence))
        for ends, name in patterns.ends:
            for found in ends.finditer(sentence):
                if not found["no"] and (name.search(sentence) or (named and patterns.it.match(sentence, found.end()))):
                    return True
    return False


def texts_that_stop(data: Any) -> Iterator[tuple[str, str]]:
    """Key and text of everything in a parsed file that tells so."""
    for key, value in _texts(data, ""):
        # Sentences of one list follow each other on the screen.
        if tells_to_stop(". ".join(value)):
            yield key, next((part for part in value if tells_to_stop(part)), value[0])


def _texts(data: Any, key: str) -> Iterator[tuple[str, list[str]]]:
    """What is worth a closer look: regular expressions on every text would double the time to the first screen."""
    if isinstance(data, str):
        if _may_stop(data):
            yield key, [data]
    elif isinstance(data, dict):
        for name, value in data.items():
            if name not in _UNREAD:
                yield from _texts(value, name)
    elif isinstance(data, list) and data:
        if not all(isinstance(item, str) for item in data):
            for item in data:
                yield from _texts(item, key)
        elif any(map(_may_stop, data)):
            yield key, data


def _may_stop(text: str) -> bool:
    if " " not in text:
        return False
    lower = text.lower()
    return any(stem in lower for stem in _STEMS)
