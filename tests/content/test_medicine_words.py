"""No text of any content file tells a patient to stop a medicine; what asks for care in other words is let through."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aftercare.adapters.content import CONTENT_DIR, FileCatalogue
from aftercare.adapters.medicine_words import names_medicine, tells_to_stop

REFUSED = [
    "Stop your aspirin 2 days before.",
    "Do you take aspirin? Stop it two days before.",
    "Do not take aspirin on the day.",
    "Don’t take ibuprofen.",
    "Avoid blood thinners for 48 hours.",
    "Skip your tablets that day",
    "Quit taking what your doctor prescribed.",
    "You take warfarin. Leave out the dose.",
    "No more aspirin.",
    "If you use insulin, pause it.",
    "Tell your clinic. Never take heparin before.",
    "Your antibiotics can wait. Stop taking them for a day.",
]
ALLOWED = [
    "Tell your clinic. Do not stop it unless the doctor who prescribed it agrees.",
    "Never stop a medicine on your own.",
    "You do not need to stop your tablets.",
    "Avoid creams. Use what your clinic prescribed.",
    "Bought it yourself? Wait. Prescribed? Keep taking it.",
    "Alcohol can thin the blood. Avoid it.",
    "Take aspirin as before.",
    "A “yes” does not stop your session.",
]


@pytest.mark.parametrize("text", REFUSED)
def test_a_text_that_stops_a_medicine_is_found(text: str) -> None:
    assert tells_to_stop(text)


@pytest.mark.parametrize("text", ALLOWED)
def test_a_text_that_asks_for_care_is_let_through(text: str) -> None:
    assert not tells_to_stop(text)


@pytest.mark.parametrize("name", ["Aspirin", "Pain tablets", "blood thinners", "A pill"])
def test_a_medicine_is_known_by_its_name(name: str) -> None:
    assert names_medicine(name)


@pytest.mark.parametrize("name", ["Alcohol", "Tabletop", "Hair dye", ""])
def test_what_is_no_medicine_is_not_taken_for_one(name: str) -> None:
    assert not names_medicine(name)


# A text of each file that a patient reads, and its key.
SHIPPED = [
    ("activities.toml", "fine", 'fine = "What your clinic prescribed"'),
    ("symptoms.toml", "usual", 'usual = "Normal until day {day}. A cool, clean cloth helps."'),
    ("reasons.toml", "heat", None),
    ("help.toml", "lead", 'lead = "Hours matter here. Do not wait and see."'),
    ("checks.toml", "lead", 'lead = "Tell your clinic. Show them an old scar."'),
    ("steps.toml", "why", None),
    ("products.toml", "used_for", None),
    ("courses.toml", "text", 'text = "About 6 sessions."'),
    ("protocols/oxygen.toml", "hint", None),
]


@pytest.mark.parametrize(("name", "key", "line"), SHIPPED, ids=[each[0] for each in SHIPPED])
def test_every_file_that_is_read_refuses_it(name: str, key: str, line: str | None, tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT_DIR, folder)
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    starts = line or f"{key} = "
    number = next(n for n, each in enumerate(lines) if each.startswith(starts))
    lines[number] = f'{key} = "Stop your aspirin first."'
    (folder / name).write_text("\n".join(lines), encoding="utf-8")

    found = [fault for fault in FileCatalogue(folder).faults() if "stop a medicine" in fault.message]

    assert [(fault.file, fault.line, fault.key) for fault in found] == [(Path(name).name, number + 1, key)]
    assert "Do not stop it unless the doctor who prescribed it agrees." in found[0].message


def test_an_activity_that_is_a_medicine_has_to_say_so(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT_DIR, folder)
    file = folder / "activities.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("medicine = true\n", "", 1), encoding="utf-8")

    assert [(fault.file, fault.key) for fault in FileCatalogue(folder).faults()] == [("activities.toml", "name")]
