"""Reminders with the app closed: what was installed is run as the system would run it, on a real bus."""
from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.alarms.reading import exec_key, exec_start
from tests.e2e.bus import Server, can_start_bus, notification_server, private_bus
from tests.e2e.closed import Login
from tests.e2e.waiting import WAIT_SECONDS, until

pytestmark = pytest.mark.skipif(not can_start_bus, reason="needs dbus-daemon; run it with make test")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with private_bus() as bus, notification_server(bus, tmp_path) as running:
        yield running


@pytest.fixture
def timer(server: Server, tmp_path: Path) -> Login:
    return Login(server, tmp_path, systemd=True)


@pytest.fixture
def desktop(server: Server, tmp_path: Path) -> Iterator[Login]:
    login = Login(server, tmp_path, systemd=False)
    yield login
    login.aftercare("alerts", "remove")


def agent_of(login: Login) -> str:
    """The process number of the agent that waits, "" while none does."""
    try:
        return (login.data / ".agent.pid").read_text()
    except FileNotFoundError:
        return ""


def left_in(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()]


def said(server: Server) -> list[tuple[str, str]]:
    return [(arrived.summary, arrived.body) for arrived in server.arrived()]


def test_the_installed_command_delivers_exactly_what_is_due(timer: Login, server: Server) -> None:
    # given what the app itself would show now, taken from a copy of the data
    timer.add_session_with_something_due()
    copy = timer.folder / "copy"
    shutil.copytree(timer.data, copy)
    assert timer.aftercare("alerts", "deliver", data=copy).returncode == 0
    due = said(server)
    assert due
    installed = timer.aftercare("alerts", "install")
    assert (installed.returncode, installed.stdout) == (0, "Installed: systemd\n")
    unit = timer.home / ".config" / "systemd" / "user"
    [service] = unit.glob("*.service")
    command = exec_start(service.read_text())

    # when systemd's command is run twice
    first = timer.run(command)
    second = timer.run(command)

    # then each arrived once
    assert (first.returncode, first.stderr) == (second.returncode, second.stderr) == (0, "")
    assert said(server) == due * 2
    assert second.stdout == "Nothing due.\n"


def test_many_started_at_once_deliver_each_alert_once(timer: Login, server: Server) -> None:
    timer.add_session_with_something_due()
    timer.aftercare("alerts", "install")
    together = [timer.start("alerts", "deliver") for _ in range(5)]
    outputs = [process.communicate(timeout=60)[0] for process in together]

    assert [process.returncode for process in together] == [0] * 5, outputs
    assert len(said(server)) == sum(output.count("Shown: ") for output in outputs) > 0
    assert sum("Shown: " in output for output in outputs) == 1, outputs


def test_without_a_bus_the_command_fails_so_that_systemd_tries_again(timer: Login, server: Server) -> None:
    timer.add_session_with_something_due()
    timer.aftercare("alerts", "install")
    [service] = (timer.home / ".config" / "systemd" / "user").glob("*.service")
    command = ["env", "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent", *exec_start(service.read_text())]

    assert timer.run(command).returncode == 1
    assert said(server) == []
    assert timer.run(exec_start(service.read_text())).returncode == 0
    assert said(server)


def test_install_then_status_then_remove_leaves_no_file_behind(timer: Login) -> None:
    timer.add_session_with_something_due()
    assert timer.aftercare("alerts", "install").returncode == 0
    assert timer.aftercare("alerts", "install").returncode == 0

    status = json.loads(timer.aftercare("alerts", "status", "--json").stdout)
    assert (status["scheduler"], status["installed"], status["wanted"]) == ("systemd", True, True)
    assert status["armed"] > 0
    assert status["next"] > "2026"

    removed = timer.aftercare("alerts", "remove")
    assert (removed.returncode, removed.stdout) == (0, "Removed: systemd\n")
    assert left_in(timer.home) == []
    status = json.loads(timer.aftercare("alerts", "status", "--json").stdout)
    assert (status["installed"], status["wanted"], status["armed"], status["next"]) == (False, False, 0, None)


def test_a_refusal_is_one_line_and_nothing_is_left(timer: Login) -> None:
    timer.environment()
    (timer.folder / "user" / ".config").write_text("a file where the folder should be")

    refused = timer.aftercare("alerts", "install")

    assert (refused.returncode, refused.stdout) == (2, "")
    assert len(refused.stderr.splitlines()) == 1
    assert refused.stderr.startswith("aftercare: alerts: The timer could not be written: ")
    assert left_in(timer.home) == [".config"]


def test_a_delivery_arms_what_comes_next(timer: Login) -> None:
    # given nothing overdue, since that is tried again some minutes from now, whenever that is
    timer.add_session_with_something_due()
    timer.aftercare("alerts", "deliver")
    timer.aftercare("alerts", "install")
    [made] = (timer.home / ".config" / "systemd" / "user").glob("*.timer")
    before = made.read_text()
    assert "OnCalendar=" in before
    made.unlink()

    timer.aftercare("alerts", "deliver")

    assert made.read_text() == before


def test_the_agent_delivers_at_once_says_nothing_of_it_and_ends_when_told(desktop: Login, server: Server) -> None:
    desktop.add_session_with_something_due()
    agent = desktop.start("alerts", "agent")
    try:
        assert until(lambda: said(server))
        assert until(lambda: agent_of(desktop))
    finally:
        agent.terminate()
    assert agent.communicate(timeout=WAIT_SECONDS)[0] == ""
    assert agent.returncode == 0
    assert agent_of(desktop) == ""


def test_a_waiting_agent_notices_a_new_session_when_told_to_look(desktop: Login, server: Server) -> None:
    desktop.aftercare("alerts", "install")
    assert until(lambda: agent_of(desktop))
    assert said(server) == []
    desktop.add_session_with_something_due()

    os.kill(int(agent_of(desktop)), signal.SIGUSR1)

    assert until(lambda: said(server))


def test_only_the_newest_agent_waits(desktop: Login, server: Server) -> None:
    older = desktop.start("alerts", "agent")
    assert until(lambda: agent_of(desktop))

    newer = desktop.start("alerts", "agent")

    assert older.wait(WAIT_SECONDS) == 0
    assert until(lambda: agent_of(desktop) == str(newer.pid))
    assert newer.poll() is None
    newer.send_signal(signal.SIGINT)
    assert newer.wait(WAIT_SECONDS) == 0


def test_where_systemd_is_absent_the_desktop_starts_the_agent(desktop: Login, server: Server) -> None:
    # given an installed agent, which was started with it
    desktop.add_session_with_something_due()
    installed = desktop.aftercare("alerts", "install")
    assert (installed.returncode, installed.stdout) == (0, "Installed: autostart\n")
    assert until(lambda: said(server))
    due = len(said(server))

    # when the entry is run once more, as at the next login
    [entry] = (desktop.home / ".config" / "autostart").iterdir()
    command = exec_key(entry.read_text())
    assert command[-2:] == ["alerts", "agent"]
    first = agent_of(desktop)
    again = desktop.start(*command[-2:])
    assert until(lambda: agent_of(desktop) not in ("", first))

    # then nothing is told twice, and removing ends it and leaves no file
    assert desktop.aftercare("alerts", "remove").returncode == 0
    assert again.wait(WAIT_SECONDS) == 0
    assert len(said(server)) == due
    assert left_in(desktop.home) == []
    assert agent_of(desktop) == ""
