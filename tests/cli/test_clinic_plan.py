"""The command `clinic-plan`: it shows what a plan would change, and changes nothing."""
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.strange_plans import PLANS, signed
from tests.cli.conftest import Ran

Run = Callable[..., Ran]
CORPUS = Path(__file__).parents[1] / "adapters" / "clinic_plans"
PLAN = str(CORPUS / "good-everything.json")
NOW = ("--now", "2026-06-09T14:00")
ADD = (
    "session", "add", "face-injection", "--start", "2026-06-08T15:00", "--zone", "Europe/Berlin",
    "--technique", "papule", "--json",
)  # fmt: skip


@pytest.fixture
def patient(aftercare: Run) -> Run:
    """The command line of somebody with one session."""
    aftercare(*ADD)
    return aftercare


def test_a_plan_is_shown_sentence_by_sentence(patient: Run, golden: Callable[[str, str], None]) -> None:
    ran = patient("clinic-plan", PLAN, *NOW)

    assert (ran.status, ran.err) == (0, "")
    golden("clinic-plan/preview.txt", ran.out)


def test_the_json_has_every_item_and_what_it_needs(patient: Run, golden: Callable[[str, str], None]) -> None:
    ran = patient("clinic-plan", PLAN, *NOW, "--json")

    made = json.loads(ran.out)
    assert made["session"].pop("id")
    assert made["needs_tick"] is True
    golden("clinic-plan/preview.json", json.dumps(made, ensure_ascii=False, indent=1) + "\n")


def test_nothing_is_stored(patient: Run, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in (tmp_path / "home").rglob("*") if path.is_file()}

    patient("clinic-plan", PLAN, *NOW)

    assert {path: path.read_bytes() for path in (tmp_path / "home").rglob("*") if path.is_file()} == before


def test_the_session_on_the_day_of_the_plan_is_the_one(patient: Run) -> None:
    patient("session", "add", "face-injection", "--start", "2026-06-29T15:00", "--zone", "Europe/Berlin")

    made = json.loads(patient("clinic-plan", PLAN, *NOW, "--json").out)

    assert made["session"]["start"] == "2026-06-08T13:00:00Z"


@pytest.mark.parametrize(
    ("name", "now", "said"),
    [
        ("changed-hours", NOW[1], "This plan was changed after your clinic made it. We did not open it."),
        ("good-everything", "2026-07-09T08:00", "This plan ended on 8 July. Ask for a new one."),
        ("medicine-aspirin", NOW[1], "This plan asks to stop a medicine. We never do that. "
         "Ask the doctor who prescribed it."),
        ("other-procedure", NOW[1], "This plan is for Body, injections. Yours is Face, injections, Small bumps."),
        ("field-hours-year", NOW[1], "items/1/hours: use hours from 0.25 to 8760, in quarters of an hour."),
        ("no-such-file", NOW[1], "Clinic plan: this file is not there or cannot be opened."),
        ("good-everything", "soon", 'now: "soon" is not a moment. Use one like 2026-11-25T09:00:00Z.'),
    ],
)  # fmt: skip
def test_a_refusal_is_one_line(patient: Run, name: str, now: str, said: str) -> None:
    ran = patient("clinic-plan", str(CORPUS / f"{name}.json"), "--now", now)

    assert (ran.status, ran.out, ran.err) == (2, "", f"aftercare: {said}\n")


def test_without_a_session_there_is_nothing_to_hold_it_against(aftercare: Run) -> None:
    ran = aftercare("clinic-plan", PLAN, *NOW)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "aftercare: This plan is for Face, injections, Small bumps. Add that session first.\n"


def test_the_corpus_holds_the_plan_of_the_fuzz() -> None:
    assert Path(PLAN).read_bytes() == signed(PLANS[0])
