"""Collects every text of the code and the content into the .po files of each language, and compiles them.

Beside them it writes what a language calls its weekdays and months, and how it writes numbers.

`make strings` runs it. Translations are kept, new texts stand empty, and what no file says any more is dropped.
"""
from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from aftercare import cldr  # noqa: E402
from aftercare.adapters.content_texts import texts_by_key  # noqa: E402
from tools.line_breaks import held  # noqa: E402

DOMAIN = "aftercare"
CODE = ("aftercare", "screens", "main.py")
KEYWORDS: dict[str, Any] = {"_": None, "gettext": None, "ngettext": (1, 2), "marked": None}
KEYWORDS["pgettext"] = ((1, "c"), 2)
# Between context and text, as in a compiled catalogue.
BETWEEN = "\x04"
COMMENT_TAGS = ("Translators:",)

# What holds no word for a patient: the links from facts.
NO_TEXTS = ("content/facts/",)

Id = str | tuple[str, str]
Found = dict[Id, Message]


class Steady(Catalog):
    """A catalogue whose header has no dates, so that the same texts give the same file."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "Aftercare"),
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def from_code(root: Path = ROOT) -> Found:
    """The texts of the program, each with the files that say it."""
    found: Found = {}
    for part in CODE:
        files = [root / part] if part.endswith(".py") else sorted((root / part).rglob("*.py"))
        for file in files:
            for _line, text, comments, context in extract_from_file("python", file, KEYWORDS, COMMENT_TAGS):
                note = [comment.removeprefix("Translators:").strip() for comment in comments]
                _add(found, text, file.relative_to(root).as_posix(), note, context)
    return found


def from_content(root: Path = ROOT, guides: bool = False) -> Found:
    """The texts of the content files; of the guides alone, or of all the others."""
    found: Found = {}
    for file in sorted((root / "content").rglob("*.toml")):
        place = file.relative_to(root).as_posix()
        if place.startswith("content/guides/") is guides and not place.startswith(NO_TEXTS):
            kind = file.stem if file.parent.name == "content" else file.parent.name
            for text in texts_of(tomllib.loads(file.read_text(encoding="utf-8")), kind):
                _add(found, text, place, [])
    return found


def texts_of(value: Any, path: str) -> Iterator[str]:
    """Every patient text in a parsed content file. `path` is the file's kind and the keys down to the value."""
    return (text for _key, text in texts_by_key(value, path))


def _add(found: Found, text: Any, place: str, notes: list[str], context: str | None = None) -> None:
    if not text or text == ("", ""):
        return
    message = Message(text, context=context)
    kept = found.setdefault(key(message), message)
    if place not in [known for known, _line in kept.locations]:
        kept.locations.append((place, 0))
    kept.auto_comments.extend(note for note in notes if note not in kept.auto_comments)


# Each text stands once: in the first catalogue that has it.
CATALOGUES: dict[str, Callable[[Path], Found]] = {
    "interface": from_code,
    "content": lambda root: from_content(root),
    "guides": lambda root: from_content(root, guides=True),
}


def wanted(root: Path = ROOT) -> dict[str, Found]:
    """All texts there are, by catalogue."""
    made: dict[str, Found] = {}
    # A text with a plural form answers for its singular too.
    taken: set[str] = set()
    for name, collect in CATALOGUES.items():
        found = collect(root)
        plural = {text[0] for text in found if not isinstance(text, str)}
        made[name] = {t: m for t, m in found.items() if _singular(t) not in taken and (t not in plural)}
        taken |= {_singular(text) for text in found}
    return made


def _singular(text: Id) -> str:
    return text if isinstance(text, str) else text[0]


def text_of(key: Id) -> str:
    """The English text of a message, without its context; of a plural the singular."""
    return _singular(key).rpartition(BETWEEN)[2]


def updated(language: str, texts: Found, known: dict[Id, Message]) -> Catalog:
    """A catalogue of these texts with the translations that are known, letter by letter and never by likeness."""
    made = Steady(locale=language, fuzzy=False, header_comment=f"# Aftercare, {language}. See locale/README.md.")
    for text, message in sorted(texts.items(), key=lambda pair: _singular(pair[0])):
        before = known.get(text)
        made.add(
            message.id,
            before.string if before is not None else None,
            message.locations,
            message.flags - {"fuzzy"},
            message.auto_comments,
            before.user_comments if before is not None else (),
            context=message.context,
        )
    return made


def read(file: Path) -> Catalog:
    """A .po file; an absent one is empty."""
    if not file.exists():
        return Catalog(locale=file.parent.name)
    with file.open("rb") as opened:
        return read_po(opened, locale=file.parent.name)


def messages(catalogue: Catalog) -> dict[Id, Message]:
    """The messages of a catalogue without its header."""
    return {key(m): m for m in catalogue if m.id}


def key(message: Message) -> Id:
    """What tells a message from all others: its text, both forms of a plural, or its context and its text."""
    if isinstance(message.id, str):
        return f"{message.context}{BETWEEN}{message.id}" if message.context else message.id
    return message.id[0], message.id[1]


def po_text(catalogue: Catalog) -> bytes:
    """The .po file: sorted by text, with file names and no line numbers, one text a line."""
    made = BytesIO()
    write_po(made, catalogue, width=0, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return made.getvalue()


def mo_bytes(language: str, folder: Path) -> bytes:
    """What the .po files of a folder compile to. What has no translation yet is left out: it stays English."""
    whole = Steady(locale=language, fuzzy=False)
    for name in CATALOGUES:
        for message in messages(read(folder / f"{name}.po")).values():
            if complete(message):
                whole.add(message.id, _held(language, message.string), context=message.context)
    made = BytesIO()
    write_mo(made, whole)
    return made.getvalue()


def _held(language: str, said: Any) -> Any:
    return held(language, said) if isinstance(said, str) else tuple(held(language, form) for form in said)


def complete(message: Message) -> bool:
    """Whether every form of a message is translated."""
    forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return not message.fuzzy and all(forms)


def cldr_text(language: str) -> bytes:
    """The names and signs of a language, as `aftercare.cldr` reads them at a start."""
    lines = ["# Unicode's CLDR, from Babel. `make strings` writes this file."]
    for kind, named in cldr.from_babel(language).items():
        lines += ["", f"[{kind}]"]
        lines += [f"{name} = {json.dumps(said, ensure_ascii=False)}" for name, said in named.items()]
    # A space that does not break looks like any other.
    return "\n".join([*lines, ""]).replace("\u00a0", "\\u00a0").encode()


def languages(root: Path = ROOT) -> list[str]:
    """The folders below locale/ that hold a translation."""
    return sorted(folder.name for folder in (root / "locale").iterdir() if (folder / "interface.po").exists())


def main(arguments: list[str]) -> int:
    """Update every language; a code as argument begins a new one."""
    texts = wanted()
    codes = sorted({*languages(), *arguments})
    for code in ("en", *codes):
        _put(ROOT / "locale" / code / cldr.FILE, cldr_text(code))
    for code in codes:
        folder = ROOT / "locale" / code
        folder.mkdir(parents=True, exist_ok=True)
        # A text may have moved from one catalogue to another.
        known: dict[Id, Message] = {}
        for name in CATALOGUES:
            known |= {i: m for i, m in messages(read(folder / f"{name}.po")).items() if i not in known or complete(m)}
        for name, found in texts.items():
            _put(folder / f"{name}.po", po_text(updated(code, found, known)))
        _put(folder / "LC_MESSAGES" / f"{DOMAIN}.mo", mo_bytes(code, folder))
        missing = sum(not (text in known and complete(known[text])) for found in texts.values() for text in found)
        total = sum(len(found) for found in texts.values())
        print(f"{code}: {total} texts, {missing} to translate")
    return 0


def _put(file: Path, content: bytes) -> None:
    file.parent.mkdir(exist_ok=True)
    if not file.exists() or file.read_bytes() != content:
        file.write_bytes(content)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
