"""Parsing TOML, which is most of the work of a check of everything: there a text is parsed once."""
from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_parsed: ContextVar[dict[str, dict[str, Any]] | None] = ContextVar("_parsed", default=None)


@contextmanager
def parsed_once() -> Iterator[None]:
    """Within this a text is parsed once, however many readers ask."""
    token = _parsed.set({})
    try:
        yield
    finally:
        _parsed.reset(token)


def parse(text: str) -> dict[str, Any]:
    """The tables of a TOML text, to be read and not changed. Raises TOMLDecodeError."""
    kept = _parsed.get()
    if kept is None:
        return tomllib.loads(text)
    if text not in kept:
        kept[text] = tomllib.loads(text)
    return kept[text]
