"""Whatever is done, and wherever the power goes: the journal holds what a database in memory holds."""
from __future__ import annotations

import shutil
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from aftercare.adapters.storage import JournalDB, JournalStorage
from tests.fakes.mortal_disk import Killed, Life, living

NAMES = st.sampled_from(["sessions", "observations", "Ж/\n"])
KEYS = st.sampled_from(["id", "note", "n", "ключ\ud800"])
SCALARS = st.none() | st.booleans() | st.integers(-3, 3) | st.floats(allow_nan=False, allow_infinity=False) | st.text(
    max_size=8)
DOCUMENTS = st.dictionaries(KEYS, SCALARS | st.lists(SCALARS, max_size=3) | st.dictionaries(
    st.text(max_size=3), SCALARS, max_size=2), max_size=4)
NUMBERS = st.integers(-3, 3)
# So little that snapshots come often.
PATIENCE = 300


class JournalMachine(RuleBasedStateMachine):
    """Each rule does the same to a journal and to a database in memory, and compares what they answer."""

    sees_others = True

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="aftercare-machine-"))
        self.path = self.folder / "data"
        self.memory = MemoryStorage()
        self.reopen()

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def opened(self) -> TinyDB:
        return JournalDB(self.path, patience=PATIENCE)

    @rule()
    def reopen(self) -> None:
        self.ours = self.opened()
        self.model = TinyDB(storage=lambda: self.memory)

    def both(self, name: str, deed: str, *arguments: Any, **named: Any) -> None:
        mine = getattr(self.ours.table(name), deed)(*deepcopy(arguments), **deepcopy(named))
        other = getattr(self.model.table(name), deed)(*deepcopy(arguments), **deepcopy(named))
        assert mine == other

    @rule(name=NAMES, document=DOCUMENTS)
    def insert(self, name: str, document: dict[str, Any]) -> None:
        self.both(name, "insert", document)

    @rule(name=NAMES, documents=st.lists(DOCUMENTS, max_size=4))
    def insert_multiple(self, name: str, documents: list[dict[str, Any]]) -> None:
        self.both(name, "insert_multiple", documents)

    @rule(name=NAMES, document=DOCUMENTS, doc_id=st.integers(1, 12), n=NUMBERS)
    def upsert(self, name: str, document: dict[str, Any], doc_id: int, n: int) -> None:
        self.both(name, "upsert", Document(document, doc_id))
        self.both(name, "upsert", {**document, "n": n}, where("n") == n)

    @rule(name=NAMES, fields=DOCUMENTS, n=NUMBERS, doc_ids=st.lists(st.integers(1, 9), max_size=3))
    def update(self, name: str, fields: dict[str, Any], n: int, doc_ids: list[int]) -> None:
        self.both(name, "update", fields, where("n") == n)
        self.both(name, "update", fields, doc_ids=doc_ids)
        self.both(name, "update_multiple", [(fields, where("n") == n), ({"n": n}, where("id") == "")])

    @rule(name=NAMES, text=st.text(max_size=5))
    def change_in_place(self, name: str, text: str) -> None:
        self.both(name, "update", _append(text))

    @rule(name=NAMES, n=NUMBERS)
    def remove(self, name: str, n: int) -> None:
        self.both(name, "remove", where("n") == n)

    @rule(name=NAMES)
    def truncate(self, name: str) -> None:
        self.both(name, "truncate")

    @rule(name=NAMES)
    def drop(self, name: str) -> None:
        self.ours.drop_table(name)
        self.model.drop_table(name)

    @rule()
    def drop_all(self) -> None:
        self.ours.drop_tables()
        self.model.drop_tables()

    @rule(name=NAMES, document=DOCUMENTS)
    def another_process_inserts(self, name: str, document: dict[str, Any]) -> None:
        with self.opened() as other:
            mine = other.table(name).insert(document)
        self.model = TinyDB(storage=lambda: self.memory)
        assert mine == self.model.table(name).insert(deepcopy(document))
        if not self.sees_others:
            self.reopen()

    @rule(name=NAMES, document=DOCUMENTS)
    def a_table_of_tinydb_inserts(self, name: str, document: dict[str, Any]) -> None:
        plain = TinyDB(self.path, storage=JournalStorage)
        self.model = TinyDB(storage=lambda: self.memory)
        assert plain.table(name).insert(document) == self.model.table(name).insert(deepcopy(document))
        self.reopen()

    @rule(name=NAMES, document=DOCUMENTS, part=st.floats(0, 1, exclude_max=True))
    def the_power_goes(self, name: str, document: dict[str, Any], part: float) -> None:
        """In the middle of an insert: any part of what it writes may be on the disk, but not all of it."""
        before = self.path.read_bytes() if self.path.exists() else b""
        copy = self.folder / "copy"
        copy.write_bytes(before)
        if not before:
            copy.unlink()
        JournalDB(copy, patience=10**9).table(name).insert(document)
        written = copy.read_bytes()
        if before and written.startswith(before):
            self.path.write_bytes(written[: len(before) + int(part * (len(written) - len(before)))])
        else:
            (self.folder / ".data.0badc0de.tmp").write_bytes(written[: int(part * len(written))])
        copy.unlink()
        self.reopen()
        assert self.ours.storage.losses() == ()

    @rule(name=NAMES, document=DOCUMENTS, most=st.integers(0, 14), torn=st.booleans(), erases=st.booleans())
    def the_app_dies(self, name: str, document: dict[str, Any], most: int, torn: bool, erases: bool) -> None:
        """After any operation of the disk, in a change or a snapshot: all of what was being done is there, or none."""
        before = deepcopy(self.memory.read())
        try:
            with living(Life(most, torn)):
                table = JournalDB(self.path, patience=PATIENCE, erases=erases).table(name)
                table.insert(document)
        except Killed:
            pass
        self.reopen()
        self.model.table(name).insert(deepcopy(document))
        if (self.ours.storage.read() or {}) != self.memory.read():
            self.memory.memory = before
            self.reopen()
        assert self.ours.storage.losses() == ()

    @invariant()
    def the_same_is_there(self) -> None:
        for opened in (self.ours, self.opened()):
            found = opened.storage.read() or {}
            expected = self.memory.read() or {}
            assert found == expected
            assert {name: list(table) for name, table in found.items()} == {
                name: list(table) for name, table in expected.items()
            }
        for name in self.memory.read() or {}:
            assert self.ours.table(name).all() == self.model.table(name).all()
            assert self.ours.table(name).search(where("n") == 1) == self.model.table(name).search(where("n") == 1)
            assert self.ours.table(name).get(doc_id=2) == self.model.table(name).get(doc_id=2)
            assert len(self.ours.table(name)) == len(self.model.table(name))


def _append(text: str) -> Any:
    def change(document: dict[str, Any]) -> None:
        document.setdefault("list", []).append(text)

    return change


class DropInMachine(JournalMachine):
    """The same with nothing but the storage: TinyDB's own tables, which hand over everything each time.

    They remember the next record number, and so have to be opened anew when another process has written.
    """

    sees_others = False

    def opened(self) -> TinyDB:
        return TinyDB(self.path, storage=JournalStorage, patience=PATIENCE)


TestJournal = JournalMachine.TestCase
TestDropIn = DropInMachine.TestCase
TestJournal.settings = settings(
    max_examples=150, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck))
TestDropIn.settings = settings(TestJournal.settings, max_examples=80)
