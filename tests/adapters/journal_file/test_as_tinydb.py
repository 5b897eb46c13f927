"""Everything that a user of TinyDB does with its own storage, done with a journal: the answers are the same."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tinydb import JSONStorage, Query, TinyDB, where
from tinydb.middlewares import CachingMiddleware
from tinydb.operations import add, delete, increment
from tinydb.table import Document, Table

from aftercare.adapters.storage import JournalDB, JournalStorage
from aftercare.core.data_errors import DataBusy, NotStorable

Opens = Callable[[Path], TinyDB]
WAYS: dict[str, Opens] = {
    "plain tables": lambda path: TinyDB(path, storage=JournalStorage),
    "journal tables": JournalDB,
    "journal tables, erasing": lambda path: JournalDB(path, erases=True),
    "cached": lambda path: TinyDB(path, storage=CachingMiddleware(JournalStorage)),
    "journal tables, cached": lambda path: JournalDB(path, storage=CachingMiddleware(JournalStorage)),
}


@pytest.fixture(params=WAYS)
def opens(request: pytest.FixtureRequest) -> Opens:
    return WAYS[request.param]


def used(opens: Opens, path: Path) -> list[Any]:
    """A session with TinyDB as its own manual shows it; everything that it answered."""
    said: list[Any] = []
    with opens(path) as db:
        said += [db.insert({"type": "apple", "count": 7}), db.insert({"type": "peach", "count": 3})]
        said += [db.all(), list(db), len(db)]
        fruit = Query()
        said += [db.search(fruit.type == "peach"), db.search(fruit.count > 5), db.count(fruit.count > 1)]
        said += [db.update({"count": 10}, fruit.type == "apple"), db.all()]
        said += [db.remove(fruit.count < 5), db.all()]
        said += [db.insert_multiple({"type": "pear", "count": n, "tags": [n]} for n in range(4))]
        said += [db.update(increment("count"), doc_ids=[3, 99]), db.update(delete("tags"), where("count") == 2)]
        said += [db.update(add("count", 5)), db.get(doc_id=3), db.get(doc_ids=[1, 4]), db.get(where("count") == 99)]
        said += [db.upsert({"type": "plum"}, where("type") == "plum"), db.upsert({"n": 1}, where("type") == "plum")]
        said += [db.upsert(Document({"type": "fig"}, doc_id=20)), db.insert({"type": "after fig"})]
        said += [db.insert(Document({"type": "own id"}, doc_id=15)), db.contains(doc_id=15), db.contains(doc_id=16)]
        said += [db.update_multiple([({"a": 1}, where("type") == "fig"), (delete("n"), where("n") == 1)])]
        with pytest.raises(ValueError, match="already exists"):
            db.insert(Document({"type": "twice"}, doc_id=15))
        table = db.table("other", persist_empty=True)
        said += [sorted(db.tables()), table.insert({"nested": {"list": [1, {"x": None}]}}), table.all()]
        # What is handed out is the caller's own.
        table.all()[0]["nested"]["list"].append("mine")
        said += [table.truncate(), table.insert({"again": True}), repr(table).count("total=1")]
        said += [[found.doc_id for found in db], db.table("third").update({"x": 1}), sorted(db.tables())]
    with opens(path) as db:
        said += [db.all(), sorted(db.tables()), db.insert({"reopened": 1}), db.storage.read()]
        db.drop_table("other")
        said += [sorted(db.tables()), db.table("other").all(), db.table("other").insert({"new": 1})]
        db.drop_tables()
        said += [db.tables(), db.all(), db.insert({"first": "again"}), db.all()]
    with opens(path) as db:
        said += [db.storage.read()]
    return said


@pytest.mark.parametrize("name", WAYS)
def test_a_user_of_tinydb_notices_no_difference(tmp_path: Path, name: str) -> None:
    # A cache hands out what it holds, whatever is under it.
    theirs: Any = CachingMiddleware(JSONStorage) if "cached" in name else JSONStorage
    expected = used(lambda path: TinyDB(path, storage=theirs), tmp_path / "json")
    assert used(WAYS[name], tmp_path / "journal") == expected


def test_a_file_of_tinydbs_own_storage_is_taken_over(tmp_path: Path, opens: Opens) -> None:
    path = tmp_path / "data.json"
    with TinyDB(path) as theirs:
        theirs.insert({"id": "a", "note": "Ж"})
        theirs.table("more").insert_multiple([{"n": 1}, {"n": 2}])
    text = path.read_bytes()
    with opens(path) as db:
        assert db.all() == [{"id": "a", "note": "Ж"}]
        assert path.read_bytes() == text
        db.insert({"id": "b"})
    with opens(path) as db:
        assert [each["id"] for each in db] == ["a", "b"]
        assert len(db.table("more")) == 2


def test_an_empty_file_is_an_empty_database(tmp_path: Path, opens: Opens) -> None:
    """TinyDB's own storage makes one before the first record, and so does whoever asks for a temporary file."""
    path = tmp_path / "data.json"
    TinyDB(path).close()
    assert path.read_bytes() == b""
    with opens(path) as db:
        assert db.all() == []
        assert db.insert({"id": "a"}) == 1
    with opens(path) as db:
        assert db.all() == [{"id": "a"}]
        assert list(tmp_path.glob("*.damaged-*")) == []


def test_records_may_be_named_by_anything_that_a_table_makes_of_text(tmp_path: Path) -> None:
    class Named(Table):
        document_id_class = str  # type: ignore[assignment]

    class NamedDB(TinyDB):
        table_class = Named

    path = tmp_path / "data.json"
    with NamedDB(path) as theirs:
        theirs.insert(Document({"n": 1}, doc_id="one"))  # type: ignore[arg-type]
    with NamedDB(path, storage=JournalStorage) as db:
        assert db.get(doc_id="one") == {"n": 1}  # type: ignore[arg-type]
        db.insert(Document({"n": 2}, doc_id="two"))  # type: ignore[arg-type]
    with NamedDB(path, storage=JournalStorage) as db:
        assert [each.doc_id for each in db] == ["one", "two"]


def test_changing_what_was_read_changes_nothing_that_is_stored(tmp_path: Path, opens: Opens) -> None:
    with opens(tmp_path / "data") as db:
        db.insert({"list": [1]})
    with opens(tmp_path / "data") as db:
        for found in (db.all()[0], db.get(doc_id=1), db.search(Query().list.any([1]))[0]):
            found["list"] = ["changed"]
    with opens(tmp_path / "data") as db:
        assert db.all() == [{"list": [1]}]


def test_a_value_that_is_refused_is_refused_as_tinydb_refuses_it_and_nothing_is_torn(
    tmp_path: Path, opens: Opens
) -> None:
    path = tmp_path / "data"
    with opens(path) as db:
        db.insert({"n": 1})
    before = path.read_bytes()
    with pytest.raises(TypeError, match="_default/2/when cannot be saved: it may hold text"), opens(path) as db:
        db.insert({"when": date(2026, 6, 10)})
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", [5, None, ("a",)])
def test_a_table_that_is_not_named_by_text_is_refused(tmp_path: Path, name: Any) -> None:
    for way in ("plain tables", "journal tables"):
        db = WAYS[way](tmp_path / way)
        db.insert({"n": 1})
        with pytest.raises(NotStorable):
            db.table(name).insert({"n": 2})
        assert WAYS[way](tmp_path / way).tables() == {"_default"}
        assert WAYS[way](tmp_path / way).storage.losses() == ()


@pytest.mark.parametrize("doc_id", ["one", "1\n2", "", 1.5, "٣"])
def test_a_record_that_could_not_be_found_again_is_refused(tmp_path: Path, doc_id: Any) -> None:
    db = JournalDB(tmp_path / "data")
    db.insert({"n": 1})
    for deed in (db.insert, db.upsert, lambda document: db.insert_multiple([{"n": 2}, document])):
        with pytest.raises(NotStorable, match="a record named like this"):
            deed(Document({"n": 3}, doc_id=doc_id))
    assert JournalDB(tmp_path / "data").all() == [{"n": 1}]


def test_a_refused_value_leaves_the_rest_usable(tmp_path: Path) -> None:
    for name in ("plain tables", "journal tables"):
        db = WAYS[name](tmp_path / name)
        db.insert({"list": [1]})
        for deed in (
            lambda db=db: db.insert({"a": {1}}),
            lambda db=db: db.update(lambda found: found["list"].append(b"x")),
            lambda db=db: db.insert_multiple([{"a": 1}, {"a": (1,)}]),
            lambda db=db: db.update({"deep": nested(200)}),
            lambda db=db: db.update({"self": circle()}),
        ):
            with pytest.raises(NotStorable):
                deed()
        assert db.all() == [{"list": [1]}]
        db.update({"b": nested(50)})
        assert WAYS[name](tmp_path / name).all() == [{"list": [1], "b": nested(50)}]


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def circle() -> list[Any]:
    value: list[Any] = []
    value.append(value)
    return value


def test_two_open_databases_see_what_the_other_wrote(tmp_path: Path) -> None:
    one, two = JournalDB(tmp_path / "data"), JournalDB(tmp_path / "data")
    assert one.insert({"n": 1}) == 1
    assert two.search(where("n") > 0) == [{"n": 1}]
    assert two.insert({"n": 2}) == 2
    assert one.insert({"n": 3}) == 3
    assert two.search(where("n") > 0) == one.all() == [{"n": 1}, {"n": 2}, {"n": 3}]
    one.drop_tables()
    assert two.all() == []


def test_an_old_state_is_not_written_over_what_another_process_changed(tmp_path: Path) -> None:
    # given two storages that have read the same
    one, two = JournalStorage(tmp_path / "data"), JournalStorage(tmp_path / "data")
    one.write({"t": {"1": {"n": 1}, "2": {"n": 2}}})
    mine, theirs = one.read() or {}, two.read() or {}
    # when they change different documents, then both changes stand
    mine["t"]["1"]["n"] = 10
    theirs["t"]["3"] = {"n": 3}
    one.write(mine)
    two.write(theirs)
    assert one.read() == {"t": {"1": {"n": 10}, "2": {"n": 2}, "3": {"n": 3}}}
    # when they change the same one, then the second is refused and nothing is lost
    mine, theirs = one.read() or {}, two.read() or {}
    mine["t"]["2"]["n"], theirs["t"]["2"]["n"] = 20, 21
    one.write(mine)
    with pytest.raises(DataBusy):
        two.write(theirs)
    assert (two.read() or {})["t"]["2"] == {"n": 20}


def test_a_new_file_with_the_number_of_the_old_one_is_not_taken_for_it(tmp_path: Path) -> None:
    # given a database that has read a file
    path = tmp_path / "data"
    reader = JournalDB(path)
    reader.table("diary").insert({"id": "old"})
    reader.table("diary").insert({"id": "older"})
    size = path.stat().st_size
    # when another one takes its place under the same number, as long, or longer by less than a header
    for length in (size, size + 20):
        other = tmp_path / f"other{length}"
        JournalDB(other).table("diary").insert({"id": "n"})
        JournalDB(other).table("diary").insert({"id": "x" * (length - other.stat().st_size - 62)})
        assert abs(other.stat().st_size - length) < 30
        path.write_bytes(other.read_bytes())
        # then what it holds is read, and appended to
        reader.table("diary").insert({"id": "mine"})
        assert [each["id"][:1] for each in JournalDB(path).table("diary")] == ["n", "x", "m"]
