"""Setting, changing and removing the code, killed after every single operation of the file system.

After each death the next start must open everything with the old code or with the new one, and no word of the diary
may be left in any file once a code is set and the data was opened again.
"""
from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aftercare.adapters.photo_files import PhotoFolder
from aftercare.adapters.storage import JournalDB
from aftercare.adapters.vault.folder import lock_ports
from aftercare.adapters.vault.journal_part import JournalSeal
from aftercare.adapters.vault.sealed_photos import SealedFiles
from aftercare.core.data_errors import DataError
from aftercare.core.errors import InvalidInput
from aftercare.services.app_lock import AppLock
from aftercare.services.app_lock_state import Status
from tests.fakes.locks import CODE, OTHER_CODE, SetClocks, cheap_keys
from tests.fakes.mortal_disk import Killed, Life, living

WORDS = ("swollen cheek", "lip filler", "Wangenbrand", "aspirin")
PICTURE = b"\xff\xd8 a picture of a swollen cheek " * 40
DATA = "aftercare.json"


class App:
    """One run of the app on a folder."""

    def __init__(self, home: Path) -> None:
        self.home = home
        folder = PhotoFolder(home / "photos")
        self.lock = AppLock(replace(lock_ports(home), keys=cheap_keys(home), readings=SetClocks()))
        self.photos = SealedFiles(folder, self.lock.sealer)

    def notes(self) -> list[str]:
        with JournalDB(self.home / DATA, seal=JournalSeal(self.lock.sealer)) as database:
            return [document["note"] for document in database.table("observations").all()]

    def add(self, note: str) -> None:
        with JournalDB(self.home / DATA, seal=JournalSeal(self.lock.sealer)) as database:
            database.table("observations").insert({"note": note})

    def is_whole(self) -> bool:
        pictures = [self.photos.read(name) for name in ("p1", "p1-small")]
        with JournalDB(self.home / "aftercare.aside", seal=JournalSeal(self.lock.sealer)) as database:
            aside = [document["note"] for document in database.table("aside").all()]
        return aside == [WORDS[1]] and self.notes()[:3] == list(WORDS[:3]) and pictures == [PICTURE, PICTURE[:300]]

    def open_with(self, *codes: str) -> str | None:
        """The code that opened it; None when none is asked."""
        if self.lock.state().status is Status.OFF:
            return None
        for code in codes:
            try:
                self.lock.unlock(code)
            except InvalidInput:
                continue
            return code
        raise AssertionError("neither code opens the data")


def filled(home: Path) -> App:
    """A folder as years leave it: old JSON, pictures, leftovers, what was kept aside and a backup of a migration."""
    home.mkdir()
    (home / DATA).write_text(json.dumps({"observations": {"1": {"note": WORDS[0]}}}))
    app = App(home)
    for word in WORDS[1:3]:
        app.add(word)
    for name, content in (("p1", PICTURE), ("p1-small", PICTURE[:300])):
        app.photos.write(name, content)
    with JournalDB(home / "aftercare.aside") as database:
        database.table("aside").insert({"note": WORDS[1]})
    (home / f"{DATA}.damaged-00ff").write_text(f"damaged, with {WORDS[3]}")
    (home / f"{DATA}.before-2").write_text(f"old, with {WORDS[0]}")
    (home / f".{DATA}.abc123.tmp").write_text(f"half a write of {WORDS[1]}")
    (home / f".{DATA}.before-2.abc123.tmp").write_text(f"half a copy of {WORDS[2]}")
    (home / "photos" / ".p2.abc123.tmp").write_bytes(PICTURE)
    return app


def words_on_disk(home: Path) -> set[str]:
    """The words of the diary in any file or file name of the folder, as text, UTF-16 or in hexadecimal."""
    found = set[str]()
    for path in home.rglob("*"):
        content = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
        for word in WORDS:
            forms = (word.encode(), word.encode("utf-16-le"), word.encode().hex().encode())
            if any(form.lower() in content.lower() for form in forms):
                found.add(word)
    return found


def deaths(tmp_path: Path, begin: Callable[[Path], App], act: Callable[[App], object]) -> Iterator[App]:
    """The app as it starts again after each possible death in the act."""
    for torn in (False, True):
        for most in range(10_000):
            home = tmp_path / f"{most}{torn}"
            app = begin(home)
            try:
                with living(Life(most, torn)):
                    act(app)
            except Killed:
                yield App(home)
            else:
                assert most > 5, "nothing was killed"
                break


def with_code(home: Path) -> App:
    app = filled(home)
    app.lock.turn_on(app.lock.draft(CODE))
    return app


def test_with_a_code_no_word_of_the_diary_is_in_any_file_or_name(tmp_path: Path) -> None:
    app = filled(tmp_path / "home")
    assert words_on_disk(app.home) == set(WORDS)
    app.lock.turn_on(app.lock.draft(CODE))
    app.add(WORDS[3])
    app.photos.write("p3", PICTURE)
    assert words_on_disk(app.home) == set()
    assert app.notes() == list(WORDS)
    assert app.photos.read("p3") == PICTURE


def test_every_file_is_closed_to_other_users(tmp_path: Path) -> None:
    app = with_code(tmp_path / "home")
    modes = {p.name: p.stat().st_mode & 0o77 for p in app.home.rglob("*") if p.is_file() and p.name.startswith("lock")}
    assert modes
    assert set(modes.values()) == {0}


def test_without_the_code_again_everything_is_as_it_was(tmp_path: Path) -> None:
    app = with_code(tmp_path / "home")
    app.lock.turn_off(CODE)
    assert app.is_whole()
    assert (app.home / f"{DATA}.damaged-00ff").read_text() == f"damaged, with {WORDS[3]}"
    assert (app.home / f"{DATA}.before-2").read_text() == f"old, with {WORDS[0]}"
    assert not [path for path in app.home.iterdir() if path.name.startswith("lock")]
    assert App(app.home).is_whole()


@pytest.mark.timeout(300)
def test_a_code_that_is_being_set_locks_nobody_out_whenever_the_app_dies(tmp_path: Path) -> None:
    for app in deaths(tmp_path, filled, lambda app: app.lock.turn_on(app.lock.draft(CODE))):
        if app.open_with(CODE) is not None:
            assert words_on_disk(app.home) == set()
            assert not app.lock.state().unfinished
        assert app.is_whole()


@pytest.mark.timeout(300)
def test_changing_the_code_leaves_the_old_or_the_new_one_whenever_the_app_dies(tmp_path: Path) -> None:
    for app in deaths(tmp_path, with_code, lambda app: app.lock.change(app.lock.draft(OTHER_CODE), CODE)):
        assert app.open_with(CODE, OTHER_CODE) is not None
        assert app.is_whole()
        assert words_on_disk(app.home) == set()


@pytest.mark.timeout(300)
def test_removing_the_code_locks_nobody_out_whenever_the_app_dies(tmp_path: Path) -> None:
    for app in deaths(tmp_path, with_code, lambda app: app.lock.turn_off(CODE)):
        app.open_with(CODE)
        assert app.is_whole()
        assert app.lock.state().status in (Status.OFF, Status.OPEN)


def test_dying_again_and_again_in_the_middle_comes_to_an_end(tmp_path: Path) -> None:
    """A phone whose battery gives it a few more writes each time."""
    app = filled(tmp_path / "home")
    with pytest.raises(Killed), living(Life(16)):
        app.lock.turn_on(app.lock.draft(CODE))
    for _ in range(60):
        app = App(app.home)
        try:
            with living(Life(16)):
                app.lock.unlock(CODE)
        except (Killed, DataError):
            continue
        if not app.lock.state().unfinished:
            break
    again = App(app.home)
    again.lock.unlock(CODE)
    assert again.is_whole()
    assert not again.lock.state().unfinished
    assert words_on_disk(app.home) == set()
