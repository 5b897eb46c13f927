"""Every string that a patient reads passes through here, so that a language is one folder of catalogues.

The catalogue is chosen once at start with `use_language`; until then, and for a missing entry, the English text is
its own translation.
"""
from __future__ import annotations

import gettext as _gettext
from pathlib import Path

DOMAIN = "aftercare"
LOCALE_DIR = Path(__file__).resolve().parent.parent / "locale"

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def use_language(code: str) -> None:
    """Read the catalogue of a language ("en", "ru"); an unknown one leaves the English texts in place."""
    global _catalogue
    _catalogue = _gettext.translation(DOMAIN, LOCALE_DIR, languages=[code], fallback=True)


def gettext(text: str) -> str:
    """The text in the patient's language."""
    return _catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The singular or plural text for a count, by the plural rule of the patient's language."""
    return _catalogue.ngettext(one, many, count)


def marked(text: str) -> str:
    """Mark a text for the catalogue where it is only stored; it is translated where it is shown."""
    return text
