"""The task, checked against the elements that Windows takes and their order, since no Windows is at hand."""
from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import timedelta
from pathlib import Path

import pytest

from aftercare.adapters.alarms.waking import WakingAlarms
from aftercare.adapters.alarms.windows_tasks import MOST_TIMES, NAMESPACE
from tests.adapters.alarms.desk import NOW, Desk, alarms, instants, scheduler

# Children of each element, in the order of the published task schema, version 1.2. Only what is listed may occur.
ORDER = {
    "Task": ["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"],
    "RegistrationInfo": ["URI", "SecurityDescriptor", "Source", "Date", "Author", "Version", "Description",
                         "Documentation"],
    "Triggers": ["LogonTrigger", "TimeTrigger"],
    "LogonTrigger": ["Enabled", "StartBoundary", "EndBoundary", "Repetition", "ExecutionTimeLimit", "UserId", "Delay"],
    "TimeTrigger": ["Enabled", "StartBoundary", "EndBoundary", "Repetition", "ExecutionTimeLimit", "RandomDelay"],
    "Principals": ["Principal"],
    "Principal": ["UserId", "LogonType", "GroupId", "DisplayName", "RunLevel"],
    "Settings": [
        "MultipleInstancesPolicy", "DisallowStartIfOnBatteries", "StopIfGoingOnBatteries", "AllowHardTerminate",
        "StartWhenAvailable", "RunOnlyIfNetworkAvailable", "IdleSettings", "AllowStartOnDemand", "Enabled", "Hidden",
        "RunOnlyIfIdle", "WakeToRun", "ExecutionTimeLimit", "Priority",
    ],
    "Actions": ["Exec"],
    "Exec": ["Command", "Arguments", "WorkingDirectory"],
}
REPEATED = {"TimeTrigger"}
MOST_TRIGGERS = 48


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    home = tmp_path / "home"
    home.mkdir()
    return Desk(home)


def task(desk: Desk) -> ET.Element:
    return ET.fromstring((desk.home / "aftercare-alerts.xml").read_bytes())


def armed(desk: Desk, count: int) -> WakingAlarms:
    made = scheduler("task-scheduler", desk)
    made.install()
    assert made.arm(alarms(instants(count))).ok
    return made


def texts(element: ET.Element, name: str) -> list[str]:
    return [found.text or "" for found in element.iter(f"{{{NAMESPACE}}}{name}")]


@pytest.mark.parametrize("count", [0, 1, 47, 48, 200])
def test_every_element_is_known_and_in_its_place(desk: Desk, count: int) -> None:
    armed(desk, count)

    for element in task(desk).iter():
        name = element.tag.removeprefix(f"{{{NAMESPACE}}}")
        children = [child.tag.removeprefix(f"{{{NAMESPACE}}}") for child in element]
        places = [ORDER.get(name, []).index(child) for child in children]
        assert places == sorted(places)
        assert all(children.count(child) == 1 for child in children if child not in REPEATED)


@pytest.mark.parametrize("count", [1, 47, 48, 200])
def test_a_task_has_no_more_triggers_than_windows_takes_and_keeps_the_soonest(desk: Desk, count: int) -> None:
    made = armed(desk, count)

    [triggers] = task(desk).iterfind(f"{{{NAMESPACE}}}Triggers")

    assert len(triggers) == min(count + 1, MOST_TRIGGERS)
    assert made.status().armed == min(count, MOST_TIMES)
    assert made.status().next == instants(1)[0]
    assert made.intact(alarms(instants(count)))


def test_the_settings_make_it_run_on_battery_and_after_a_time_that_was_missed(desk: Desk) -> None:
    armed(desk, 1)
    made = task(desk)

    assert texts(made, "StartBoundary") == [f"{NOW + timedelta(minutes=90):%Y-%m-%dT%H:%M:%S}Z"]
    for name, value in (("DisallowStartIfOnBatteries", "false"), ("StopIfGoingOnBatteries", "false"),
                        ("StartWhenAvailable", "true"), ("LogonType", "InteractiveToken"),
                        ("RunLevel", "LeastPrivilege"), ("MultipleInstancesPolicy", "Queue")):
        assert texts(made, name) == [value]
    # without a user a log-on trigger is for everybody, which only an administrator may ask for
    assert texts(made, "UserId") == ["PC\\anna", "PC\\anna"]


def test_the_file_is_the_utf16_that_schtasks_reads(desk: Desk) -> None:
    desk.command = ("C:\\Users\\Żofia & Söhne\\aftercare.exe", *desk.command[1:])
    armed(desk, 1)

    content = (desk.home / "aftercare-alerts.xml").read_bytes()

    assert content.startswith(b"\xff\xfe")
    assert content.decode("utf-16").startswith('<?xml version="1.0" encoding="UTF-16"?>')
    assert texts(task(desk), "Command") == ["C:\\Users\\Żofia & Söhne\\aftercare.exe"]


def test_arguments_are_quoted_as_windows_programs_read_them(desk: Desk) -> None:
    desk.command = ("C:\\a b\\aftercare.exe", "--home", "C:\\My data\\", 'say "x"')
    armed(desk, 1)
    assert texts(task(desk), "Arguments") == ['--home "C:\\My data\\\\" "say \\"x\\""']


def test_the_task_is_created_over_the_old_one_run_once_and_deleted(desk: Desk) -> None:
    made = armed(desk, 1)
    file = str(desk.home / "aftercare-alerts.xml")
    assert desk.calls == [
        ["schtasks", "/Create", "/TN", "aftercare-alerts", "/XML", file, "/F"],
        ["schtasks", "/Run", "/TN", "aftercare-alerts"],
        ["schtasks", "/Create", "/TN", "aftercare-alerts", "/XML", file, "/F"],
    ]
    desk.calls.clear()

    made.remove()

    assert desk.calls == [["schtasks", "/Delete", "/TN", "aftercare-alerts", "/F"]]


def test_a_task_that_somebody_deleted_already_counts_as_removed(desk: Desk) -> None:
    made = armed(desk, 1)
    desk.refuse |= {"/Delete": "cannot find the file", "/Query": "cannot find the file"}
    assert made.remove().ok
