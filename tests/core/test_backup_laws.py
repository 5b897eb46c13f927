"""Laws of putting backups together and of migrations."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.backup import Counts, counted, counts_of, is_local
from aftercare.core.backup_merge import lost_by_replacing, merge, replace
from aftercare.core.migrations import CURRENT, migrate, version_of
from aftercare.core.rows import BACKUP, COPY_FROM, COPY_OF, DEVICE, Rows, by_key, same

IDS = st.sampled_from(["a", "b", "c", "d", "e", "f"])
STAMPS = st.one_of(st.none(), st.sampled_from([f"2026-06-{day:02}T08:00:00Z" for day in range(1, 6)]))
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 5), st.text(max_size=3)),
    lambda each: st.lists(each, max_size=2),
)
TABLES = ("sessions", "observations", "overrides", "photos", "settings", "alerts", "of-tomorrow")


@st.composite
def records(draw: st.DrawFn, ids: st.SearchStrategy[str]) -> dict[str, Any]:
    made: dict[str, Any] = {"id": draw(ids), "value": draw(st.text(max_size=2)), "more": draw(VALUES)}
    stamp = draw(STAMPS)
    return made if stamp is None else {**made, "changed_at": stamp, "at": stamp}


def rows(ids: st.SearchStrategy[str] = IDS) -> st.SearchStrategy[Rows]:
    table = st.lists(records(ids), max_size=4, unique_by=lambda record: record["id"])
    return st.dictionaries(st.sampled_from(TABLES), table)


def shown(found: Rows) -> dict[str, dict[str, Any]]:
    return {table: dict(by_key(each)) for table, each in found.items() if each}


def alike(one: Rows, other: Rows) -> bool:
    """Whether both say the same, whenever it was written."""
    mine, theirs = shown(one), shown(other)
    return mine.keys() == theirs.keys() and all(
        mine[table].keys() == theirs[table].keys()
        and all(same(record, theirs[table][key]) for key, record in mine[table].items())
        for table in mine
    )


@given(rows())
def test_nothing_with_a_backup_is_the_backup(backup: Rows) -> None:
    assert shown(merge({}, backup).rows) == shown(backup)


@given(rows(), rows())
def test_twice_is_once(here: Rows, backup: Rows) -> None:
    once = merge(here, backup)
    twice = merge(once.rows, backup)

    assert shown(twice.rows) == shown(once.rows)
    assert (twice.added, twice.updated, twice.kept, twice.set_aside) == (Counts(), Counts(), Counts(), 0)


@given(rows(st.sampled_from(["a", "b", "c"])), rows(st.sampled_from(["x", "y", "z"])))
def test_where_no_id_is_shared_the_order_does_not_matter(one: Rows, other: Rows) -> None:
    assert shown(merge(one, other).rows) == shown(merge(other, one).rows)


@given(rows(), rows())
def test_whoever_wins_is_the_same_from_both_sides(one: Rows, other: Rows) -> None:
    def winners(found: Rows) -> dict[str, dict[str, Any]]:
        every = {table: {k: v for k, v in each.items() if not v.get(COPY_OF)} for table, each in shown(found).items()}
        return {table: each for table, each in every.items() if each}

    assert alike(
        {table: list(each.values()) for table, each in winners(merge(one, other).rows).items()},
        {table: list(each.values()) for table, each in winners(merge(other, one).rows).items()},
    )


@given(rows(), rows())
def test_no_version_of_what_the_patient_wrote_is_lost(here: Rows, backup: Rows) -> None:
    merged = shown(merge(here, backup).rows)

    for table in ("sessions", "observations", "overrides", "photos"):
        for source in (here, backup):
            for record in source.get(table, ()):
                found = [*merged[table].values(), *(each["record"] for each in merged.get("kept", {}).values())]
                said = [(each.get("copy_of", each["id"]), each["value"], each["more"]) for each in found]
                assert (record["id"], record["value"], record["more"]) in said


@given(rows(), rows())
def test_a_kept_version_says_whose_it_is(here: Rows, backup: Rows) -> None:
    merged = merge(here, backup).rows

    copies = [record for each in merged.values() for record in each if COPY_OF in record]
    assert {copy[COPY_FROM] for copy in copies} <= {BACKUP, DEVICE}
    assert all(copy["status"] == "cancelled" for copy in merged.get("sessions", ()) if COPY_OF in copy)


@given(rows(), rows())
def test_replacing_leaves_the_backup_and_what_was_told(here: Rows, backup: Rows) -> None:
    found = shown(replace(here, backup))

    for table in ("sessions", "observations", "overrides", "photos", "of-tomorrow"):
        assert found.get(table, {}) == shown(backup).get(table, {})
    assert set(found.get("alerts", {})) == set(shown(here).get("alerts", {})) | set(shown(backup).get("alerts", {}))


@given(rows())
def test_replacing_by_the_same_loses_nothing(here: Rows) -> None:
    assert lost_by_replacing(here, here) == Counts()
    assert lost_by_replacing(here, {}) == counts_of(here)


@given(rows())
def test_migrating_is_done_once_and_drops_nothing(found: Rows) -> None:
    old = {**found, "meta": [{"id": "schema_version", "value": "1"}, {"id": "of-tomorrow", "value": "x"}]}

    new = migrate(old)

    assert version_of(new) == CURRENT
    assert migrate(new) == new
    for table, each in old.items():
        for record in each:
            if record["id"] != "schema_version":
                assert record.items() <= by_key(new[table])[f"id:{record['id']}"].items()


def test_the_choices_of_a_device_are_known_by_their_names() -> None:
    local = ("closed_app", "closed_app_seen", "lock_after", "lock_hidden", "backup_folder", "window_size")
    shared = ("theme", "text_scale", "wording", "quiet_from", "consent", "language", "preparation:s1", "look_again")

    assert all(map(is_local, local))
    assert not any(map(is_local, shared))


@given(rows(), rows())
def test_the_numbers_of_a_preview_are_those_of_what_happens(here: Rows, backup: Rows) -> None:
    done = merge(here, backup)
    before, theirs, after = shown(here), shown(backup), shown(done.rows)

    def count(happens: Callable[[Any, Any, Any], bool]) -> Counts:
        return counted({
            table: sum(
                happens(before.get(table, {}).get(key), record, after[table][key]) for key, record in each.items()
            )
            for table, each in theirs.items()
        })  # fmt: skip

    def differ(mine: Any, record: Any) -> bool:
        return mine is not None and not same(mine, record)

    assert done.added == count(lambda mine, record, now: mine is None and now == record)
    assert done.updated == count(lambda mine, record, now: differ(mine, record) and now == record)
    assert done.newer_here == count(lambda mine, record, now: differ(mine, record) and now == mine)
    beside = {
        table: sum(key not in before.get(table, {}) and key not in theirs.get(table, {}) for key in each)
        for table, each in after.items()
    }
    assert done.kept == counted(beside)
    assert done.set_aside == beside.get("kept", 0)
