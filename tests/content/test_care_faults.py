"""Self-check, steps, products and courses with one thing wrong: the report names file, line and key, once."""
from __future__ import annotations

from pathlib import Path

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.core.errors import ContentFault
from tests.content import mini, mini_care
from tests.content.mini_care import found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return mini_care.write(tmp_path / "content")


def test_whole_files_have_no_fault(folder: Path) -> None:
    assert found(folder) == []


REVIEWED = {
    "missing version": (1, None, 1, "version"),
    "version zero": (1, "version = 0", 1, "version"),
    "missing date": (2, None, 1, "date"),
    "date in quotes": (2, 'date = "2026-11-22"', 2, "date"),
    "missing reviewer": (3, None, 1, "reviewed_by"),
    "reviewer without a name": (3, 'reviewed_by = ""', 3, "reviewed_by"),
    "unknown key at the top": (3, 'reviewed_by = "none yet"\nmood = "good"', 4, "mood"),
    "a key given twice": (2, "date = 2026-11-22\ndate = 2026-11-22", 3, "syntax"),
}


@pytest.mark.parametrize("name", mini_care.FILES)
@pytest.mark.parametrize("kind", REVIEWED)
def test_each_file_says_its_version_its_date_and_its_reviewer(kind: str, name: str, folder: Path) -> None:
    line, text, fault_line, key = REVIEWED[kind]
    mini.change(folder, name, line, text)

    assert found(folder)[0] == (name, fault_line, key)


@pytest.mark.parametrize("name", mini_care.FILES)
def test_each_file_has_to_be_there(name: str, folder: Path) -> None:
    (folder / name).unlink()

    assert found(folder) == [(name, 0, "file")]


# The line to change, what to write there (None: nothing), and the line and key that the report names.
CHECKS = {
    "question without a title": (6, None, 4, "title"),
    "question without what to say": (10, None, 4, "say"),
    "unknown outcome": (8, 'outcome = "allow"', 8, "outcome"),
    "window with a day too many": (11, "window_days = [3, 32]", 11, "window_days"),
    "window of half days": (11, "window_days = [2.5, 3]", 11, "window_days"),
    "window that is a number": (11, "window_days = 3", 11, "window_days"),
    "unknown key of a question": (9, 'lead = "Tell."\nscore = 3', 10, "score"),
    "question given twice": (
        18, 'say = "I."\n[[question]]\nid = "fever"\ntitle = "A"\nhint = "A"\noutcome = "tell"\nlead = "C"\nsay = "D"',
        20, "id"),
    "condition of an unknown question": (20, 'question = "height"', 20, "question"),
    "condition without a name": (22, None, 19, "name"),
    "condition given twice": (27, 'id = "menstruation"', 27, "id"),
    "condition without sources": (24, None, 19, "sources"),
    "line past the end of the article": (24, 'sources = ["article.txt:13"]', 24, "sources"),
    "source of an unknown article": (30, 'sources = ["blog.txt:3"]', 30, "sources"),
    "unknown key of a condition": (23, 'say = "It is close."\nrisk = 2', 24, "risk"),
}
STEPS = {
    "unknown phase": (6, 'phase = "never"', 6, "phase"),
    "unknown protocol": (10, 'protocols = ["chess"]', 10, "protocols"),
    "unknown area": (11, 'areas = ["knee"]', 11, "areas"),
    "unknown technique": (12, 'techniques = ["fast"]', 12, "techniques"),
    "hours upside down": (13, "from_hours = -0.5", 14, "to_hours"),
    "only the first hour": (14, None, 13, "from_hours"),
    "only the last hour": (13, None, 13, "to_hours"),
    "hours after the start on the day": (14, "to_hours = 3", 14, "to_hours"),
    "hours before the end afterwards": (22, "from_hours = -1", 22, "from_hours"),
    "hours of what the clinic does": (30, 'why = "They choose."\nfrom_hours = -1\nto_hours = 0', 31, "from_hours"),
    "neither a source nor a reason of ours": (15, None, 4, "sources"),
    "line past the end of the article": (24, 'sources = ["article.txt:99"]', 24, "sources"),
    "step given twice": (17, 'id = "meal"', 17, "id"),
    "step without a title": (19, None, 16, "title"),
    "unknown key": (21, 'why = "It helps."\nbecause = "x"', 22, "because"),
}
PRODUCTS = {
    "missing note": (4, None, 1, "note"),
    "unknown kind": (9, 'kind = "magic"', 9, "kind"),
    "unknown protocol": (13, 'protocols = ["chess"]', 13, "protocols"),
    "no protocol": (13, "protocols = []", 13, "protocols"),
    "missing use": (11, None, 5, "used_for"),
    "cautions that are a text": (12, 'cautions = "It is wet."', 12, "cautions"),
    "line past the end of the article": (14, 'sources = ["article.txt:13"]', 14, "sources"),
    "unknown key": (12, "price = 3", 12, "price"),
    "look out, but not when": (10, 'again = "Look."', 10, "again"),
    "when, but not what to look out for": (10, "again_days = [0, 14]", 5, "again"),
    "days of looking out upside down": (10, 'again = "Look."\nagain_days = [14, 0]', 11, "again_days"),
    "looking out for too long": (10, 'again = "Look."\nagain_days = [0, 91]', 11, "again_days"),
}
COURSES = {
    "unknown protocol": (8, 'protocol = "chess"', 8, "protocol"),
    "unknown area": (9, 'area = "knee"', 9, "area"),
    "unknown product": (10, 'product = "wine"', 10, "product"),
    "sessions upside down": (11, "stages = [{ sessions = [6, 4] }]", 11, "stages"),
    "half a session": (11, "stages = [{ sessions = [1.5, 4] }]", 11, "stages"),
    "days upside down": (11, "stages = [{ interval_days = [14, 7] }]", 11, "stages"),
    "stage with an unknown key": (11, "stages = [{ weeks = [1, 2] }]", 11, "stages"),
    "empty stage": (11, "stages = [{}]", 11, "stages"),
    "months upside down": (12, "maintenance_months = [10, 6]", 12, "maintenance_months"),
    "missing text": (13, None, 5, "text"),
    "line past the end of the article": (14, 'sources = ["article.txt:13"]', 14, "sources"),
    "length of an unknown protocol": (16, 'protocol = "chess"', 16, "protocol"),
    "minutes upside down": (17, "minutes = [30, 15]", 17, "minutes"),
    "length without sources": (19, None, 15, "sources"),
    "lasting of an unknown protocol": (21, 'protocols = ["chess"]', 21, "protocols"),
    "lasting without a text": (22, None, 20, "text"),
}
ALL = [
    (name, kind)
    for name, kinds in zip(mini_care.FILES, (CHECKS, STEPS, PRODUCTS, COURSES), strict=True)
    for kind in kinds
]


@pytest.mark.parametrize(("name", "kind"), ALL)
def test_a_fault_is_reported_once_with_its_line_and_key(name: str, kind: str, folder: Path) -> None:
    kinds = {"checks.toml": CHECKS, "steps.toml": STEPS, "products.toml": PRODUCTS, "courses.toml": COURSES}[name]
    line, text, fault_line, key = kinds[kind]
    mini.change(folder, name, line, text)

    assert found(folder) == [(name, fault_line, key)]


def test_a_question_that_covers_nothing_is_reported(folder: Path) -> None:
    mini.change(folder, "checks.toml", 26, 'question = "period"')

    assert found(folder) == [("checks.toml", 13, "id")]


def test_a_product_that_can_be_chosen_has_to_be_explained_and_the_other_way_round(folder: Path) -> None:
    demo = folder / mini.DEMO
    choice = '[[product]]\nid = "juice"\nname = "Juice"\n\n[[rule]]'
    demo.write_text(demo.read_text(encoding="utf-8").replace("[[rule]]", choice, 1), encoding="utf-8")
    mini.change(folder, "products.toml", 9, 'kind = "brand"')

    faults = [fault for fault in FileCatalogue(folder).faults() if fault.key == "product"]

    assert [fault.file for fault in faults] == ["products.toml", "demo.toml"]
    assert ['"juice"' in faults[0].message, '"water"' in faults[1].message] == [True, True]


def test_a_line_past_the_end_says_where_the_article_ends(folder: Path) -> None:
    mini.change(folder, "products.toml", 14, 'sources = ["article.txt:13"]')

    with pytest.raises(ContentFault) as fault:
        FileCatalogue(folder).products()

    assert str(fault.value) == (
        'products.toml:14: sources: "article.txt:13" names line 13, but article.txt ends at line 12; '
        "use a line from 1 to 12"
    )
