"""Every string that a patient reads passes through here, so that a language is one folder of catalogues.

The catalogue is chosen with `use_language`, at start and whenever the patient chooses another one; until then, and for
a missing entry, the English text is its own translation.
"""
from __future__ import annotations

import gettext as _gettext
import struct
from pathlib import Path

DOMAIN = "aftercare"
LOCALE_DIR = Path(__file__).resolve().parent.parent / "locale"
ENGLISH = "en"

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
_language = ENGLISH
# Languages whose catalogue turned out to be damaged: they are not offered again before the next start.
_damaged: set[str] = set()


def use_language(code: str) -> None:
    """Read the catalogue of a language ("en", "ru"); an unknown or damaged one leaves the English texts in place."""
    if code in languages():
        try:
            use_catalogue(_gettext.translation(DOMAIN, LOCALE_DIR, languages=[code], fallback=True), code)
        except (OSError, ValueError, LookupError, struct.error) as error:
            import logging

            _damaged.add(code)
            logging.getLogger("aftercare").warning("The language %s cannot be read: %s", code, error)
        else:
            return
    use_catalogue(_gettext.NullTranslations(), ENGLISH)


def use_catalogue(catalogue: _gettext.NullTranslations, code: str) -> None:
    """Speak from a catalogue that is already made; `code` names the language of its dates and numbers."""
    global _catalogue, _language
    _catalogue, _language = catalogue, code


def language() -> str:
    """The code of the language spoken now, "en" or "ru"."""
    return _language


def languages() -> tuple[str, ...]:
    """The codes of all languages there are, English first: the folders below locale/ with a compiled catalogue."""
    compiled = (path.parent.parent.name for path in LOCALE_DIR.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return (ENGLISH, *sorted(code for code in compiled if code not in _damaged))


def gettext(text: str) -> str:
    """The text in the patient's language."""
    # The empty message is the catalogue's own header.
    return _catalogue.gettext(text) if text else ""


def pgettext(context: str, text: str) -> str:
    """As `gettext`, where the same English text needs another translation in this context ("on a tile")."""
    return _catalogue.pgettext(context, text)


def ngettext(one: str, many: str, count: int) -> str:
    """The singular or plural text for a count, by the plural rule of the patient's language."""
    return _catalogue.ngettext(one, many, count)


def marked(text: str) -> str:
    """Mark a text for the catalogue where it is only stored; it is translated where it is shown."""
    return text
