"""check-content: each mistake of a content author is refused with file, line, key and what to write instead."""
from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aftercare.adapters.content import CONTENT_DIR
from aftercare.words import LOCALE_DIR

OXYGEN = "protocols/oxygen.toml"
# For each mistake: file, the first text there to be replaced, what the author wrote, and the key and advice told.
MISTAKES = {
    "unknown activity": (OXYGEN, 'activity = "', 'activity = "chess-', "activity", "must be one of "),
    "missing translation": (
        "symptoms.toml", 'fading = "', 'fading = "Brand new. ', "fading",
        "has no translation in ru; run make strings and write it in locale/ru",
    ),
    "range upside down": (OXYGEN, "\nhours = [", "\nhours = [8000, 1] #", "hours", "must be [least, most]"),
    "range upside down in an effect": (
        OXYGEN, "usual_hours = [", "usual_hours = [99, 1] #", "usual_hours", "must be [least, most]"),
    "source line out of file": (
        OXYGEN, 'line = "002_f6f2196830f13b36.txt:', 'line = "002_f6f2196830f13b36.txt:99', "sources",
        "ends at line ",
    ),
    "source line out of file in a step": (
        "steps.toml", '"000_24cbd1b8213e5867.txt:', '"000_24cbd1b8213e5867.txt:99', "sources", "ends at line "),
    "article that is not listed": (OXYGEN, 'line = "002_', 'line = "999_', "sources", "of an article in sources.toml"),
    "duplicate id": ("symptoms.toml", 'id = "swelling"', 'id = "redness"', "id", '"redness" is there twice; keep one'),
    "duplicate product": (
        OXYGEN, "[[rule]]", '[[product]]\nid = "x"\nname = "X"\n\n[[product]]\nid = "x"\nname = "X"\n\n[[rule]]', "id",
        '"x" is there twice; keep one'),
    "rule that stops a medicine": (
        "reasons.toml", ' = "', ' = "Stop your prescribed tablets. ', None,
        'write "Tell your clinic. Do not stop it unless the doctor who prescribed it agrees."',
    ),
    "step that stops a medicine": (
        "steps.toml", 'title = "', 'title = "Skip your blood thinners. ', "title", 'write "Tell your clinic.'),
    "article that names more hours than its rule": (
        OXYGEN, "hours = [72, 72] }", "hours = [72, 96] }", "sources", "the longest decides, so write hours"),
    "text that permits": ("steps.toml", 'why = "', 'why = "You may go. ', "why", 'write "Ask your clinic."'),
    "text that promises": ("steps.toml", 'why = "', 'why = "We guarantee it. ', "why", 'write "often"'),
    "text that shouts": ("steps.toml", 'why = "', 'why = "Go! ', "why", "write a full stop"),
    "medicine that is not marked as one": (
        "activities.toml", 'name = "Sauna', 'name = "Aspirin and sauna', "name", "add medicine = true"),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped content with its catalogues beside it."""
    shutil.copytree(LOCALE_DIR, tmp_path / "locale")
    return Path(shutil.copytree(CONTENT_DIR, tmp_path / "content"))


def test_the_shipped_content_is_whole_and_translated(aftercare: Callable[..., Any], folder: Path) -> None:
    ran = aftercare("check-content", "--content", str(folder))

    assert (ran.status, ran.out) == (0, "The content is whole.\n")


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_refused_with_file_line_and_what_to_write_instead(
    mistake: str, aftercare: Callable[..., Any], folder: Path
) -> None:
    # given
    name, before, after, key, advice = MISTAKES[mistake]
    file = folder / name
    whole = file.read_text(encoding="utf-8")
    assert before in whole
    file.write_text(whole.replace(before, after, 1), encoding="utf-8")
    # when
    ran = aftercare("check-content", "--content", str(folder))
    # then
    assert ran.status == 1
    told = [line for line in ran.out.splitlines() if advice in line]
    # The line of the change, or of the second of two tables.
    changed = whole[: whole.index(before)].count("\n") + 1 + max(0, after.count("\n") - 3)
    assert told, ran.out
    where, line, said_key, _rest = told[0].split(":", 3)
    assert (where, abs(int(line) - changed) <= 1) == (file.name, True), (told[0], changed)
    assert key is None or said_key.strip() == key


def test_content_without_catalogues_says_that_translations_were_not_checked(
    aftercare: Callable[..., Any], tmp_path: Path
) -> None:
    folder = shutil.copytree(CONTENT_DIR, tmp_path / "content")
    for language in ("en", "ru"):
        (tmp_path / "locale" / language).mkdir(parents=True)
        shutil.copy(LOCALE_DIR / language / "search.toml", tmp_path / "locale" / language)

    ran = aftercare("check-content", "--content", str(folder))

    assert ran.status == 0
    assert "Translations were not checked" in ran.out


def test_a_damaged_catalogue_is_a_fault_of_its_own(aftercare: Callable[..., Any], folder: Path) -> None:
    (folder.parent / "locale" / "ru" / "content.po").write_bytes(b'msgid "\xff')

    ran = aftercare("check-content", "--content", str(folder))

    assert ran.status == 1
    assert ran.out.startswith("content.po:0: file: is no catalogue")
