"""Texts of the content that a language has no translation for. Read by check-content only.

The catalogues that translators work on, locale/CODE/*.po, stand beside the content folder; an installed app has none.
"""
from __future__ import annotations

from pathlib import Path

from aftercare.adapters.content_texts import texts_by_key
from aftercare.adapters.toml_reader import Document
from aftercare.core.errors import ContentFault

_UNREAD = "facts"


def missing_translations(folder: Path) -> list[ContentFault] | None:
    """Each text of a content folder without a translation, once a language; None where there are no catalogues."""
    catalogues = sorted(folder.parent.glob("locale/*/*.po"))
    if not catalogues:
        return None
    found: list[ContentFault] = []
    known = {language: set[str]() for language in sorted({path.parent.name for path in catalogues})}
    for path in catalogues:
        try:
            known[path.parent.name] |= _translated(path)
        except (OSError, ValueError) as error:
            reason = f"is no catalogue ({error}); mend it or make it again with make strings"
            found.append(ContentFault(path.name, 0, "file", reason))
    if found:
        return found
    for path in sorted(folder.rglob("*.toml")):
        if path.parent.name != _UNREAD:
            found.extend(_missing_in(path, folder, known))
    return found


def _missing_in(path: Path, folder: Path, known: dict[str, set[str]]) -> list[ContentFault]:
    try:
        document = Document(path)
    except ContentFault:
        # Its own reader says what is wrong with it.
        return []
    kind = path.stem if path.parent == folder else path.parent.name
    told: dict[tuple[str, str], ContentFault] = {}
    for key, text in texts_by_key(document.data, kind):
        for language, texts in known.items():
            if text not in texts and (text, language) not in told:
                told[text, language] = ContentFault(
                    document.name,
                    document.line_of(text),
                    key,
                    f'has no translation in {language}; run make strings and write it in locale/{language}: "{text}"',
                )
    return list(told.values())


def _translated(path: Path) -> set[str]:
    """The English texts that a catalogue has a finished translation of."""
    # Imported here: nothing but the check reads catalogues in this form.
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    return {
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalogue
        if message.id and not message.fuzzy and all(_forms(message.string))
    }


def _forms(translation: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return tuple(translation) if isinstance(translation, (tuple, list)) else (translation or "",)
