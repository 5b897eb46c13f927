"""The other version of a record: found after a merge, put in use, given up, and all of it taken back."""
from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.backup_merge import merge
from aftercare.core.kept_versions import changed, give_up, kept_versions, undone, use_instead
from aftercare.core.rows import Rows, by_key

EARLY, LATE, NOW = "2026-06-08T09:00:00Z", "2026-06-09T09:00:00Z", "2026-06-10T09:00:00Z"


def override(hours: float, at: str = EARLY) -> dict[str, Any]:
    return {"id": "o1", "activity": "sauna", "hours": hours, "changed_at": at}


def check_in(note: str, at: str = EARLY) -> dict[str, Any]:
    return {"id": "c1", "note": note, "changed_at": at}


def session(minutes: int, at: str = EARLY) -> dict[str, Any]:
    return {"id": "s1", "minutes": minutes, "status": "done", "changed_at": at}


def together(here: Rows, backup: Rows) -> Rows:
    return merge(here, backup).rows


def plain(rows: Rows) -> dict[str, Any]:
    """Rows by what they are known by, without when they were changed."""
    return {
        table: {key: {**record, "changed_at": ""} for key, record in by_key(records).items()}
        for table, records in rows.items()
        if records
    }


@pytest.mark.parametrize(
    ("table", "mine", "theirs"),
    [
        ("overrides", override(24, LATE), override(72)),
        ("observations", check_in("now", LATE), check_in("before")),
        ("sessions", session(45, LATE), session(30)),
        ("settings", {"id": "preparation:s1", "value": "b", "changed_at": LATE},
         {"id": "preparation:s1", "value": "a", "changed_at": EARLY}),
    ],
)  # fmt: skip
def test_a_pair_is_found_exchanged_and_exchanged_back(table: str, mine: Any, theirs: Any) -> None:
    # given two versions, of which the one here is newer
    rows = together({table: [mine]}, {table: [theirs]})
    [version] = kept_versions(rows)
    assert (version.table, version.origin, version.record, version.current) == (table, "backup", theirs, mine)

    # when the other one is used
    used = changed(rows, use_instead(rows, version.id, NOW))

    # then it stands in the first place as written now, and the first one is kept as this device's
    [other] = kept_versions(used)
    assert other.current == {**theirs, "changed_at": NOW}
    assert (other.origin, other.record) == ("device", mine)

    # and using that one is where it began
    back = changed(used, use_instead(used, other.id, NOW))
    [again] = kept_versions(back)
    assert ({**again.current, "changed_at": ""} if again.current else None) == {**mine, "changed_at": ""}
    assert {**again.record, "changed_at": ""} == {**theirs, "changed_at": ""}


def test_a_kept_session_gets_its_status_back() -> None:
    rows = together({"sessions": [session(45, LATE)]}, {"sessions": [session(30)]})
    [version] = kept_versions(rows)
    assert version.record["status"] == "done"
    used = changed(rows, use_instead(rows, version.id, NOW))
    assert {record["id"]: record["status"] for record in used["sessions"]} != {"s1": "cancelled"}
    assert [r["minutes"] for r in used["sessions"] if r["status"] == "done"] == [30]


def test_the_same_backup_put_in_again_adds_nothing_after_an_exchange() -> None:
    backup = {"overrides": [override(72)]}
    rows = together({"overrides": [override(24, LATE)]}, backup)
    used = changed(rows, use_instead(rows, kept_versions(rows)[0].id, NOW))
    assert plain(together(used, backup)) == plain(used)


def test_one_that_was_given_up_is_gone_and_the_other_untouched() -> None:
    rows = together({"overrides": [override(24, LATE)]}, {"overrides": [override(72)]})
    left = changed(rows, give_up(rows, kept_versions(rows)[0].id))
    assert kept_versions(left) == ()
    assert left["overrides"] == [override(24, LATE)]


def test_what_was_deleted_meanwhile_can_be_used_again() -> None:
    rows = dict(together({"overrides": [override(24, LATE)]}, {"overrides": [override(72)]}))
    rows["overrides"] = []
    [version] = kept_versions(rows)
    assert version.current is None
    used = changed(rows, use_instead(rows, version.id, NOW))
    assert used["overrides"] == [override(72, NOW)]
    assert kept_versions(used) == ()


@pytest.mark.parametrize("deed", [lambda rows, name: use_instead(rows, name, NOW), give_up])
def test_each_deed_is_undone_exactly(deed: Any) -> None:
    rows = together({"sessions": [session(45, LATE)]}, {"sessions": [session(30)]})
    change = deed(rows, kept_versions(rows)[0].id)
    after = changed(rows, change)
    assert plain(after) != plain(rows)
    assert plain(changed(after, undone(change))) == plain(rows)


def test_undoing_leaves_alone_what_was_changed_since() -> None:
    rows = together({"overrides": [override(24, LATE)]}, {"overrides": [override(72)]})
    change = use_instead(rows, kept_versions(rows)[0].id, NOW)
    after = dict(changed(rows, change))
    after["overrides"] = [override(48, NOW)]
    assert changed(after, undone(change))["overrides"] == [override(48, NOW)]


@pytest.mark.parametrize(
    "strange",
    [
        {"id": "k", "copy_of": "o1", "copy_from": "backup", "table": "overrides"},
        {"id": "k", "copy_of": "o1", "copy_from": "backup", "table": "overrides", "record": {"id": "other"}},
        {"id": "k", "copy_of": 7, "copy_from": "backup", "table": "overrides", "record": {}},
        {"id": "k", "copy_of": "o1", "copy_from": "moon", "table": "overrides", "record": {"id": "o1"}},
    ],
)
def test_what_no_version_of_ours_wrote_is_passed_over(strange: dict[str, Any]) -> None:
    rows = {"kept": [strange], "overrides": [override(24)]}
    assert kept_versions(rows) == ()
    assert use_instead(rows, "k", NOW) == ()
    assert give_up(rows, "nothing") == ()


RECORDS = st.lists(
    st.builds(lambda n, h, at: {**override(h, at), "id": f"o{n}"}, st.integers(0, 3), st.integers(1, 5),
              st.sampled_from([EARLY, LATE, NOW])),
    unique_by=lambda record: record["id"], max_size=4,
)  # fmt: skip


@given(RECORDS, RECORDS)
def test_no_version_is_ever_lost_by_an_exchange(here: Any, backup: Any) -> None:
    rows = together({"overrides": here}, {"overrides": backup})
    before = contents(rows)
    for version in kept_versions(rows):
        rows = changed(rows, use_instead(rows, version.id, NOW))
        assert contents(rows) == before


def contents(rows: Rows) -> set[tuple[str, float]]:
    kept = [record["record"] for record in rows.get("kept", ())]
    return {(record["id"], record["hours"]) for record in (*rows.get("overrides", ()), *kept)}
