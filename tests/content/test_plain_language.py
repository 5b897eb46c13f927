"""Every card reads at grade six or below, in short sentences; none promises, permits, or ends a medicine."""
from __future__ import annotations

import re

import pytest

from tests.content.cards import content_cards, interface_cards, names, tables
from tests.content.reading import HARDEST_GRADE, LONGEST_SENTENCE, grade, sentence_length

CARDS = dict([*content_cards(), *interface_cards()])
NAMES = names()
SENTENCES = [(key, sentence) for key, text in CARDS.items() for sentence in re.split(r"(?<=[.?])\s+", text)]

A_PERMISSION = re.compile(r"\byou may\b|\byou are allowed\b|\bit is ok to\b", re.IGNORECASE)
A_PROMISE = re.compile(
    r"\b(safe|safely|guarantee\w*|risk-free|painless|cures?|cured|promis\w+|will (work|heal|fade))\b", re.IGNORECASE
)
# What others claim may be told as theirs, and as no reason to believe it.
OF_OTHERS = re.compile(
    r"\b(nobody can promise|no article promises|they promise a result, or|are described as|not a promise)\b", re.I
)
A_MEDICINE = re.compile(
    r"\b(medicines?|medicated|aspirin|ibuprofen|paracetamol|thinners?|tablets?|drugs?|pills?|hormones?|steroids?|"
    r"antibiotics?|antihistamines?|isotretinoin|dose|prescri\w+)\b",
    re.IGNORECASE,
)
AN_END = re.compile(r"\b(stop|skip|pause|quit|avoid|leave \w+ out|leave out|do not take|come off|miss|without)\b", re.I)
ONLY_WITH_ITS_DOCTOR = re.compile(r"\bunless (the|that|your) doctor\b|\bKeep taking\b|\b(do not|never) stop\b", re.I)


def test_there_are_cards_of_every_kind() -> None:
    kinds = {key.partition(":")[0] for key in CARDS}

    assert kinds >= {"activity", "reason", "symptom", "protocol", "tier", "said", "sign", "condition", "say", "step"}
    assert kinds >= {"check", "product", "course", "question", "guide", "screen"}


@pytest.mark.parametrize("key", CARDS)
def test_a_card_reads_at_grade_six_or_below(key: str) -> None:
    assert grade(CARDS[key], NAMES) <= HARDEST_GRADE, CARDS[key]


@pytest.mark.parametrize("key", CARDS)
def test_the_sentences_of_a_card_are_short(key: str) -> None:
    assert sentence_length(CARDS[key], NAMES) <= LONGEST_SENTENCE, CARDS[key]


def test_no_text_shouts() -> None:
    assert [text for text in CARDS.values() if "!" in text or re.search(r"\b[A-Z]{5,}\b", text)] == []


def test_no_sentence_permits() -> None:
    assert [(key, text) for key, text in SENTENCES if A_PERMISSION.search(text)] == []


def test_no_sentence_promises() -> None:
    assert [(key, text) for key, text in SENTENCES if A_PROMISE.search(text) and not OF_OTHERS.search(text)] == []


def test_a_medicine_is_only_ever_ended_by_the_doctor_who_prescribed_it() -> None:
    about = [(key, text) for key, text in SENTENCES if A_MEDICINE.search(text) and AN_END.search(text)]

    assert [(key, text) for key, text in about if not ONLY_WITH_ITS_DOCTOR.search(text)] == []


def test_what_may_not_be_stopped_is_said_with_the_doctor_in_the_same_sentence() -> None:
    told = [(key, text) for key, text in SENTENCES if re.search(r"\bdo not stop\b", text, re.IGNORECASE)]

    assert told
    assert [(key, text) for key, text in told if "unless the doctor" not in text] == []


def test_a_card_about_a_medicine_ends_nothing_in_any_of_its_sentences() -> None:
    """A sentence of such a card may say "it" and mean the medicine."""
    medicines = {f"question:{each['id']}" for each in tables("questions.toml", "question") if each.get("medicine")}
    medicines |= {key for key in CARDS if re.search(r"medicin|aspirin|thinner", key)}

    assert len(medicines) > 20
    about = [(key, text) for key, text in SENTENCES if key in medicines and AN_END.search(text)]
    assert [(key, text) for key, text in about if not ONLY_WITH_ITS_DOCTOR.search(text)] == []
