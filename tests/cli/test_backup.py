"""Backups on the command line."""
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from aftercare.adapters.erasable_folder import OurFolder
from aftercare.adapters.store import Store
from aftercare.core.erase import Wish
from tests.cli.conftest import Ran

Run = Callable[..., Ran]
ADD = ("session", "add", "face-injection", "--start", "2026-06-08T15:00", "--zone", "Europe/Berlin", "--json")


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "all.aftercare")


def test_what_was_saved_comes_back_in_another_folder(aftercare: Run, file: str, tmp_path: Path) -> None:
    made = json.loads(aftercare(*ADD).out)

    saved = aftercare("export", "backup", file)
    seen = aftercare("restore", file, "--preview", "--home", str(tmp_path / "other"))
    listed = aftercare("session", "list", "--json", "--home", str(tmp_path / "other"))
    done = aftercare("restore", file, "--home", str(tmp_path / "other"))
    after = aftercare("session", "list", "--json", "--home", str(tmp_path / "other"))

    assert (saved.status, saved.out) == (0, f"Saved: {file} (1 session)\n")
    assert "Backup: 1 session\nHere: nothing\n" in seen.out
    assert json.loads(listed.out) == []
    assert done.out == "Put in: 1 session\n"
    assert json.loads(after.out) == [made]


def test_replacing_says_where_the_copy_is(aftercare: Run, file: str) -> None:
    aftercare(*ADD)
    aftercare("export", "backup", file)
    aftercare(*ADD)

    done = aftercare("restore", file, "--replace")

    copy = Path(done.out.splitlines()[-1].removeprefix("What was here before: "))
    assert copy.is_file()
    assert len(json.loads(aftercare("session", "list", "--json").out)) == 1


def test_a_passphrase_comes_from_a_file(aftercare: Run, file: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("blue lamp 7\n", encoding="utf-8")
    aftercare(*ADD)

    assert aftercare("export", "backup", file, "--passphrase-file", str(secret)).status == 0
    without = aftercare("restore", file)
    within = aftercare("restore", file, "--passphrase-file", str(secret), "--preview")

    assert (without.status, without.err) == (2, "aftercare: Password: this backup has one. Enter it first.\n")
    assert within.status == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "pdf", "x"), 'kind: "pdf" is not known. Use one of: backup.'),
        (("restore", "/nowhere/x"), "Backup: this file is not there or cannot be opened."),
        (("restore", __file__), "Backup: this file is not a backup of Aftercare."),
        (("export", "backup", "/nowhere/x"), "The backup was not saved. Choose another place."),
        (
            ("export", "backup", "x", "--passphrase-file", "/nowhere"),
            'passphrase-file: "/nowhere" cannot be read. Use a text file.',
        ),
    ],
)
def test_what_does_not_work_is_one_line(aftercare: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = aftercare(*arguments)

    assert (ran.status, ran.out, ran.err) == (2, "", f"aftercare: {said}\n")


def test_an_interrupted_deletion_is_finished_first(aftercare: Run, tmp_path: Path) -> None:
    aftercare(*ADD)
    OurFolder(tmp_path / "home").begin(Wish())

    listed = aftercare("session", "list", "--json")

    assert json.loads(listed.out) == []


def test_the_pump_makes_the_automatic_backup(aftercare: Run, tmp_path: Path) -> None:
    aftercare(*ADD)
    (tmp_path / "cloud").mkdir()
    store = Store(tmp_path / "home")
    store.settings.put("backup_folder", str(tmp_path / "cloud"))

    first = aftercare("alerts", "deliver")
    second = aftercare("alerts", "deliver")

    assert [path.suffix for path in (tmp_path / "cloud").iterdir()] == [".aftercare"]
    assert "Backup: " in first.out
    assert "Backup: " not in second.out
