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
    "unknown key at the top": (5, 'hint = "A demo"\ncolour = "red"', 6, "colour"),
    "unknown table": (36, "[[rules]]", 36, "rules"),
    "table in single brackets": (45, "[effect]", 45, "effect"),
    "second technique of one id": (13, '[[technique]]\nid = "slow"\nname = "Slower"', 14, "id"),
    "unknown key of a technique": (12, 'name = "Slow"\ncolour = "red"', 13, "colour"),
    "missing activity": (15, None, 14, "activity"),
    "unknown activity": (15, 'activity = "chess"', 15, "activity"),
    "unknown phase": (16, 'phase = "during"', 16, "phase"),
    "unknown phase with an end": (27, 'phase = "during"', 27, "phase"),
    "missing hours": (17, None, 14, "hours"),
    "hours reversed": (17, "hours = [72, 48]", 17, "hours"),
    "hours below nothing": (17, "hours = [-1, 48]", 17, "hours"),
    "hours of more than a year": (17, "hours = [48, 9000]", 17, "hours"),
    "one hour": (17, "hours = 72", 17, "hours"),
    "hours that are texts": (17, 'hours = ["48", "72"]', 17, "hours"),
    "hours and an end": (17, 'hours = [48, 72]\nend = "ask"', 18, "end"),
    "day with hours": (28, "hours = [24, 24]", 28, "hours"),
    "day with ask": (28, 'end = "ask"', 28, "end"),
    "end of day without day": (27, 'phase = "before"', 28, "end"),
    "unknown end": (28, 'end = "soon"', 28, "end"),
    "until an unknown symptom": (17, 'until_resolved = { symptom = "joy", min_hours = 49, cap_hours = 72 }', 17,
                                 "until_resolved"),
    "until resolved with a cap below its least": (
        17, 'until_resolved = { symptom = "redness", min_hours = 72, cap_hours = 48 }', 17, "until_resolved"),
    "until resolved on the day": (
        28, 'until_resolved = { symptom = "redness", min_hours = 1, cap_hours = 2 }', 28, "until_resolved"),
    "strength where no hours are known": (40, 'strength = "avoid"', 40, "strength"),
    "ask where hours are known": (18, 'strength = "ask"', 18, "strength"),
    "unknown strength": (18, 'strength = "never"', 18, "strength"),
    "missing strength": (18, None, 14, "strength"),
    "missing why": (19, None, 14, "why"),
    "unknown why": (19, 'why = "luck"', 19, "why"),
    "missing sources": (43, None, 36, "sources"),
    "no source": (43, "sources = []", 43, "sources"),
    "source of an unknown file": (43, 'sources = [{ line = "blog.txt:8", about = "face" }]', 43, "sources"),
    "source line without a number": (21, '    { line = "article.txt", about = "body" },', 21, "sources"),
    "source line zero": (22, '    { line = "article.txt:0", about = "face" },', 22, "sources"),
    "source without about": (22, '    { line = "article.txt:9" },', 22, "sources"),
    "source that is a text": (43, 'sources = ["article.txt:8"]', 43, "sources"),
    "claim with hours reversed": (
        21, '    { line = "article.txt:7", about = "body", hours = [72, 48] },', 21, "sources"),
    "second effect of one symptom": (
        51, 'sources = ["article.txt:3"]\n[[effect]]\nsymptom = "redness"\ntechnique = "slow"\nonset_hours = 0\n'
        'usual_hours = [0, 1]\nlatest_hours = 1\nsources = ["article.txt:3"]', 53, "symptom"),
    "undated that is a text": (42, 'undated = "yes"', 42, "undated"),
    "unknown key of a rule": (19, 'why = "heat"\nbecause = "heat"', 20, "because"),
    "duplicate rule": (37, 'activity = "sauna"', 37, "activity"),
    "unknown symptom": (46, 'symptom = "joy"', 46, "symptom"),
    "effect of an unknown technique": (47, 'technique = "fast"', 47, "technique"),
    "effect without an onset": (48, None, 45, "onset_hours"),
    "usual hours reversed": (49, "usual_hours = [24, 0]", 49, "usual_hours"),
    "latest before usual": (50, "latest_hours = 12", 50, "latest_hours"),
    "latest that is a text": (50, 'latest_hours = "72"', 50, "latest_hours"),
    "effect without sources": (51, None, 45, "sources"),
    "effect with an unknown source": (51, 'sources = ["blog.txt:3"]', 51, "sources"),
    "unknown key of an effect": (51, 'sources = ["article.txt:3"]\nmood = "good"', 52, "mood"),
    "broken TOML": (17, "hours = [48, 72", 18, "syntax"),
    "a key given twice": (16, 'phase = "after"\nphase = "after"', 17, "syntax"),
}


@pytest.mark.parametrize("kind", PROTOCOL)
def test_a_fault_of_a_protocol_is_reported_once_with_its_line_and_key(kind: str, folder: Path) -> None:
    line, text, fault_line, key = PROTOCOL[kind]
    mini.change(folder, DEMO, line, text)

    assert found(folder) == [("demo.toml", fault_line, key)]


def test_a_wait_for_a_symptom_can_only_follow_a_session(folder: Path) -> None:
    mini.change(folder, DEMO, 16, 'phase = "before"')
    mini.change(folder, DEMO, 17, 'until_resolved = { symptom = "redness", min_hours = 1, cap_hours = 2 }')

    assert found(folder) == [("demo.toml", 17, "until_resolved")]
