"""Small, whole self-check, steps, products and courses beside the folder of mini.py; their line numbers are fixed."""
from __future__ import annotations

from pathlib import Path

from aftercare.adapters.content import FileCatalogue
from tests.content import mini

CHECKS = """\
version = 1
date = 2026-11-22
reviewed_by = "none yet"
[[question]]
id = "period"
title = "Your period"
hint = "Now, or soon"
outcome = "tell"
lead = "Tell your clinic."
say = "It is close."
window_days = [3, 3]
[[question]]
id = "fever"
title = "A fever"
hint = "Or ill"
outcome = "postpone"
lead = "Call first."
say = "I feel ill."
[[condition]]
question = "period"
id = "menstruation"
name = "Your period"
say = "It is close."
sources = ["article.txt:3"]
[[condition]]
question = "fever"
id = "fever"
name = "A fever"
say = "I feel hot."
sources = ["article.txt:3", "article.txt:4"]
"""
STEPS = """\
version = 1
date = 2026-11-22
reviewed_by = "none yet"
[[step]]
id = "meal"
phase = "day"
title = "Eat a light meal"
hint = "Before you go"
why = "You can feel faint."
protocols = ["demo"]
areas = ["face"]
techniques = ["slow"]
from_hours = -2
to_hours = -1
ours = "No source asks for it."
[[step]]
id = "rest"
phase = "after"
title = "Rest"
hint = "At home"
why = "It helps."
from_hours = 0
to_hours = 24
sources = ["article.txt:3"]
[[step]]
id = "look"
phase = "during"
title = "They look"
hint = "At your skin"
why = "They choose."
sources = ["article.txt:5"]
"""
PRODUCTS = """\
version = 1
date = 2026-11-22
reviewed_by = "none yet"
note = "Ask for the name."
[[product]]
id = "water"
name = "Water"
aliases = ["Aqua"]
kind = "ingredient"
contents = "Water."
used_for = "Used for dry skin."
cautions = ["It is wet."]
protocols = ["demo"]
sources = ["article.txt:3"]
"""
COURSES = """\
version = 1
date = 2026-11-22
reviewed_by = "none yet"
note = "Your clinic plans."
[[course]]
id = "demo"
name = "Demo"
protocol = "demo"
area = "face"
product = "water"
stages = [{ sessions = [4, 6], interval_days = [7, 7] }, { sessions = [3] }]
maintenance_months = [6, 10]
text = "4 to 6 sessions."
sources = ["article.txt:3"]
[[length]]
protocol = "demo"
minutes = [15, 30]
text = "About 15 minutes."
sources = ["article.txt:3"]
[[lasts]]
protocols = ["demo"]
text = "Some months."
sources = ["article.txt:3"]
"""
FILES = {"checks.toml": CHECKS, "steps.toml": STEPS, "products.toml": PRODUCTS, "courses.toml": COURSES}


def write(folder: Path) -> Path:
    """The folder of mini.py with the four files added."""
    mini.write(folder)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def found(folder: Path) -> list[tuple[str, int, str]]:
    """File, line and key of every fault of the four files."""
    faults = FileCatalogue(folder).faults()
    return [(fault.file, fault.line, fault.key) for fault in faults if fault.file in FILES]
