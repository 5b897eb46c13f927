"""content/facts: for each statement of an article the items that say it, or why none does. Read by check-content only.

A statement's id begins with its article and line: "s1-l107-…" is line 107 of the article whose name begins with 001.
"""
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from aftercare.adapters.content_items import Items, read_articles, read_items
from aftercare.adapters.toml_reader import ContentFaults, Document, Table
from aftercare.core.errors import ContentFault, InvalidInput
from aftercare.core.facts import FactLink, FactReport, match
from aftercare.core.protocol import Source

FOLDER = "facts"
_ID = re.compile(r"s(?P<article>\d+)-l(?P<line>[1-9]\d*)-[a-z0-9-]+")
_FEWEST_WORDS = 5


def check_links(folder: Path) -> list[FactLink]:
    """The links of a content folder. Raises ContentFaults with the faults of all its files."""
    links, faults = _read(folder)
    if faults:
        raise ContentFaults(faults)
    return links


def check_facts(folder: Path, records: Path) -> FactReport:
    """Compare the links with a file of statements, one JSON object a line with `id`, `seed` and `line`.

    What is wrong with the links themselves is for `check_links` to say. Raises InvalidInput where the file is no such.
    """
    return match(_records(records), _read(folder)[0])


def _read(folder: Path) -> tuple[list[FactLink], list[ContentFault]]:
    items, articles = read_items(folder), read_articles(folder)
    links: dict[str, FactLink] = {}
    faults: list[ContentFault] = []
    for path in sorted((folder / FOLDER).glob("*.toml")):
        try:
            document = Document(path)
        except ContentFault as fault:
            faults.append(fault)
            continue
        for link in _links(document, items, articles):
            if link.fact in links:
                document.fault(link.line, link.fact, f"is in {links[link.fact].file} too; keep one")
            links[link.fact] = link
        faults.extend(document.faults)
    return list(links.values()), faults


def _links(document: Document, items: Items, articles: frozenset[str]) -> Iterator[FactLink]:
    article = str(document.data.get("article"))
    number = re.match(r"\d+(?=_)", article)
    if number is None or article not in articles:
        accepted = ", ".join(sorted(name for name in articles if name[:1].isdigit()))
        document.fault(document.line("", 0, "article"), "article", f"must be one of {accepted}")
        return
    headers = {text.strip("[] \n"): line for line, text in enumerate(document.text.splitlines(), 1) if text[:1] == "["}
    for fact, data in document.data.items():
        found = _ID.fullmatch(fact)
        if fact == "article":
            continue
        if not isinstance(data, dict) or found is None:
            message = "must be a table named after a statement, such as [s1-l107-post-restriction-pool]"
            document.fault(headers.get(fact) or document.line("", 0, fact), fact, message)
        elif int(found["article"]) != int(number[0]):
            document.fault(headers.get(fact, 1), fact, f"is not of {article}; move it to the file of its article")
        else:
            table = Table(document, data, fact, 0)
            source = Source(article, int(found["line"]))
            used, withheld = _content(table, str(source), items)
            yield FactLink(fact, source, used, withheld, document.name, headers.get(fact, 1))


def _content(table: Table, line: str, items: Items) -> tuple[tuple[str, ...], str]:
    table.only({"used", "withheld"})
    used, withheld = table.texts("used"), table.text("withheld", "")
    if bool(used) == bool(withheld):
        table.fault("used", 'give either used = ["kind:id"] or withheld = "Why it is not shown."')
    for reference in dict.fromkeys(used):
        _check_reference(table, reference, line, items)
    if len(set(used)) < len(used):
        table.fault("used", "names an item twice; keep one")
    if withheld and (not withheld.endswith(".") or len(withheld.split()) < _FEWEST_WORDS):
        table.fault("withheld", "must be a sentence that says what is wrong or doubtful with this statement")
    return used, withheld


def _check_reference(table: Table, reference: str, line: str, items: Items) -> None:
    if reference not in items:
        near = get_close_matches(reference, items, 1)
        hint = f'did you mean "{near[0]}"' if near else "write kind:id, as content/README.md lists them"
        table.fault("used", f'"{reference}" is no item; {hint}')
        return
    lines = items[reference]
    if lines is not None and line not in lines:
        table.fault("used", f'"{reference}" does not cite {line}; add the line to its sources, or link another item')


def _records(path: Path) -> dict[str, Source]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput("facts", f'facts: "{path}" cannot be read ({error.__class__.__name__}).') from None
    found: dict[str, Source] = {}
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        try:
            record = json.loads(text)
            found[str(record["id"])] = Source(str(record["seed"]), int(record["line"]))
        except (ValueError, KeyError, TypeError):
            raise InvalidInput("facts", f'facts: line {number} of "{path}" has no id, seed and line.') from None
    return found
