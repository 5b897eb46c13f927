"""Shared content files that are wrong, missing or unreadable, and faults of several files at once."""
from __future__ import annotations

from pathlib import Path

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.core.errors import ContentFault, InvalidInput
from tests.content import mini
from tests.content.mini import DEMO, found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return mini.write(tmp_path / "content")


def test_whole_content_has_no_fault(folder: Path) -> None:
    assert found(folder) == []
    assert [rule.id for rule in FileCatalogue(folder).protocol("demo").rules] == [
        "demo.sauna.after", "demo.sauna.day", "demo.sun.after",
    ]  # fmt: skip


SHARED = {
    "activity without an id": ("activities.toml", 3, None, 2, "id"),
    "activity whose id is a list": ("activities.toml", 3, 'id = ["sauna"]', 3, "id"),
    "activity without a name": ("activities.toml", 4, None, 2, "name"),
    "activity with an unknown key": ("activities.toml", 6, 'question = "?"\nsize = 3', 7, "size"),
    "activity with a wrong verb": ("activities.toml", 12, 'verb = "be"', 12, "verb"),
    "activity with a restart that is a text": ("activities.toml", 13, 'restart = "Start"', 13, "restart"),
    "activity given twice": ("activities.toml", 9, 'id = "sauna"', 9, "id"),
    "activity in single brackets": ("activities.toml", 2, "[activities]", 2, "activities"),
    "symptom without its last word": ("symptoms.toml", 7, None, 1, "over"),
    "symptom with an unknown key": ("symptoms.toml", 7, 'over = "Gone."\nsize = 3', 8, "size"),
    "reason that is a number": ("reasons.toml", 3, "heat = 3", 3, "heat"),
    "reasons in double brackets": ("reasons.toml", 2, "[[reason]]", 2, "reason"),
    "source without a title": ("sources.toml", 3, None, 1, "title"),
    "source with an unknown key": ("sources.toml", 3, 'title = "An article"\nyear = 2020', 4, "year"),
    "source without its number of lines": ("sources.toml", 4, None, 1, "lines"),
    "source without a line": ("sources.toml", 4, "lines = 0", 4, "lines"),
    "broken TOML": ("symptoms.toml", 3, "name =", 3, "syntax"),
}


@pytest.mark.parametrize("kind", SHARED)
def test_a_fault_of_a_shared_file_is_reported_alone(kind: str, folder: Path) -> None:
    name, line, text, fault_line, key = SHARED[kind]
    mini.change(folder, name, line, text)

    assert found(folder) == [(name, fault_line, key)]


@pytest.mark.parametrize("name", [name for name in mini.FILES if name != DEMO])
def test_a_missing_shared_file_is_reported(name: str, folder: Path) -> None:
    (folder / name).unlink()

    assert found(folder) == [(name, 0, "file")]


@pytest.mark.parametrize("name", mini.FILES)
@pytest.mark.parametrize("content", [b"\xff\xfe\x00\x01", b"\x89PNG\r\n\x1a\n\x00"])
def test_a_file_that_is_no_text_is_reported(name: str, content: bytes, folder: Path) -> None:
    (folder / name).write_bytes(content)

    assert found(folder) == [(Path(name).name, 0, "file")]


def test_a_folder_in_the_place_of_a_file_is_reported(folder: Path) -> None:
    (folder / "protocols" / "odd.toml").mkdir()

    assert found(folder) == [("odd.toml", 0, "file")]


def test_a_folder_without_protocols_is_reported(folder: Path) -> None:
    (folder / DEMO).unlink()

    assert found(folder) == [("protocols", 0, "folder")]


def test_a_protocol_without_a_rule_is_reported(folder: Path) -> None:
    for _ in range(16, 46):
        mini.change(folder, DEMO, 16, None)

    assert found(folder) == [("demo.toml", 1, "rule")]


def test_every_fault_of_every_file_is_reported_in_one_go(folder: Path) -> None:
    (folder / "protocols" / "demo2.toml").write_text(mini.FILES[DEMO].replace('id = "demo"', 'id = "demo2"'))
    mini.change(folder, DEMO, 19, "hours = [72, 48]")
    mini.change(folder, DEMO, 42, 'strength = "avoid"')
    mini.change(folder, "protocols/demo2.toml", 7, "minutes = 0")

    assert found(folder) == [
        ("demo.toml", 19, "hours"), ("demo.toml", 42, "strength"), ("demo2.toml", 7, "minutes"),
    ]  # fmt: skip


def test_faults_of_two_shared_files_are_reported_together(folder: Path) -> None:
    mini.change(folder, "activities.toml", 4, None)
    mini.change(folder, "symptoms.toml", 3, None)

    assert found(folder) == [("activities.toml", 2, "name"), ("symptoms.toml", 1, "name")]


def test_a_broken_protocol_is_refused_when_it_is_used(folder: Path) -> None:
    mini.change(folder, DEMO, 19, "hours = [72, 48]")

    with pytest.raises(ContentFault) as fault:
        FileCatalogue(folder).protocol("demo")

    assert str(fault.value) == "demo.toml:19: hours: must be [least, most], from 0 to 8760"


@pytest.mark.parametrize("name", ["chess", "", "../demo", "demo.toml", "protocols/demo"])
def test_an_unknown_protocol_is_refused_and_never_read_as_a_path(name: str, folder: Path) -> None:
    with pytest.raises(InvalidInput) as fault:
        FileCatalogue(folder).protocol(name)

    assert fault.value.message == f'protocol: "{name}" is not known. Use one of: demo.'
