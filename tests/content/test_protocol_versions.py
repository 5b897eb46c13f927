"""Versions of a protocol: a session keeps the hours it was made with when newer ones are shipped beside them."""
from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from aftercare.adapters.content import CONTENT_DIR, FileCatalogue
from aftercare.adapters.content_items import read_items
from aftercare.core.errors import InvalidInput
from aftercare.core.plan_version import PlanVersion, plan_version
from aftercare.core.protocol import Phase
from aftercare.core.session import Session, new_session
from aftercare.services.snapshot import Snapshot, build
from tests.content.mini import found, write

START = datetime(2026, 6, 8, 14, 30)
ZONE = "Europe/Berlin"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "content")


def bring_out_version_two(folder: Path, keep: bool = True) -> None:
    """What an author does: the old file gets its number in its name, and the new one has other hours."""
    path = folder / "protocols" / "demo.toml"
    old = path.read_text(encoding="utf-8")
    if keep:
        (folder / "protocols" / "demo.v1.toml").write_text(old, encoding="utf-8")
    new = re.sub(r"(?<!_)hours = \[\d+, \d+\]", "hours = [72, 96]", old.replace("version = 1\n", "version = 2\n"))
    assert new != old
    path.write_text(new, encoding="utf-8")


def made(folder: Path, version: int | None = None) -> Session:
    session = new_session("a", FileCatalogue(folder).protocol("demo"), START, ZONE)
    return session if version is None else replace(session, version=version)


def seen(folder: Path, session: Session) -> Snapshot:
    return build(FileCatalogue(folder), [session], [], session.end + timedelta(hours=1), ZONE)


def hours(snapshot: Snapshot) -> dict[str, float]:
    after = [window for window in snapshot.plan.parts if window.phase is Phase.AFTER]
    ends = {window.activity: window.end for window in after if window.end is not None}
    [session] = snapshot.sessions
    return {activity: (end - session.end) / timedelta(hours=1) for activity, end in ends.items()}


def test_an_old_session_keeps_its_hours_when_a_second_version_is_dropped_in(folder: Path) -> None:
    # given a session and its plan
    old = made(folder)
    before = hours(seen(folder, old))
    # when a version with other hours is brought out
    bring_out_version_two(folder)
    # then the old session is as it was, and a new one has the new hours
    assert hours(seen(folder, old)) == before
    new = made(folder)
    assert (old.version, new.version) == (1, 2)
    assert (hours(seen(folder, old))["sauna"], hours(seen(folder, new))["sauna"]) == (72.0, 96.0)
    assert found(folder) == []


def test_nothing_is_said_of_a_plan_that_has_its_own_version(folder: Path) -> None:
    old = made(folder)
    bring_out_version_two(folder)
    assert seen(folder, old).newer == ()
    assert seen(folder, made(folder)).newer == ()


def test_a_session_of_a_newer_version_is_named_and_not_passed_off_as_this_one(folder: Path) -> None:
    # given a session from an app that is ahead of this one
    ahead = made(folder, version=3)
    snapshot = seen(folder, ahead)
    # then it still has a plan, and the snapshot says that it is of other times
    assert snapshot.newer == ("a",)
    assert hours(snapshot)
    assert plan_version(ahead, snapshot.protocols["a"]) is PlanVersion.NEWER


def test_core_tells_a_newer_from_an_older_plan(folder: Path) -> None:
    protocol = FileCatalogue(folder).protocol("demo")
    found = [plan_version(made(folder, version), replace(protocol, version=2)) for version in (1, 2, 3)]
    assert found == [PlanVersion.OLDER, PlanVersion.SAME, PlanVersion.NEWER]


def test_a_kept_version_is_no_protocol_to_choose(folder: Path) -> None:
    bring_out_version_two(folder)
    catalogue = FileCatalogue(folder)
    assert catalogue.protocol_ids() == ("demo",)
    with pytest.raises(InvalidInput):
        catalogue.protocol("demo.v1")


def test_facts_are_linked_to_the_present_version_alone(tmp_path: Path) -> None:
    # given real content, in which an earlier version had a rule that the present one has not
    folder = tmp_path / "content"
    shutil.copytree(CONTENT_DIR, folder)
    present = folder / "protocols" / "oxygen.toml"
    old = present.read_text(encoding="utf-8").replace('activity = "sun"', 'activity = "sauna-of-old"')
    (folder / "protocols" / "oxygen.v1.toml").write_text(old, encoding="utf-8")
    # then what the facts may name is what a new session gets
    assert read_items(folder) == read_items(CONTENT_DIR)


def test_a_version_that_was_thrown_away_is_a_fault(folder: Path) -> None:
    bring_out_version_two(folder, keep=False)
    [fault] = [fault for fault in FileCatalogue(folder).faults() if fault.file == "demo.toml"]
    assert fault.key == "version"
    assert '"demo.v1.toml"' in fault.message


@pytest.mark.parametrize(
    ("name", "key"), [("demo.v3.toml", "version"), ("demo.v2.toml", "version"), ("gone.v1.toml", "id")]
)
def test_a_kept_version_in_the_wrong_place_is_a_fault(folder: Path, name: str, key: str) -> None:
    bring_out_version_two(folder)
    kept = folder / "protocols" / "demo.v1.toml"
    (folder / "protocols" / name).write_text(kept.read_text(encoding="utf-8"), encoding="utf-8")
    assert (name, key) in [(file, wrong) for file, _line, wrong in found(folder)]
