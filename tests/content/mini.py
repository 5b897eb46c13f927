"""A small, whole content folder whose line numbers are fixed, to be broken by one line at a time."""
from __future__ import annotations

from pathlib import Path

from aftercare.adapters.content import FileCatalogue

ACTIVITIES = """\
# what a patient asks about
[[activity]]
id = "sauna"
name = "Sauna"
icon = "sauna"
question = "When may I go to the sauna?"

[[activity]]
id = "sun"
name = "Sun"
icon = "sun"
verb = "is"
restart = ["Start short."]
question = "When may I go in the sun?"
"""
SYMPTOMS = """\
[[symptom]]
id = "redness"
name = "Redness"
icon = "redness"
usual = "Normal now."
fading = "A little can last."
over = "It should be gone."
"""
REASONS = """\
# why a rule exists
[reason]
heat = "Heat widens the vessels."
"""
SOURCES = """\
[[source]]
file = "article.txt"
title = "An article"
lines = 12
"""
_DEMO = """\
id = "demo"
version = 1
name = "Demo"
treatment = "Demo"
hint = "A demo"
icon = "drop"
minutes = 30
areas = ["face"]
date = 2026-11-22
reviewed_by = "none yet"

[[technique]]
id = "slow"
name = "Slow"

[[rule]]
activity = "sauna"
phase = "after"
hours = [48, 72]
strength = "avoid"
why = "heat"
sources = [
    { line = "article.txt:7", about = "body", hours = [48, 72] },
    { line = "article.txt:9", about = "face" },
]

[[rule]]
activity = "sauna"
phase = "day"
end = "day"
strength = "limit"
why = "heat"
extended_from = "body"
sources = [
    { line = "article.txt:7", about = "body" },
]

[[rule]]
activity = "sun"
phase = "after"
end = "ask"
strength = "ask"
why = "heat"
undated = true
sources = [{ line = "article.txt:8", about = "face" }]

[[effect]]
symptom = "redness"
technique = "slow"
onset_hours = 0
usual_hours = [0, 24]
latest_hours = 72
sources = ["article.txt:3", "article.txt:4"]
"""
APART = (
    "help.toml", "red_flags.toml", "evidence.toml", "checks.toml", "steps.toml", "products.toml", "courses.toml",
    "questions.toml", "late_watch.toml", "countries.toml",
)  # fmt: skip
DEMO = "protocols/demo.toml"
FILES = {
    "activities.toml": ACTIVITIES,
    "symptoms.toml": SYMPTOMS,
    "reasons.toml": REASONS,
    "sources.toml": SOURCES,
    DEMO: _DEMO,
}


def write(folder: Path) -> Path:
    """The folder, filled with the whole content."""
    (folder / "protocols").mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def change(folder: Path, name: str, line: int, text: str | None) -> None:
    """Put a text in the place of a line of a file, counted from 1; None takes the line out."""
    file = folder / name
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[line - 1 : line] = [] if text is None else text.splitlines()
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def found(folder: Path) -> list[tuple[str, int, str]]:
    """File, line and key of every fault; the files that the small folder leaves out have tests of their own."""
    faults = FileCatalogue(folder).faults()
    return [(fault.file, fault.line, fault.key) for fault in faults if fault.file not in APART]
