"""`check-in` as a script uses it: the agreed table, what is stored, and one-line refusals."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.core.advice_table import NAMES, ROWS, Row
from tests.core.test_advice_table import advice_of
from tests.stored import tables_in

LONG_AGO = ["--start", "2024-06-03T10:00", "--zone", "Europe/Berlin", "--status", "done"]
DRY = ["--dry-run", "--protocol", "face-injection"]


def arguments_of(row: Row) -> list[str]:
    """A line of the table as a script types it."""
    severities = [word for word in row.symptoms if word.split("=")[1] in ("none", "mild", "medium", "strong")]
    trends = [word for word in row.symptoms if word not in severities]
    typed = ["check-in", *severities, "--dry-run", "--json"]
    typed += [part for trend in trends for part in ("--trend", trend)]
    typed += [part for sign in row.signs for part in ("--sign", sign)]
    typed += ["--temperature", row.temperature] if row.temperature else []
    typed += ["--protocol", row.protocol] if row.protocol != "-" else []
    typed += ["--technique", row.technique] if row.technique else []
    return typed + (["--hours", f"{row.hours:g}"] if row.hours is not None else [])


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_the_command_line_says_what_was_agreed(aftercare, row: Row) -> None:
    ran = aftercare(*arguments_of(row))

    said = json.loads(ran.out)
    agreed = advice_of(row)
    assert (ran.status, ran.err) == (0, "")
    assert list(said) == ["tier", "reasons", "do_now", "call"]
    assert (said["tier"], said["call"]) == (row.tier, row.call)
    assert set(said["reasons"]) == set(agreed.reasons)
    assert row.says in " ".join(said["do_now"])


def test_a_check_in_is_stored_with_the_latest_session_and_compared_with_the_last(aftercare, tmp_path: Path) -> None:
    # given a session, and a check-in a day later
    session = json.loads(aftercare("session", "add", "face-injection", *LONG_AGO, "--json").out)
    first = json.loads(aftercare("check-in", "swelling=mild", "--at", "2024-06-04T09:00", "--json").out)
    assert first["tier"] == "expected"
    # when there is more the day after, though nobody says "worse"
    second = json.loads(aftercare("check-in", "swelling=medium", "--at", "2024-06-05T09:00", "--json").out)
    # then that counts as worse
    assert second["tier"] == "clinic"
    assert second["reasons"] == ["Swelling: worse than last time."]
    stored = tables_in(tmp_path / "home" / "aftercare.json")["observations"]
    assert [(each["session_id"], each["at"], each["date"]) for each in stored.values()] == [
        (session["id"], "2024-06-04T07:00:00Z", "2024-06-04"),
        (session["id"], "2024-06-05T07:00:00Z", "2024-06-05"),
    ]


def test_a_late_entry_is_compared_with_what_came_before_it_only(aftercare) -> None:
    aftercare("session", "add", "face-injection", *LONG_AGO)
    aftercare("check-in", "swelling=mild", "--at", "2024-06-05T09:00")

    evening_before = aftercare("check-in", "swelling=medium", "--at", "2024-06-04T20:00", "--json")

    assert json.loads(evening_before.out)["tier"] == "expected"


def test_a_dry_run_stores_nothing(aftercare, tmp_path: Path) -> None:
    assert aftercare("check-in", "redness=mild", *DRY, "--hours", "5").status == 0
    assert aftercare("check-in", "redness=mild", "--dry-run").status == 0
    assert not (tmp_path / "home").exists()


def test_a_dry_run_without_a_protocol_uses_the_session(aftercare) -> None:
    aftercare("session", "add", "oxygen", *LONG_AGO)

    ran = aftercare("check-in", "redness=mild", "--dry-run", "--at", "2024-06-05T10:00", "--json")

    assert json.loads(ran.out)["reasons"] == [
        "Redness: still there the next day. This should be gone after a session without needles."
    ]


def test_the_emergency_needs_no_session(aftercare) -> None:
    said = json.loads(aftercare("check-in", "--sign", "hard-to-breathe", "--json").out)

    assert (said["tier"], said["call"]) == ("emergency", "emergency")
    assert said["do_now"][0] == "Call the emergency number now. Do not wait for your clinic."


def test_answers_may_stand_in_any_order(aftercare) -> None:
    # when the symptom stands behind options that take several values
    ran = aftercare(
        "check-in", *DRY, "--hours", "5", "--sign", "pus", "heat", "redness=mild", "--trend", "redness=worse",
        "swelling=mild", "--json", "bruise=mild",
    )  # fmt: skip

    assert json.loads(ran.out)["reasons"] == [
        "Pus. This can mean an infection.", "Skin that is hot. This can mean an infection.",
        "Redness: worse than last time.",
    ]  # fmt: skip


def test_without_json_the_advice_is_read_line_by_line(aftercare) -> None:
    ran = aftercare("check-in", "redness=mild", *DRY, "--hours", "80")

    assert ran.out.splitlines()[:3] == [
        "Call your clinic",
        "  Why:   Redness: still there after 3 days. This should be gone by now.",
        "  Now:   Call your clinic within 1 to 2 days.",
    ]


@pytest.mark.parametrize(
    ("typed", "named", "accepted"),
    [
        ([], "check-in", "at least one"),
        (["redness"], "symptom", "SYMPTOM=mild"),
        (["headache=mild"], "symptom", "tenderness"),
        (["redness=huge"], "redness", "none, mild, medium, strong"),
        (["redness="], "redness", "none, mild, medium, strong"),
        (["redness=mild", "redness=strong"], "redness", "once"),
        (["--trend", "redness=slower"], "redness", "better, same, worse"),
        (["--sign", "sadness"], "sign", "hair-loss-patches"),
        (["--sign", ""], "sign", "hair-loss-patches"),
        (["--temperature", "hot"], "temperature", "34C to 42C"),
        (["--temperature", ""], "temperature", "34C to 42C"),
        (["--temperature", "33.9C"], "temperature", "34C to 42C"),
        (["--temperature", "42.1C"], "temperature", "34C to 42C"),
        (["--temperature", "100.8"], "temperature", "93.2F to 107.6F"),
        (["--temperature", "107.7F"], "temperature", "93.2F to 107.6F"),
        (["--temperature=-38C"], "temperature", "34C to 42C"),
        (["--temperature", "nanC"], "temperature", "34C to 42C"),
        (["redness=mild", "--at", "soon"], "at", "2026-11-25T09:00:00Z"),
        (["redness=mild", "--at", "2099-01-01T10:00"], "at", "earlier moment"),
        (["redness=mild", "--at", "2024-03-31T02:30"], "at", "2024-03-31T03:00"),
        (["redness=mild", "--session", "nobody"], "session", "session list"),
        (["redness=mild", "--protocol", "oxygen"], "protocol", "--dry-run"),
        (["redness=mild", "--hours", "3"], "hours", "--protocol"),
        (["redness=mild", "--technique", "papule", "--dry-run"], "technique", "--protocol"),
        (["redness=mild", "--dry-run", "--protocol", "moon-dust"], "protocol", "body-injection"),
        (["redness=mild", *DRY, "--technique", "x"], "technique", "attack, papule"),
        (["redness=mild", *DRY, "--hours", "-1"], "hours", "from 0"),
        (["redness=mild", *DRY, "--hours", "nan"], "hours", "from 0"),
        (["redness=mild", *DRY, "--hours", "inf"], "hours", "from 0"),
        (["redness=mild", *DRY, "--hours", "long"], "hours", "from 0"),
        (["redness=mild", *DRY, "--session", "s"], "session", "either"),
        (["redness=mild", *DRY, "--hours", "1_0"], "hours", "from 0"),
        (["redness=mild", *DRY, "--hours", ""], "hours", "from 0"),
        (["redness=mild", "--at", ""], "at", "2026-11-25T09:00:00Z"),
        (["redness=mild", "--at"], "at", "2026-11-25T09:00:00Z"),
        (["redness=mild", "--temperature"], "temperature", "34C to 42C"),
        (["redness=mild", "--protocol", "", "--dry-run"], "protocol", "body-injection"),
        (["redness=mild", "--session", ""], "session", "session list"),
        (["redness=mild", "--sign"], "sign", "hair-loss-patches"),
        (["redness=mild", "--trend"], "symptom", "SYMPTOM=mild"),
        (["--note", "my lip is swollen"], "check-in", "symptom, sign or temperature"),
        (["--note", "   "], "check-in", "symptom, sign"),
        (["redness=mild", "--mood", "low"], "--mood", "unrecognized"),
    ],
)
def test_a_refusal_is_one_line_and_stores_nothing(aftercare, tmp_path: Path, typed, named, accepted) -> None:
    ran = aftercare("check-in", *typed)

    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert named in ran.err
    assert accepted in ran.err
    assert not (tmp_path / "home" / "aftercare.json").exists()


def test_a_session_that_did_not_take_place_by_then_says_nothing_of_the_skin(aftercare) -> None:
    # given a session that was cancelled, and one that begins later than the check-in
    cancelled = json.loads(aftercare("session", "add", "face-injection", *LONG_AGO, "--json").out)["id"]
    aftercare("session", "cancel", cancelled)
    later = ["--start", "2024-06-20T10:00", "--zone", "Europe/Berlin"]
    to_come = json.loads(aftercare("session", "add", "face-injection", *later, "--json").out)["id"]

    said = [
        aftercare("check-in", "redness=mild", "--at", "2024-06-04T09:00", "--session", session).err
        for session in (cancelled, to_come)
    ]

    assert said == [
        f'aftercare: session: "{cancelled}" was cancelled. Name one that took place.\n',
        f'aftercare: session: "{to_come}" begins later than this moment. Name an earlier one.\n',
    ]


def test_redness_the_morning_after_an_evening_without_needles_is_for_the_clinic(aftercare) -> None:
    evening = ["--start", "2024-06-03T18:00", "--zone", "Europe/Berlin", "--status", "done"]
    aftercare("session", "add", "needle-free", *evening)

    late, morning = (
        json.loads(aftercare("check-in", "redness=mild", "--at", at, "--json", "--dry-run").out)
        for at in ("2024-06-03T23:50", "2024-06-04T08:00")
    )

    assert (late["tier"], morning["tier"]) == ("watch", "clinic")
    assert morning["reasons"] == [
        "Redness: still there the next day. This should be gone after a session without needles."
    ]
