"""What can be wrong with a translated screen: words cut or over each other, and words of another alphabet."""
from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from tests.screens.aid.looks import misfits

ROOT = Path(__file__).resolve().parents[2]
# Drawings that lie under the words of their screen.
UNDER = re.compile(
    r"\b(HeroScene|ReturnRing|PrepareScene|DawnScene|Ground|LowSun|TimelineAxis|SessionLine|NowLine)\b.* lies over "
    r"|lies over (HeroScene|ReturnRing|PrepareScene|DawnScene|Ground|LowSun|TimelineAxis|SessionLine|NowLine|Text '') "
)
# Days of a calendar are as narrow as a seventh of a narrow phone; the lead of the welcome reaches into its margin.
MEANT = re.compile(r"^DayCell |^Text .* leaves its parent$")
# Names that no catalogue says: formats and systems. Single letters are units, or show the size of text.
NAMES = frozenset("A C F I O UTC SPF HA AHA BHA JPEG PNG WebP HEIC PDF Aftercare systemd launchd dunst".split())
# And what nobody translates: addresses, names of files, the groups of a recovery code.
ADDRESS = re.compile(r"\S*[/\\]\S*|\w+\.json\b|\.aftercare\b|\b[0-9A-Z]{4}\b")


def faults(root: Any, welcome: bool) -> list[str]:
    """The faults of a drawn screen that nobody meant."""
    found = [fault for fault in misfits(root) if not UNDER.search(f"{fault} ")]
    return [fault for fault in found if not (MEANT.search(fault) and (welcome or fault.startswith("DayCell")))]


def latin_words(text: str) -> list[str]:
    """The words in Latin letters that have no reason to be in a Russian text."""
    left = ADDRESS.sub(" ", text.replace("\u00a0", " "))
    for name in published():
        left = left.replace(name, " ")
    return [word for word in re.findall(r"[A-Za-z]{2,}", left) if word not in NAMES and word not in same()]


@cache
def same() -> frozenset[str]:
    """The words of the texts that are the same in every language."""
    return frozenset(re.findall(r"[A-Za-z]+", (ROOT / "locale" / "same.txt").read_text(encoding="utf-8")))


@cache
def published() -> tuple[str, ...]:
    """Papers and their publishers keep their names; our own summaries do not."""
    rows = tomllib.loads((ROOT / "content" / "evidence.toml").read_text(encoding="utf-8"))["row"]
    names = [row[key] for row in rows for key in ("title", "publisher") if row.get(key)]
    return tuple(sorted((n for n in names if not n.startswith("Our summary")), key=len, reverse=True))
