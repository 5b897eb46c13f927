"""The row of More in which the language is chosen."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aftercare import language, words
from aftercare.words import gettext as _


@dataclass(frozen=True, slots=True)
class LanguagePart:
    """`choices` are (value to store, words); each language is named in its own words. `chosen` is one of the values."""

    title: str
    value: str
    hint: str
    choices: tuple[tuple[str, str], ...]
    chosen: str


def language_part(settings: Mapping[str, str]) -> LanguagePart:
    """What is spoken now, and what can be."""
    chosen = language.known(settings.get(language.LANGUAGE_SETTING, ""))
    spoken = language.name_of(words.language())
    return LanguagePart(
        title=_("Language"),
        value=spoken if chosen else _("As the system: {language}").format(language=spoken),
        hint=_("Alerts speak it too."),
        choices=(("", _("System")), *((code, language.name_of(code)) for code in words.languages())),
        chosen=chosen,
    )
