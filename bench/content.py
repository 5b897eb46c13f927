"""Reading and validating content, against parsing the same files raw: what Today reads at the start, and everything."""
from __future__ import annotations

import gettext
import sys
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import process_time

from aftercare import cldr, words
from aftercare.adapters.content import CONTENT_DIR, FileCatalogue
from aftercare.core.ports import Catalogue
from aftercare.presenters import today
from aftercare.services.example import example_session
from aftercare.services.snapshot import build
from bench.result import Result

START_LIMIT_MS = 60.0
RATIO_LIMIT = 2.2
ALL_OVER_RAW_MS = 60.0
ROUNDS = 15
NOW = datetime(2026, 6, 10, 8, tzinfo=UTC)
ZONE = "Europe/Berlin"


def run() -> list[Result]:
    """Median milliseconds of processor time, each beside the raw parsing of the very files that it opened."""
    try:
        return [*_at_start("en"), *_at_start("ru"), *_everything()]
    finally:
        words.use_language(words.ENGLISH)


def _at_start(language: str) -> list[Result]:
    """The day after a session: what Today shows from a catalogue that has read nothing, less the same once read."""
    warm = FileCatalogue()
    session = example_session(warm, NOW, ZONE, 1)

    def show(catalogue: Catalogue) -> None:
        today.build_state(build(catalogue, [session], [], NOW, ZONE))

    def fresh() -> None:
        _speak(language)
        show(FileCatalogue())

    files = _opened_by(fresh)
    cold, again, raw = _by_turns(fresh, lambda: show(warm), lambda: _raw(files))
    ours = cold - again
    note = f"{len(files)} files, {ours:.0f} ms / {raw:.0f} ms"
    return [
        Result(f"content of Today at the start, {language}", ours, START_LIMIT_MS, "ms"),
        Result(f"the same / parsed raw, {language}", ours / raw, RATIO_LIMIT, "x", note),
    ]


def _everything() -> list[Result]:
    def check() -> None:
        FileCatalogue().faults()

    files = _opened_by(check)
    ours, raw = _by_turns(check, lambda: _raw(files))
    note = f"{len(files)} files, {ours:.0f} ms / {raw:.0f} ms"
    return [
        Result("all content, what validating adds to parsing", ours - raw, ALL_OVER_RAW_MS, "ms"),
        Result("all content / parsed raw", ours / raw, RATIO_LIMIT, "x", note),
    ]


def _speak(language: str) -> None:
    """What `words.use_language` does at a start; the standard library would keep a catalogue that was read before."""
    cldr.of_language.cache_clear()
    compiled = words.LOCALE_DIR / language / "LC_MESSAGES" / f"{words.DOMAIN}.mo"
    if compiled.exists():
        with compiled.open("rb") as file:
            words.use_catalogue(gettext.GNUTranslations(file), language)
    else:
        words.use_language(language)


def _raw(files: list[Path]) -> None:
    for path in files:
        if path.suffix == ".toml":
            tomllib.loads(path.read_text(encoding="utf-8"))
        else:
            with path.open("rb") as file:
                gettext.GNUTranslations(file)


def _opened_by(call: Callable[[], None]) -> list[Path]:
    """The content files and catalogues that a call opens, each once."""
    seen: dict[Path, None] = {}
    listening = True

    def hear(event: str, found: tuple[object, ...]) -> None:
        if listening and event == "open" and isinstance(found[0], str):
            path = Path(found[0])
            if path.suffix in (".toml", ".mo") and {CONTENT_DIR, words.LOCALE_DIR} & set(path.parents):
                seen[path] = None

    sys.addaudithook(hear)
    call()
    # A hook cannot be taken out again.
    listening = False
    return list(seen)


def _by_turns(*calls: Callable[[], None]) -> list[float]:
    """Median milliseconds of processor time of calls made by turns, after one uncounted round."""
    taken: list[list[float]] = [[] for _ in calls]
    for number in range(ROUNDS + 1):
        for call, times in zip(calls, taken, strict=True):
            began = process_time()
            call()
            if number:
                times.append((process_time() - began) * 1000)
    return [median(times) for times in taken]
