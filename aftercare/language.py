"""Which language the app speaks: the patient's choice, else that of the system, else English."""
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from aftercare import words

if TYPE_CHECKING:
    from aftercare.core.ports import SettingsRepository

LANGUAGE_SETTING = "language"
# What the system spoke when the window was last open: a timer that starts us may know nothing of it.
SEEN_SETTING = "system_language"
NAMES = {"en": "English", "ru": "Русский"}

_asked = ""


def known(tag: str) -> str:
    """The code of a language tag such as "ru_RU.UTF-8", "ru-Cyrl-RU" or "ru"; empty where we do not speak it."""
    code = tag.replace("-", "_").split("_")[0].split(".")[0].strip().lower()
    return code if code in words.languages() else ""


def ask_for(code: str) -> None:
    """Speak this language for the rest of the run, whatever was chosen; empty follows the choice again."""
    global _asked
    _asked = code


def chosen(settings: Mapping[str, str], system: str) -> str:
    """The code to speak. `system` is the system's tag, empty where it does not say."""
    return (
        _asked
        or known(settings.get(LANGUAGE_SETTING, ""))
        or (known(system) or words.ENGLISH if system else known(settings.get(SEEN_SETTING, "")))
        or words.ENGLISH
    )


def follow(settings: Mapping[str, str], system: str) -> bool:
    """Speak the language of these settings; True where it is another one than before."""
    code = chosen(settings, system)
    if code == words.language():
        return False
    words.use_language(code)
    return True


def remember(settings: SettingsRepository, system: str) -> None:
    """Keep what the system speaks for a start that does not hear it. Raises DataError."""
    heard = known(system)
    if system and heard != settings.get(SEEN_SETTING, ""):
        settings.put(SEEN_SETTING, heard)


def name_of(code: str) -> str:
    """A language in its own words: "Русский"."""
    if code in NAMES:
        return NAMES[code]
    from babel.core import Locale

    name = Locale(code).display_name or code
    return name[:1].upper() + name[1:]
