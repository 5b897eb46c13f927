"""In Russian no line ends between a number and its unit, after a word of one letter, or before a dash."""
from __future__ import annotations

import gettext
from pathlib import Path

import pytest

from tests.locale.tool import load_tool

LOCALE = Path(__file__).resolve().parents[2] / "locale"
held = load_tool("line_breaks").held


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{count} ч", "{count}_ч"),
        ("{day} {month}", "{day}_{month}"),
        ("Посмотрите через 6 часов.", "Посмотрите через 6_часов."),
        ("От 1 до 4 процедур.", "От 1 до 4_процедур."),
        ("Жар 38,0 °C и выше", "Жар 38,0_°C и_выше"),
        ("Что можно и когда", "Что можно и_когда"),
        ("Напомним в {time}", "Напомним в_{time}"),
        ("Полоса – время паузы", "Полоса_– время паузы"),
        ("SPF 50", "SPF_50"),
        ("Что-то не так?", "Что-то не_так?"),
        # A long word stays free: it may need the whole line.
        ("с антидепрессантами", "с антидепрессантами"),
        # No word of one letter, but the end of one.
        ("Кожа в-точь с", "Кожа в-точь с"),
    ],
)
def test_what_belongs_together_is_held(text: str, shown: str) -> None:
    assert held("ru", text).replace("\u00a0", "_") == shown


def test_another_language_keeps_its_spaces() -> None:
    assert held("de", "in 6 h – a b") == "in 6 h – a b"


def test_the_compiled_catalogue_holds_them() -> None:
    catalogue = gettext.translation("aftercare", LOCALE, languages=["ru"])

    assert catalogue.gettext("{count} h") == "{count}\u00a0ч"
    assert catalogue.ngettext("{count} day", "{count} days", 2) == "{count}\u00a0дня"


def test_holding_changes_nothing_but_spaces() -> None:
    strings = load_tool("strings")
    for name in strings.CATALOGUES:
        for message in strings.messages(strings.read(LOCALE / "ru" / f"{name}.po")).values():
            for form in message.string if isinstance(message.string, tuple) else (message.string,):
                assert held("ru", form).replace("\u00a0", " ") == form
