"""A protocol file with one thing wrong: the report names the file, the key and the line, once and exactly."""
from __future__ import annotations

from pathlib import Path

import pytest

from tests.content import mini
from tests.content.mini import DEMO, found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return mini.write(tmp_path / "content")


# The line to change, what to write there (None: nothing), and the line and key that the report names.
PROTOCOL = {
    "wrong id": (1, 'id = "other"', 1, "id"),
    "missing id": (1, None, 1, "id"),
    "version that is no whole number": (2, "version = 1.5", 2, "version"),
    "version that is a text": (2, 'version = "1"', 2, "version"),
    "missing name": (3, None, 1, "name"),
    "empty name": (3, 'name = " "', 3, "name"),
    "minutes out of range": (7, "minutes = 481", 7, "minutes"),
    "missing areas": (8, None, 1, "areas"),
    "unknown area": (8, 'areas = ["face", "knee"]', 8, "areas"),
    "missing version": (2, None, 1, "version"),
    "missing date": (9, None, 1, "date"),
    "date in quotes": (9, 'date = "2026-11-22"', 9, "date"),
    "date with a time": (9, "date = 2026-11-22T10:00:00", 9, "date"),
    "missing reviewer": (10, None, 1, "reviewed_by"),
    "empty reviewer": (10, 'reviewed_by = " "', 10, "reviewed_by"),
    "unknown key at the top": (5, 'hint = "A demo"\ncolour = "red"', 6, "colour"),
    "unknown table": (38, "[[rules]]", 38, "rules"),
    "table in single brackets": (47, "[effect]", 47, "effect"),
    "second technique of one id": (15, '[[technique]]\nid = "slow"\nname = "Slower"', 16, "id"),
    "unknown key of a technique": (14, 'name = "Slow"\ncolour = "red"', 15, "colour"),
    "missing activity": (17, None, 16, "activity"),
    "unknown activity": (17, 'activity = "chess"', 17, "activity"),
    "unknown phase": (18, 'phase = "during"', 18, "phase"),
    "unknown phase with an end": (29, 'phase = "during"', 29, "phase"),
    "missing hours": (19, None, 16, "hours"),
    "hours reversed": (19, "hours = [72, 48]", 19, "hours"),
    "hours below nothing": (19, "hours = [-1, 48]", 19, "hours"),
    "hours of more than a year": (19, "hours = [48, 9000]", 19, "hours"),
    "one hour": (19, "hours = 72", 19, "hours"),
    "hours that are texts": (19, 'hours = ["48", "72"]', 19, "hours"),
    "hours and an end": (19, 'hours = [48, 72]\nend = "ask"', 20, "end"),
    "day with hours": (30, "hours = [24, 24]", 30, "hours"),
    "day with ask": (30, 'end = "ask"', 30, "end"),
    "end of day without day": (29, 'phase = "before"', 30, "end"),
    "unknown end": (30, 'end = "soon"', 30, "end"),
    "until an unknown symptom": (19, 'until_resolved = { symptom = "joy", min_hours = 49, cap_hours = 72 }', 19,
                                 "until_resolved"),
    "until resolved with a cap below its least": (
        19, 'until_resolved = { symptom = "redness", min_hours = 72, cap_hours = 48 }', 19, "until_resolved"),
    "until resolved on the day": (
        30, 'until_resolved = { symptom = "redness", min_hours = 1, cap_hours = 2 }', 30, "until_resolved"),
    "strength where no hours are known": (42, 'strength = "avoid"', 42, "strength"),
    "ask where hours are known": (20, 'strength = "ask"', 20, "strength"),
    "unknown strength": (20, 'strength = "never"', 20, "strength"),
    "missing strength": (20, None, 16, "strength"),
    "missing why": (21, None, 16, "why"),
    "unknown why": (21, 'why = "luck"', 21, "why"),
    "missing sources": (45, None, 38, "sources"),
    "no source": (45, "sources = []", 45, "sources"),
    "source of an unknown file": (45, 'sources = [{ line = "blog.txt:8", about = "face" }]', 45, "sources"),
    "source line without a number": (23, '    { line = "article.txt", about = "body" },', 23, "sources"),
    "source line zero": (24, '    { line = "article.txt:0", about = "face" },', 24, "sources"),
    "source line past the end of the article": (
        24, '    { line = "article.txt:13", about = "face" },', 24, "sources"),
    "effect with a line past the end of the article": (53, 'sources = ["article.txt:13"]', 53, "sources"),
    "source without about": (24, '    { line = "article.txt:9" },', 24, "sources"),
    "source that is a text": (45, 'sources = ["article.txt:8"]', 45, "sources"),
    "claim with hours reversed": (
        23, '    { line = "article.txt:7", about = "body", hours = [72, 48] },', 23, "sources"),
    "claim with more hours than the rule": (
        23, '    { line = "article.txt:7", about = "body", hours = [48, 96] },', 23, "sources"),
    "second effect of one symptom": (
        53, 'sources = ["article.txt:3"]\n[[effect]]\nsymptom = "redness"\ntechnique = "slow"\nonset_hours = 0\n'
        'usual_hours = [0, 1]\nlatest_hours = 1\nsources = ["article.txt:3"]', 55, "symptom"),
    "undated that is a text": (44, 'undated = "yes"', 44, "undated"),
    "unknown key of a rule": (21, 'why = "heat"\nbecause = "heat"', 22, "because"),
    "duplicate rule": (39, 'activity = "sauna"', 39, "activity"),
    "unknown symptom": (48, 'symptom = "joy"', 48, "symptom"),
    "effect of an unknown technique": (49, 'technique = "fast"', 49, "technique"),
    "effect without an onset": (50, None, 47, "onset_hours"),
    "usual hours reversed": (51, "usual_hours = [24, 0]", 51, "usual_hours"),
    "latest before usual": (52, "latest_hours = 12", 52, "latest_hours"),
    "latest that is a text": (52, 'latest_hours = "72"', 52, "latest_hours"),
    "effect without sources": (53, None, 47, "sources"),
    "effect with an unknown source": (53, 'sources = ["blog.txt:3"]', 53, "sources"),
    "unknown key of an effect": (53, 'sources = ["article.txt:3"]\nmood = "good"', 54, "mood"),
    "broken TOML": (19, "hours = [48, 72", 20, "syntax"),
    "a key given twice": (18, 'phase = "after"\nphase = "after"', 19, "syntax"),
}


@pytest.mark.parametrize("kind", PROTOCOL)
def test_a_fault_of_a_protocol_is_reported_once_with_its_line_and_key(kind: str, folder: Path) -> None:
    line, text, fault_line, key = PROTOCOL[kind]
    mini.change(folder, DEMO, line, text)

    assert found(folder) == [("demo.toml", fault_line, key)]


def test_a_wait_for_a_symptom_can_only_follow_a_session(folder: Path) -> None:
    mini.change(folder, DEMO, 18, 'phase = "before"')
    mini.change(folder, DEMO, 19, 'until_resolved = { symptom = "redness", min_hours = 1, cap_hours = 2 }')

    assert found(folder) == [("demo.toml", 19, "until_resolved")]
