"""The questions that are shipped: complete, plain, safe, and found however they are typed."""
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.core.question import Question
from aftercare.core.search import Entry, SearchIndex
from tests.content import reading

CATALOGUE = FileCatalogue()
QUESTIONS = {question.id: question for question in CATALOGUE.questions()}
ICONS = Path(__file__).parent.parent.parent / "screens" / "widgets" / "icons.py"

# The topics that patients need and that no article covers, and where each is asked.
GAPS = {
    "exercise and sweating": ("gym", "sweat"),
    "sleeping position, pillow": ("sleep",),
    "touching, scratching, picking": ("touch", "scratch", "pick"),
    "washing the face": ("wash-face",),
    "hot shower, hot bath": ("hot-shower", "bath"),
    "hair washing, dye, blow-dry, hats": ("hair-wash", "hair-dye", "blow-dry", "hat"),
    "SPF": ("sunscreen",),
    "retinoids, acids, vitamin C, scrubs": ("retinol", "acids", "vitamin-c", "scrub"),
    "hair removal, shaving, beard": ("hair-removal", "shave"),
    "peel, laser, microneedling, toxin, filler": ("peel", "laser-treatment", "microneedling", "botox", "filler"),
    "dental work": ("dentist",),
    "vaccination": ("vaccine",),
    "illness": ("illness",),
    "painkillers": ("ibuprofen", "paracetamol"),
    "supplements": ("fish-oil", "supplements"),
    "isotretinoin": ("isotretinoin",),
    "smoking": ("smoke",),
    "caffeine, spicy food": ("coffee", "spicy"),
    "cold compress": ("cold-pack",),
    "antihistamines, arnica, heparin gels": ("antihistamine", "arnica", "bruise-gel"),
    "flying, altitude, diving": ("fly", "altitude", "diving"),
    "tight clothes, compression": ("tight-clothes", "compression"),
    "contact lenses": ("contact-lenses",),
    "kissing, pets, face coverings": ("kiss", "pets", "face-covering"),
    "food before": ("eat-before",),
    "driving, work": ("drive", "work"),
    "cold sores": ("cold-sore",),
    "infection, late lumps": ("pus", "fever", "new-lump"),
    "dark skin": ("dark-skin",),
    "pacemaker, metal, epilepsy": ("pacemaker",),
    "a broken rule": ("forgot",),
    "a missed session": ("missed",),
    "children, men": ("children", "men", "age"),
}
MEDICINES = (
    "ibuprofen paracetamol migraine antihistamine steroid-cream fish-oil supplements isotretinoin heart-medicine "
    "diabetes weight-shots pill antibiotics medicine-other"
).split()


def card(question: Question) -> str:
    return " ".join((question.title, question.answer, question.leaflets)).strip()


def index(language: str) -> SearchIndex:
    words = CATALOGUE.search_words(language)
    titled = language == "en"
    entries = [
        Entry(q.id, q.title if titled else "", (q.name if titled else "", *words.question.get(q.id, ())))
        for q in QUESTIONS.values()
    ]
    return SearchIndex(entries, words.stop)


INDEXES = {language: index(language) for language in ("en", "ru")}


def first_three(language: str, typed: str) -> list[str]:
    return [match.id for match in INDEXES[language].find(typed)[:3]]


def slips(word: str) -> Iterator[str]:
    """The word with a letter dropped, doubled, or swapped with the next: at its start, in its middle, at its end."""
    for at in sorted({0, len(word) // 2, len(word) - 2, len(word) - 1}):
        yield word[:at] + word[at + 1 :]
        yield word[: at + 1] + word[at:]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def test_there_are_enough_questions() -> None:
    assert len(QUESTIONS) >= 80


@pytest.mark.parametrize("topic", GAPS)
def test_every_topic_without_a_source_is_asked_and_gives_no_hours_of_its_own(topic: str) -> None:
    for question in (QUESTIONS[name] for name in GAPS[topic]):
        assert not re.search(r"\d+ ?(h\b|hours?|weeks?)", question.answer), question.id


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_card_is_plain(question: Question) -> None:
    assert reading.grade(card(question)) <= reading.HARDEST_GRADE
    assert all(len(part.split()) <= 15 for part in re.split(r"(?<=[.?])\s+", card(question)))
    assert "!" not in card(question)
    assert not re.search(r"\byou may\b|\bsafe to\b", card(question), re.IGNORECASE)


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_leaflets_are_named_as_such(question: Question) -> None:
    assert not question.leaflets or re.search(r"leaflet|clinicians say|clinic’s page", question.leaflets)


@pytest.mark.parametrize("name", MEDICINES)
def test_a_medicine_is_marked_and_never_stopped(name: str) -> None:
    question = QUESTIONS[name]

    assert question.medicine
    assert not re.search(r"\bstop|\bquit|\bpause|\bavoid|do not take", card(question), re.IGNORECASE)


def test_blood_thinners_are_answered_by_the_medicine_of_the_plan() -> None:
    assert {QUESTIONS["aspirin"].activity, QUESTIONS["blood-thinners"].activity} == {"aspirin"}


def test_every_icon_is_in_the_font() -> None:
    names = set(re.findall(r'"([a-z0-9-]+)":', ICONS.read_text(encoding="utf-8")))

    assert {question.icon for question in QUESTIONS.values()} <= names


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_question_has_other_words_in_every_language(language: str) -> None:
    assert set(CATALOGUE.search_words(language).question) == set(QUESTIONS)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_other_word_finds_its_question_among_the_first_three(language: str) -> None:
    phrases = CATALOGUE.search_words(language).question
    missed = [(name, p) for name, own in phrases.items() for p in own if name not in first_three(language, p)]

    assert missed == []


def test_a_title_is_the_first_to_be_found() -> None:
    assert [name for name, q in QUESTIONS.items() if first_three("en", q.title)[0] != name] == []


def test_a_slip_in_a_title_still_finds_it_among_the_first_three() -> None:
    missed = [
        (name, slip)
        for name, question in QUESTIONS.items()
        for word in re.findall(r"\w{5,}", question.title)
        for slip in slips(word)
        if name not in first_three("en", question.title.replace(word, slip))
    ]

    assert missed == []


@pytest.mark.parametrize(
    ("language", "typed", "wanted"),
    [
        ("en", "swim", "swim"),
        ("en", "can i go to the gym tomorow", "gym"),
        ("en", "botx", "botox"),
        ("en", "ibuprofin", "ibuprofen"),
        ("en", "paracetemol", "paracetamol"),
        ("en", "contact lens", "contact-lenses"),
        ("en", "hot shower", "hot-shower"),
        ("en", "vit c", "vitamin-c"),
        ("en", "swimming lesson", "swim-lesson"),
        ("en", "retinoll", "retinol"),
        ("en", "blowdry", "blow-dry"),
        ("en", "forgot", "forgot"),
        ("en", "when can i workout again", "gym"),
        ("en", "can i have a glass of wine tonight", "alcohol"),
        ("en", "how soon can i wash my hair", "hair-wash"),
        ("en", "lump after 3 weeks", "new-lump"),
        ("en", "how long does redness last", "is-it-normal"),
        ("en", "what was injected", "injected"),
        ("en", "leave the clinic right after", "leave"),
        ("en", "hair falling out", "hair-loss"),
        ("en", "melanoma", "long-illness"),
        ("en", "bleeding", "bleeding"),
        ("en", "nausea", "fainting"),
        ("en", "face mask", "mask-sheet"),
        ("en", "ski", "ski"),
        ("en", "15 years old", "age"),
        ("en", "ambulance", "emergency"),
        ("en", "help", "emergency"),
        ("en", "disco", "video-call"),
        ("en", "scar", "new-lump"),
        ("ru", "скорая", "emergency"),
        ("ru", "103", "emergency"),
        ("ru", "манту", "vaccine"),
        ("ru", "можно ли в баню", "sauna"),
        ("ru", "басейн", "swim"),
        ("ru", "когда можно мыть голову", "hair-wash"),
        ("ru", "солярий", "sunbed"),
        ("ru", "крассить волосы", "hair-dye"),
        ("ru", "температура", "fever"),
        ("ru", "выпила вина", "forgot"),
        ("ru", "тренажерный зал", "gym"),
        ("ru", "контактных линз", "contact-lenses"),
        ("ru", "шампанское на новый год", "alcohol"),
        ("ru", "тоналка", "makeup"),
        ("ru", "кормлю грудью", "pregnancy"),
        ("ru", "волосы выпадают", "hair-loss"),
        ("ru", "сколько лет", "age"),
        ("ru", "тошнит", "fainting"),
        ("ru", "самолет", "fly"),
        ("ru", "лед", "cold-pack"),
        ("ru", "холод", "cold"),
        ("ru", "cj,frf", "pets"),
        ("ru", "fkrjujkm", "alcohol"),
    ],
)  # fmt: skip
def test_what_people_type_leads_to_what_they_mean(language: str, typed: str, wanted: str) -> None:
    assert first_three(language, typed)[:1] == [wanted]
