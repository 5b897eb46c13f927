"""A corpus of plan files: good ones, and for each refusal the ways that lead to it."""
from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from aftercare.adapters.clinic_plan_file import MOST_BYTES, PlanFiles
from aftercare.adapters.content import FileCatalogue
from aftercare.core.clinic_plan_errors import PlanFault, PlanRefused
from bench.fuzz_clinic_plan import read_and_shown, their_sessions
from bench.strange_plans import CLINIC, PLANS, enveloped, signed

ROOT = Path(__file__).parents[2]
CORPUS = sorted((Path(__file__).parent / "clinic_plans").iterdir())
CATALOGUE = FileCatalogue()
SESSIONS = their_sessions(CATALOGUE)
# The patient of the corpus has sessions, and the files are there.
NOT_IN_FILES = {PlanFault.MISSING, PlanFault.NO_SESSION}


def expected(path: Path) -> PlanFault | None:
    """The refusal that a file is named after."""
    return max((fault for fault in PlanFault if path.stem.startswith(fault)), key=len, default=None)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_plan_is_taken_or_refused_as_its_file_is_named(path: Path) -> None:
    fault = expected(path)
    if fault is None:
        assert path.stem.startswith("good-")
        assert read_and_shown(path.read_bytes(), CATALOGUE, SESSIONS).changes
        return

    with pytest.raises(PlanRefused) as refused:
        read_and_shown(path.read_bytes(), CATALOGUE, SESSIONS)

    assert refused.value.fault is fault


def test_every_refusal_has_a_file() -> None:
    assert {expected(path) for path in CORPUS} == {*PlanFault, None} - NOT_IN_FILES


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("field-hours-year", "items/1/hours: use hours from 0.25 to 8760, in quarters of an hour."),
        ("field-unknown", "dose: this field is not known here. Leave it out."),
        ("field-clinic-missing", "clinic: use one short line of plain text."),
        ("field-item-list", "items/1: use a record of fields in curly brackets."),
        ("field-key-short", "key: use the 32 bytes of an Ed25519 public key in base64."),
        ("contradiction-twice", "items/2/activity: name an activity only once for each side of the session."),
        ("changed-hours", "This plan was changed after your clinic made it. We did not open it."),
        ("medicine-in-a-note", "This plan asks to stop a medicine. We never do that."),
        ("ended", "This plan ended on 2026-06-08. Ask for a new one."),
    ],
)
def test_a_refusal_names_the_field_and_what_it_accepts(name: str, said: str) -> None:
    path = next(path for path in CORPUS if path.stem == name)

    with pytest.raises(PlanRefused) as refused:
        read_and_shown(path.read_bytes(), CATALOGUE, SESSIONS)

    assert refused.value.message.startswith(said)


@pytest.mark.parametrize("name", ["", "/nowhere/x", "a\0b", "~nobody-of-that-name/x", __file__.rpartition("/")[0]])
def test_a_file_that_cannot_be_opened_is_missing(name: str) -> None:
    with pytest.raises(PlanRefused) as refused:
        PlanFiles().read(name)

    assert refused.value.fault is PlanFault.MISSING


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX pipes")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PlanRefused) as refused:
        PlanFiles().read(str(tmp_path / "pipe"))
    assert refused.value.fault is PlanFault.MISSING


def test_the_same_plan_comes_from_a_file_and_from_a_scan(tmp_path: Path) -> None:
    (tmp_path / "plan").write_bytes(signed(PLANS[0]))

    assert PlanFiles().read(str(tmp_path / "plan")) == PlanFiles().from_bytes(signed(PLANS[0]))


def test_the_largest_size_is_still_read() -> None:
    content = signed(PLANS[1])
    content += b" " * (MOST_BYTES - len(content))

    assert PlanFiles().from_bytes(content).plan.clinic == "Клиника «Весна»"


def test_a_plan_is_known_by_the_key_that_signed_it() -> None:
    found = PlanFiles().from_bytes(signed(PLANS[0]))

    assert found.key == CLINIC.public_key().public_bytes_raw()
    assert found.fingerprint == "5647 5aa7 5463 474c"


def test_nothing_of_a_changed_plan_is_read() -> None:
    # given a text that is no plan at all, under a signature for another one
    envelope = enveloped("x") | {"plan": "no plan"}

    with pytest.raises(PlanRefused) as refused:
        PlanFiles().from_bytes(json.dumps(envelope).encode())

    # then the signature is what is wrong with it, and not its words
    assert refused.value.fault is PlanFault.CHANGED


def test_the_plan_of_the_documentation_is_one() -> None:
    page = (ROOT / "docs" / "CLINIC_PLANS.md").read_text(encoding="utf-8")
    text = page.split("```json\n")[1].split("```")[0]

    found = read_and_shown(signed(text), CATALOGUE, SESSIONS)

    assert [change.item.activity for change in found.changes] == ["makeup", "alcohol", "hair-washing", "massage"]


def test_the_program_of_the_documentation_signs_what_is_read() -> None:
    page = (ROOT / "docs" / "CLINIC_PLANS.md").read_text(encoding="utf-8")
    theirs: dict[str, Any] = {}
    exec(page.split("```python\n")[1].split("```")[0], theirs)

    found = PlanFiles().from_bytes(theirs["signed"](PLANS[1], CLINIC).encode())

    assert found == PlanFiles().from_bytes(signed(PLANS[1]))
