"""Two guides and an evidence file for the small content folder; their line numbers are fixed."""
from __future__ import annotations

from pathlib import Path

from tests.content import mini

EVIDENCE = """\
[[row]]
id = "C7"
line = 66
title = "Anaphylaxis"
publisher = "NHS"
authority = "health_service"
address = "https://www.nhs.uk/conditions/anaphylaxis"

[[row]]
id = "C"
lines = [71, 76]
title = "Our summary"
authority = "own"
"""
FIRST = """\
id = "first-days"
version = 1
date = 2026-11-22
reviewed_by = "none yet"
group = "after"
icon = "bruise"
title = "What is normal in the first days?"
short = ["A little redness is normal.", "It should get better each day."]
protocols = []
days = [0, 3]
activities = ["sauna"]
related = ["heat"]
usual = ["redness"]

[[part]]
heading = "What you see"
text = ["The skin is pink. It fades."]
sources = ["article.txt:7", "evidence.md:66"]

[[part]]
heading = "What helps"
points = ["Keep it clean.", "Leave it alone."]
sources = ["article.txt:9", "article.txt:7"]

[call]
when = ["It grows after day 2."]
emergency = true
sources = ["evidence.md:72"]
"""
SECOND = """\
id = "heat"
version = 2
date = 2026-11-21
reviewed_by = "none yet"
group = "before"
icon = "sauna"
title = "Heat and the session"
short = ["Heat widens the vessels."]
protocols = ["demo"]
days = [-3, -1]

[[part]]
heading = "Why"
text = ["Heat widens the vessels."]
sources = ["article.txt:8"]
"""
GUIDE = "guides/first-days.toml"
SOURCES = """\
[[source]]
file = "article.txt"
title = "An article"
lines = 40

[[source]]
file = "evidence.md"
title = "Outside evidence"
lines = 151
"""


def write(folder: Path) -> Path:
    """The small content with two guides in it."""
    mini.write(folder)
    (folder / "guides").mkdir()
    (folder / GUIDE).write_text(FIRST, encoding="utf-8")
    (folder / "guides/heat.toml").write_text(SECOND, encoding="utf-8")
    (folder / "evidence.toml").write_text(EVIDENCE, encoding="utf-8")
    (folder / "sources.toml").write_text(SOURCES, encoding="utf-8")
    return folder
