"""Every text is translated, whole and true to its English: nothing missing, extra or guessed."""
from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message

from tests.locale.tool import load_tool

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "locale"
strings: ModuleType = load_tool("strings")
LANGUAGES: list[str] = strings.languages()
BOTH = [(code, name) for code in LANGUAGES for name in strings.CATALOGUES]
# What is the same in every language: names of products, programs and units, and marks without a word in them.
SAME = frozenset((LOCALE / "same.txt").read_text(encoding="utf-8").splitlines())
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


@cache
def texts() -> dict[str, dict[object, Message]]:
    """What code and content say now, by catalogue."""
    found: dict[str, dict[object, Message]] = strings.wanted()
    return found


@cache
def stored(code: str, name: str) -> Catalog:
    """A .po file."""
    made: Catalog = strings.read(LOCALE / code / f"{name}.po")
    return made


def translated(code: str, name: str) -> Iterator[tuple[Message, str, str]]:
    """Each message with its English and its translation, form by form."""
    for message in strings.messages(stored(code, name)).values():
        if isinstance(message.string, str):
            yield message, message.id, message.string
        else:
            for number, form in enumerate(message.string):
                yield message, message.id[min(number, 1)], form


def has_words(text: str) -> bool:
    return any(letter.isalpha() for letter in PLACEHOLDER.sub("", text))


@pytest.mark.parametrize(("code", "name"), BOTH)
def test_every_text_stands_in_its_catalogue_and_no_other(code: str, name: str) -> None:
    wanted, found = set(texts()[name]), set(strings.messages(stored(code, name)))

    assert sorted(map(str, wanted - found)) == [], "make strings collects these"
    assert sorted(map(str, found - wanted)) == [], "nobody says these any more; make strings drops them"


@pytest.mark.parametrize(("code", "name"), BOTH)
def test_every_text_is_translated(code: str, name: str) -> None:
    missing = [m.id for m in strings.messages(stored(code, name)).values() if not strings.complete(m)]

    assert missing == []


@pytest.mark.parametrize(("code", "name"), BOTH)
def test_no_translation_is_a_guess_or_a_leftover(code: str, name: str) -> None:
    catalogue = stored(code, name)

    assert [m.id for m in catalogue if m.id and m.fuzzy] == []
    assert list(catalogue.obsolete) == []


@pytest.mark.parametrize(("code", "name"), BOTH)
def test_placeholders_are_those_of_the_english_text_as_often(code: str, name: str) -> None:
    wrong = []
    for message, english, said in translated(code, name):
        wanted, found = Counter(PLACEHOLDER.findall(english)), Counter(PLACEHOLDER.findall(said))
        # A form for one alone may say "one" instead of its number.
        if isinstance(message.id, tuple):
            wanted |= Counter(PLACEHOLDER.findall(message.id[1]))
        if said and wanted != found:
            wrong.append((english, said))
    assert wrong == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_plurals_have_as_many_forms_as_the_language(code: str) -> None:
    for name in strings.CATALOGUES:
        catalogue = stored(code, name)
        for message in strings.messages(catalogue).values():
            if not isinstance(message.string, str):
                assert len(message.string) == catalogue.num_plurals, message.id


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_plural_rule_is_that_of_the_language(code: str) -> None:
    for name in strings.CATALOGUES:
        header = (LOCALE / code / f"{name}.po").read_text(encoding="utf-8").split("\n\n")[0]
        rule = "".join(line.strip('"') for line in header.splitlines() if "plural" in line or line.startswith('"? 1'))
        assert Catalog(locale=code).plural_expr in rule


@pytest.mark.parametrize(("code", "name"), BOTH)
def test_a_translation_differs_from_its_english(code: str, name: str) -> None:
    same = [english for _m, english, said in translated(code, name) if said == english and has_words(english)]

    assert [text for text in same if text not in SAME] == []


@pytest.mark.parametrize(("code", "name"), BOTH)
def test_a_translation_keeps_the_marks_of_the_house(code: str, name: str) -> None:
    wrong = [
        (english, said)
        for _m, english, said in translated(code, name)
        if said
        and (
            "!" in said
            or (said != said.strip() and english == english.strip())
            or "..." in said
            or ("…" in said) != ("…" in english)
            or english.endswith(".") != said.endswith(".")
            or english.endswith("?") != said.endswith("?")
            or english.endswith(":") != said.endswith(":")
        )
    ]

    assert wrong == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_texts(code: str) -> None:
    compiled = (LOCALE / code / "LC_MESSAGES" / "aftercare.mo").read_bytes()

    assert compiled == strings.mo_bytes(code, LOCALE / code), "make strings compiles it"


def test_no_text_of_the_code_escapes_the_collector() -> None:
    # It does not look into f-strings, and a text put together before it is asked for cannot be collected at all.
    escaped = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for part in ("aftercare", "screens", "main.py")
        for file in ((ROOT / part).rglob("*.py") if (ROOT / part).is_dir() else [ROOT / part])
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        and call.func.id in ("_", "gettext", "marked", "ngettext", "pgettext") and call.args
        for text in [call.args[-1] if call.func.id == "pgettext" else call.args[0]]
        if isinstance(text, ast.JoinedStr) or (isinstance(text, ast.Constant) and text.value not in collected())
    ]  # fmt: skip

    assert escaped == []


@cache
def collected() -> frozenset[str]:
    """The texts of the code; of a plural the singular."""
    return frozenset(strings.text_of(text) for text in strings.from_code())


def test_an_unknown_text_key_in_the_content_is_collected() -> None:
    parsed = {"guide": [{"id": "x", "icon": "y", "new_key": "A new sentence.", "list": ["One.", "Two."]}]}

    assert list(strings.texts_of(parsed, "guides")) == ["A new sentence.", "One.", "Two."]


def test_a_reason_is_collected_where_it_is_a_sentence_and_not_an_id() -> None:
    parsed = {"step": [{"why": "It calms the skin."}], "rule": [{"why": "needle-holes"}]}

    assert list(strings.texts_of(parsed, "steps")) == ["It calms the skin.", "needle-holes"]
    assert list(strings.texts_of(parsed, "protocols")) == ["It calms the skin."]


def test_a_text_said_without_a_number_has_no_plural_that_asks_for_one() -> None:
    said = strings.from_code()
    counted = {text[0]: text for text in said if not isinstance(text, str)}
    alone = [text for text in said if isinstance(text, str) and text in counted]

    # Where a text stands alone too, the catalogue answers with its first plural form.
    assert [t for t in alone if Counter(PLACEHOLDER.findall(t)) != Counter(PLACEHOLDER.findall(counted[t][1]))] == []


def test_a_plural_and_a_comment_are_collected(tmp_path: Path) -> None:
    (tmp_path / "aftercare").mkdir()
    (tmp_path / "screens").mkdir()
    (tmp_path / "aftercare" / "x.py").write_text(
        '# Translators: On a button.\n_("Go")\nngettext("{n} day", "{n} days", 2)\npgettext("a game", "Go")\n',
        encoding="utf-8",
    )
    (tmp_path / "main.py").write_text("", encoding="utf-8")

    found = strings.from_code(tmp_path)

    assert set(found) == {"Go", ("{n} day", "{n} days"), "a game\x04Go"}
    assert found["Go"].auto_comments == ["On a button."]


def test_a_translation_is_kept_and_never_guessed() -> None:
    before = {"Old text": Message("Old text", "Старый текст")}

    now = {text: Message(text) for text in ("Old text", "Old texts")}
    made = strings.messages(strings.updated("ru", now, before))

    assert made["Old text"].string == "Старый текст"
    assert made["Old texts"].string in ("", None)
