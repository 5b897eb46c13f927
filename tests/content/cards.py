"""Every text that a patient reads, as cards: what stands together on the screen and is read in one go.

A line without a full stop is a sentence of its own: a heading, a point, a row of a list.
"""
from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from aftercare.adapters.content import CONTENT_DIR, FileCatalogue

ROOT = Path(__file__).resolve().parents[2]
# Of fewer words than this the grade says little.
FEWEST_WORDS = 20
# What a place in braces becomes; a name is measured as "it", as every name is.
PLACES = {"day": "3", "time": "3 days", "when": "today", "temperature": "38 °C", "number": "112", "count": "3"}

Card = tuple[str, str]


def names() -> tuple[str, ...]:
    """Names of activities, procedures, their choices, products and what is in them: the clinic's words, not ours."""
    catalogue = FileCatalogue()
    found = [activity.name for activity in catalogue.activities()]
    for protocol in map(catalogue.protocol, catalogue.protocol_ids()):
        found += [protocol.name, protocol.treatment]
        found += [choice.name for choice in (*protocol.techniques, *protocol.products)]
    for product in tables("products.toml", "product"):
        found += [product["name"], *product.get("aliases", [])]
    return tuple(dict.fromkeys(found))


def card(*texts: str) -> str:
    """Texts that stand together, each ended, with something in the place of braces."""
    ended = (text if text.rstrip("”")[-1:] in ".?…" else f"{text}." for text in texts if text)
    return re.sub(r"\{(\w+)\}", lambda place: PLACES.get(place[1], "it"), " ".join(ended))


def content_cards() -> Iterator[Card]:
    """The cards of the content folder, each with the reference of its item."""
    yield from _shared()
    yield from _help()
    yield from _signs()
    yield from _around_a_session()
    for path in sorted((CONTENT_DIR / "guides").glob("*.toml")):
        guide = _read(path)
        name = f"guide:{guide['id']}"
        yield name, card(guide["title"], *guide["short"])
        for number, part in enumerate(guide["part"], 1):
            yield f"{name}#{number}", card(part["heading"], *part.get("text", []), *part.get("points", []))
        if "call" in guide:
            yield f"{name}#call", card(*guide["call"]["when"])


def interface_cards() -> Iterator[Card]:
    """The sentences that the screens say themselves: those of each presenter's function that makes a part.

    Where a function says but a line or two, it is read with the other short ones of its screen.
    """
    for path in sorted((ROOT / "aftercare" / "presenters").glob("*.py")):
        short: list[str] = []
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            said = [text for text in _said(node) if text[-1] in ".?" and len(text.split()) > 3]
            if sum(len(text.split()) for text in said) >= FEWEST_WORDS and isinstance(node, ast.FunctionDef):
                yield f"screen:{path.stem}.{node.name}", card(*said)
            else:
                short += said
        if short:
            yield f"screen:{path.stem}", card(*short)


def _shared() -> Iterator[Card]:
    for each in tables("activities.toml", "activity"):
        words = [each.get(key, "") for key in ("while_limited", "while_asking", "fine", "not_fine")]
        yield f"activity:{each['id']}", card(*words, *each.get("restart", []), each["question"])
    for key, text in _read(CONTENT_DIR / "reasons.toml")["reason"].items():
        yield f"reason:{key}", card(text)
    for each in tables("symptoms.toml", "symptom"):
        yield f"symptom:{each['id']}", card(each["usual"], each["fading"], each["over"])
    for path in sorted((CONTENT_DIR / "protocols").glob("*.toml")):
        protocol = _read(path)
        hints = [choice.get("hint", "") for key in ("technique", "product") for choice in protocol.get(key, [])]
        yield f"protocol:{protocol['id']}", card(protocol["hint"], *hints)


def _help() -> Iterator[Card]:
    signs = tables("help.toml", "sign")
    for tier in tables("help.toml", "tier"):
        own = [sign for sign in signs if sign["tier"] == tier["id"]]
        lines = [sign.get(key, "") for sign in own for key in ("text", "skin", "note")]
        yield f"tier:{tier['id']}", card(tier["title"], tier["lead"], *lines)
    yield "help:steps", card(*(step["text"] for step in tables("help.toml", "step")))
    for said in tables("help.toml", "said"):
        yield f"said:{said['protocol']}", card(said["text"].replace(", and …", "."))


def _signs() -> Iterator[Card]:
    for each in tables("red_flags.toml", "sign"):
        yield f"sign:{each['id']}", card(each["name"], each["means"])
    for each in tables("red_flags.toml", "condition"):
        yield f"condition:{each['id']}", card(each["text"])
    for each in tables("red_flags.toml", "say"):
        yield f"say:{each['tier']}.{each['call']}", card(*each["now"], *each["changes"])
    for each in tables("red_flags.toml", "symptom"):
        if "skin" in each:
            yield f"skin:{each['id']}", card(each["skin"])


def _around_a_session() -> Iterator[Card]:
    for each in tables("steps.toml", "step"):
        yield f"step:{each['id']}", card(each["title"], each.get("hint", ""), each["why"])
    conditions = tables("checks.toml", "condition")
    for each in tables("checks.toml", "question"):
        own = [text for one in conditions if one["question"] == each["id"] for text in (one["name"], one["say"])]
        yield f"check:{each['id']}", card(each["title"], each["hint"], each["lead"], each["say"], *own)
    for each in tables("products.toml", "product"):
        yield f"product:{each['id']}", card(each.get("contents", ""), each["used_for"], *each.get("cautions", []))
        if "again" in each:
            yield f"product:{each['id']}.again", card(each["again"])
    yield "products:note", card(_read(CONTENT_DIR / "products.toml")["note"])
    courses = _read(CONTENT_DIR / "courses.toml")
    yield "courses:note", card(courses["note"])
    for header in ("course", "length", "lasts"):
        for number, each in enumerate(courses.get(header, []), 1):
            yield f"{header}:{each.get('id', number)}", card(each["text"])
    for each in tables("questions.toml", "question"):
        yield f"question:{each['id']}", card(each["title"], each["answer"], each.get("leaflets", ""))
    for each in tables("late_watch.toml", "watch"):
        texts = (text for key, text in each.items() if key not in ("id", "icon", "code") and isinstance(text, str))
        yield f"watch:{each['id']}", card(*texts)


def _said(node: ast.AST) -> Iterator[str]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "marked"):
            first = call.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def tables(name: str, header: str) -> list[dict[str, Any]]:
    """The tables of one kind in a content file; none where the file is not there."""
    path = CONTENT_DIR / name
    found: list[dict[str, Any]] = _read(path).get(header, []) if path.exists() else []
    return found


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
