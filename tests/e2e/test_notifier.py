"""Messages through plyer on a real bus: what the server received, and what the app was told.

Each case runs on both of plyer's Linux backends: notify-send, and dbus-python where some Python here has it.
"""
from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from aftercare.core.notify_port import Message
from tests.e2e.bus import (
    SERVER,
    Bus,
    Server,
    can_start_bus,
    notification_server,
    private_bus,
    read_arrived,
    starting_by_itself,
)
from tests.e2e.showing import Shower

FAMILY = "👩‍👧"
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the session bus of Linux"),
    pytest.mark.skipif(not can_start_bus or shutil.which("notify-send") is None,
                       reason="needs the packages dbus and libnotify-bin"),
]


def test_a_message_arrives_once_with_its_exact_text(server: Server, shower: Shower) -> None:
    message = Message("k1", "Pool is OK now", "Next change: tomorrow at 15:00.\nRest.")
    told = shower(server.bus.environment(), message)
    assert (told.available, told.handed_over) == (True, [True])
    [arrived] = server.arrived()
    assert arrived.summary == "Pool is OK now"
    assert arrived.body == "Next change: tomorrow at 15:00.\nRest."
    assert arrived.app_name == "Aftercare"
    assert arrived.expire_timeout == 0, "it stays until the patient closes it"


@pytest.mark.parametrize(("title", "body", "summary_shown", "body_shown"), [
    ("", "Look at your plan.", "Aftercare", "Look at your plan."),
    (" \n ", "", "Aftercare", ""),
    ("-5 °C", "-x --help", "-5 °C", "-x --help"),
    ("--", "-", "--", "-"),
    ("A <b> & C", "<b>bold</b> & \"x\"", "A <b> & C", "&lt;b&gt;bold&lt;/b&gt; &amp; \"x\""),
    ("C:\\new", "C:\\new \\ %s 'a'", "C:\\new", "C:\\new \\ %s 'a'"),
    ("Баня 😀", FAMILY + " 👍🏽 до вторника", "Баня 😀", FAMILY + " 👍🏽 до вторника"),
    ("two\nlines", "nul \x00 half \ud800", "two lines", "nul   half \ufffd"),
    ("t" * 301, "&" * 301, "t" * 299 + "…", "&amp;" * 299 + "…"),
    ("t", "x" * 298 + FAMILY, "t", "x" * 298 + "…"),
], ids=["empty title", "blank title, empty body", "dash", "only dashes", "markup", "backslash", "emoji",
        "control", "too long", "cut before an emoji"])
def test_an_awkward_text_arrives_readable(
    server: Server, shower: Shower, title: str, body: str, summary_shown: str, body_shown: str
) -> None:
    told = shower(server.bus.environment(), Message("k", title, body))
    assert told.handed_over == [True]
    [arrived] = server.arrived()
    # notify-send gets a space before a dash, which no patient sees.
    assert arrived.summary.removeprefix(" ") == summary_shown
    assert arrived.body.removeprefix(" ") == body_shown


def test_messages_do_not_replace_each_other(server: Server, shower: Shower) -> None:
    told = shower(server.bus.environment(), Message("k1", "One", ""), Message("k2", "Two", ""))
    assert told.handed_over == [True, True]
    first, second = server.arrived()
    assert (first.summary, second.summary) == ("One", "Two")
    assert first.id != second.id


def test_the_same_message_again_replaces_the_one_before(server: Server, shower: Shower) -> None:
    # given a message, and a process that was killed before it knew that the message is shown
    shower(server.bus.environment(), Message("k1", "One", ""))
    shower(server.bus.environment(), Message("k1", "One", "since 15:00"))
    first, again = server.arrived()
    assert first.id == again.id > 2**30


@pytest.mark.parametrize("shower", ["notify-send"], indirect=True)
def test_a_notify_send_too_old_to_replace_still_shows(server: Server, shower: Shower, tmp_path: Path) -> None:
    path = only(("dbus-send",), tmp_path / "bin")
    old = Path(path) / "notify-send"
    old.write_text(
        '#!/bin/sh\ncase "$*" in *replace-id*) echo "Unknown option --replace-id=1" >&2; exit 1;; esac\n'
        f'exec {shutil.which("notify-send")} "$@"\n'
    )
    old.chmod(0o755)
    told = shower({**server.bus.environment(), "PATH": path}, Message("k1", "One", ""))
    assert told.handed_over == [True]
    assert [one.summary for one in server.arrived()] == ["One"]


def test_the_locale_of_a_bare_terminal_does_not_spoil_the_text(server: Server, shower: Shower) -> None:
    told = shower({**server.bus.environment(), "LC_ALL": "C", "LANG": "C"}, Message("k", "Баня", "😀"))
    assert told.handed_over == [True]
    assert [(one.summary, one.body) for one in server.arrived()] == [("Баня", "😀")]


def test_without_a_daemon_nothing_is_handed_over(bus: Bus, shower: Shower) -> None:
    told = shower(bus.environment(), Message("k", "t", "b"))
    assert (told.available, told.handed_over) == (False, [False])
    assert told.reasons == [told.reason] == ["No program on this computer shows alerts."]
    assert told.fix == "Turn on notifications in your desktop, or install dunst."


@pytest.mark.parametrize("address", ["", "unix:path=/nonexistent/bus", "nonsense", None])
def test_without_a_bus_nothing_is_handed_over(bus: Bus, shower: Shower, address: str | None) -> None:
    environment = bus.environment()
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY"):
        environment.pop(name, None)
    if address is not None:
        environment["DBUS_SESSION_BUS_ADDRESS"] = address
    told = shower(environment, Message("k", "t", "b"))
    assert (told.available, told.handed_over) == (False, [False])
    assert told.reasons == [told.reason] == ["Alerts cannot appear, as no desktop session was found."]


def test_a_daemon_that_dies_on_the_message_is_a_failure(bus: Bus, shower: Shower, tmp_path: Path) -> None:
    with notification_server(bus, tmp_path, vanish=True) as server:
        told = shower(bus.environment(), Message("k", "t", "b"), Message("k", "t", "b"))
        assert server.arrived() == []
    assert told.available
    assert told.handed_over == [False, False]
    assert told.reasons[1] == "No program on this computer shows alerts."


def test_a_daemon_that_starts_on_demand_gets_the_message(shower: Shower, tmp_path: Path) -> None:
    out = tmp_path / "arrived.jsonl"
    with private_bus(starting_by_itself(f"{sys.executable} {SERVER} {out}", tmp_path)) as bus:
        told = shower(bus.environment(), Message("k", "t", "b"))
    assert (told.available, told.handed_over) == (True, [True])
    assert [one.summary for one in read_arrived(out)] == ["t"]


def test_a_daemon_that_fails_to_start_is_a_failure(shower: Shower, tmp_path: Path) -> None:
    with private_bus(starting_by_itself("/bin/false", tmp_path)) as bus:
        told = shower(bus.environment(), Message("k", "t", "b"))
    assert (told.available, told.handed_over) == (True, [False])


def test_without_plyer_nothing_is_handed_over(server: Server, shower: Shower) -> None:
    told = shower(server.bus.environment(), Message("k", "t", "b"), without=("plyer",))
    assert (told.available, told.handed_over) == (False, [False])
    assert told.reasons == ["A part that shows alerts is missing: plyer."]
    assert server.arrived() == []


def test_without_plyers_linux_part_nothing_is_handed_over(server: Server, shower: Shower) -> None:
    missing = "plyer.platforms.linux.notification"
    told = shower(server.bus.environment(), Message("k", "t", "b"), without=(missing,))
    assert told.handed_over == [False]
    assert told.reasons == ["A part that shows alerts is missing: plyer."]
    assert server.arrived() == []


def only(programs: tuple[str, ...], folder: Path) -> str:
    """A search path on which nothing but these programs is found."""
    folder.mkdir()
    for program in programs:
        if found := shutil.which(program):
            (folder / program).symlink_to(found)
    return str(folder)


@pytest.mark.parametrize("program", ["dbus-send", "gdbus"])
@pytest.mark.parametrize("shower", ["notify-send"], indirect=True)
def test_either_program_can_ask_the_bus(server: Server, shower: Shower, tmp_path: Path, program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"needs {program}")
    path = only(("notify-send", program), tmp_path / "bin")
    told = shower({**server.bus.environment(), "PATH": path}, Message("k", "t", "b"))
    assert told.handed_over == [True]
    assert len(server.arrived()) == 1
    server.process.terminate()
    server.process.wait(10)
    told = shower({**server.bus.environment(), "PATH": path}, Message("k", "t", "b"))
    assert told.reasons == ["No program on this computer shows alerts."]


@pytest.mark.parametrize("shower", ["notify-send"], indirect=True)
def test_where_nothing_can_ask_the_bus_no_message_is_risked(
    server: Server, shower: Shower, tmp_path: Path
) -> None:
    path = only(("notify-send",), tmp_path / "bin")
    told = shower({**server.bus.environment(), "PATH": path}, Message("k", "t", "b"))
    assert told.handed_over == [False]
    assert told.reasons == ["We cannot check that alerts appear."]
    assert server.arrived() == []


@pytest.mark.parametrize("shower", ["notify-send"], indirect=True)
def test_a_missing_notify_send_is_named(server: Server, shower: Shower, tmp_path: Path) -> None:
    path = only(("dbus-send",), tmp_path / "bin")
    told = shower({**server.bus.environment(), "PATH": path}, Message("k", "t", "b"))
    assert told.handed_over == [False]
    assert told.reasons == ["A part that shows alerts is missing: notify-send."]
    assert told.fix == "Install the package libnotify-bin."


def test_what_was_shown_is_taken_off_the_display_by_another_process(shower: Shower, bus: Bus, tmp_path: Path) -> None:
    # given two messages on display
    with notification_server(bus, tmp_path) as server:
        shower(bus.environment(), Message("a", "Sauna", "OK"), Message("b", "Pool", "OK"))
        first, _second = server.arrived()
        # when one of them, and one that was never there, is no more wanted
        told = shower(bus.environment(), close=("never", "a"))
        # then that one alone goes, and nothing new appears
        assert server.closed() == [first.id]
        assert len(server.arrived()) == 2
        assert told.available


def test_closing_starts_no_daemon_and_fails_nobody(shower: Shower, bus: Bus) -> None:
    assert shower(bus.environment(), close=("a",)).handed_over == []
    assert shower({**bus.environment(), "DBUS_SESSION_BUS_ADDRESS": ""}, close=("a",)).handed_over == []
