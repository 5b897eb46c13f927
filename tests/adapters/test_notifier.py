"""The desktop notifier on systems that the tests do not run on, and with plyer failing in its ways."""
from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from aftercare.adapters.message_text import utf16_units
from aftercare.adapters.notification_daemon import Daemon, DaemonState
from aftercare.adapters.notifier import PlyerNotifier
from aftercare.adapters.plyer_backend import Backend, BackendMissing, load_backend, missing_part
from aftercare.core.notify_port import Delivery, Message, Notifier
from tests.fakes.notifiers import MemoryNotifier

MESSAGE = Message("k", "Pool is OK now", "Next change: tomorrow.")
RUNNING = Daemon(DaemonState.RUNNING, ":1.5")


@dataclass
class PlyerFacade:
    """Takes notifications as plyer does; fails with `error` if there is one."""

    error: Exception | None = None
    taken: list[dict[str, object]] = field(default_factory=list)

    def notify(self, *, title: str, message: str, app_name: str, timeout: int) -> None:
        """Remember the arguments."""
        if self.error is not None:
            raise self.error
        self.taken.append({"title": title, "message": message, "app_name": app_name, "timeout": timeout})


def notifier(
    system: str,
    facade: PlyerFacade,
    *,
    app_name: str = "Aftercare",
    missing: str = "",
    look: Callable[[], Daemon] = lambda: RUNNING,
    clock: Callable[[], float] = lambda: 0.0,
) -> Notifier:
    return PlyerNotifier(
        app_name, system=system, load=lambda _: Backend(facade), missing=lambda _: missing, look=look,
        clock=clock)


def in_turn(*daemons: Daemon) -> Callable[[], Daemon]:
    rest = list(daemons)
    return lambda: rest.pop(0)


def test_windows_gets_no_more_than_it_accepts() -> None:
    facade = PlyerFacade()
    told = notifier("win", facade, app_name="А" * 200).show(Message("k", "😀" * 60, "&😀" * 200))
    assert told == Delivery(True)
    [taken] = facade.taken
    lengths = [utf16_units(str(taken[name])) for name in ("title", "message", "app_name")]
    assert lengths == [63, 254, 127], "255 would split an emoji"
    assert str(taken["title"]) == "😀" * 31 + "…"
    assert "&😀&" in str(taken["message"]), "Windows reads no markup"


def test_windows_keeps_the_message_for_a_while() -> None:
    facade = PlyerFacade()
    notifier("win", facade).show(Message("k", "", "b"))
    assert facade.taken == [{"title": "Aftercare", "message": "b", "app_name": "Aftercare", "timeout": 30}]


def test_macos_gets_the_plain_text() -> None:
    facade = PlyerFacade()
    assert notifier("macosx", facade).show(Message("k", "-1", "<b>")).handed_over
    assert (facade.taken[0]["title"], facade.taken[0]["message"]) == ("-1", "<b>")


def test_a_phone_gets_nothing_from_here() -> None:
    facade = PlyerFacade()
    shown = notifier("phone", facade).show(MESSAGE)
    assert shown == Delivery(False, "On a phone, alerts do not come from here.")
    assert facade.taken == []


@pytest.mark.parametrize("system", ["linux", "win", "macosx"])
@pytest.mark.parametrize("error", [NotImplementedError(), Exception("balloon"), OSError(2, "gone")])
def test_whatever_plyer_raises_becomes_a_reason(system: str, error: Exception) -> None:
    assert notifier(system, PlyerFacade(error)).show(MESSAGE) == Delivery(
        False, "The system did not take the alert.")


def test_a_failing_check_raises_nothing() -> None:
    def look() -> Daemon:
        raise RuntimeError("broken")

    target = notifier("linux", PlyerFacade(), look=look)
    assert not target.availability().ok
    assert not target.show(MESSAGE).handed_over


@pytest.mark.parametrize(("before", "after", "handed_over"), [
    (RUNNING, RUNNING, True),
    (Daemon(DaemonState.STARTABLE), RUNNING, True),
    (Daemon(DaemonState.STARTABLE), Daemon(DaemonState.STARTABLE), False),
    (RUNNING, Daemon(DaemonState.RUNNING, ":1.9"), False),
    (RUNNING, Daemon(DaemonState.STARTABLE), False),
    (RUNNING, Daemon(DaemonState.ABSENT), False),
    (RUNNING, Daemon(DaemonState.NO_BUS), False),
])
def test_only_a_daemon_there_all_along_counts_as_handed_over(
    before: Daemon, after: Daemon, handed_over: bool
) -> None:
    shown = notifier("linux", PlyerFacade(), look=in_turn(before, after)).show(MESSAGE)
    assert shown == Delivery(handed_over, "" if handed_over else "The alert may not have appeared.")


@pytest.mark.parametrize(("seconds", "handed_over"), [(0.02, True), (25.0, False)])
def test_a_daemon_that_hangs_until_the_sender_gives_up_is_a_failure(seconds: float, handed_over: bool) -> None:
    times = iter([100.0, 100.0 + seconds])
    shown = notifier("linux", PlyerFacade(), clock=lambda: next(times)).show(MESSAGE)
    assert shown.handed_over is handed_over


@pytest.mark.parametrize("state", [DaemonState.ABSENT, DaemonState.NO_BUS, DaemonState.UNCHECKED])
def test_without_a_known_daemon_nothing_is_sent_and_the_fix_is_named(state: DaemonState) -> None:
    facade = PlyerFacade()
    target = notifier("linux", facade, look=lambda: Daemon(state))
    found = target.availability()
    assert target.show(MESSAGE) == Delivery(False, found.reason)
    assert found.reason.endswith(".")
    assert found.fix.endswith(".")
    assert facade.taken == []


@pytest.mark.parametrize("part", ["plyer", "pyobjus", "notify-send"])
def test_a_missing_part_is_named(part: str) -> None:
    found = notifier("macosx", PlyerFacade(), missing=part).availability()
    assert not found.ok
    assert part in found.reason


@pytest.mark.skipif(sys.platform == "darwin", reason="there it is not missing")
def test_plyers_class_for_another_system_is_missing_rather_than_raising() -> None:
    with pytest.raises(BackendMissing):
        load_backend("macosx")
    assert missing_part("macosx") == "pyobjus"


def test_the_memory_notifier_remembers_or_fails_as_told() -> None:
    memory = MemoryNotifier()
    target: Notifier = memory
    assert target.show(MESSAGE).handed_over
    memory.failure = "No program on this computer shows alerts."
    assert target.show(MESSAGE) == Delivery(False, memory.failure)
    assert not target.availability().ok
    assert memory.shown == [MESSAGE]
