"""How the agent waits, wakes and ends, with the signals of this very process."""
from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from aftercare.adapters.alarms.agent_turn import AgentTurn

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGUSR1"), reason="only where the agent runs")
LONG = 60.0


@pytest.fixture(autouse=True)
def own_signals() -> Iterator[None]:
    """What a turn answers to does not outlive its test."""
    numbers = (signal.SIGTERM, signal.SIGINT, signal.SIGUSR1)
    before = [signal.getsignal(number) for number in numbers]
    yield
    for number, handler in zip(numbers, before, strict=True):
        signal.signal(number, handler)


def test_a_change_wakes_it_and_one_wait_takes_all_of_them(tmp_path: Path) -> None:
    turn = AgentTurn(tmp_path)
    with turn as mine:
        assert mine
        for _change in range(3):
            AgentTurn(tmp_path).look_again()
        assert not turn.wait(LONG)
        assert not turn.wait(0.01)


def test_told_to_end_while_it_sleeps_it_ends(tmp_path: Path) -> None:
    turn = AgentTurn(tmp_path)
    with turn:
        timer = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM))
        timer.start()
        assert turn.wait(LONG)
        assert turn.wait(LONG), "once over, it stays over"


def test_an_agent_that_takes_itself_out_does_not_wait_for_its_own_end(tmp_path: Path) -> None:
    # given an agent that finds, while it delivers, that it is to be removed
    turn = AgentTurn(tmp_path)
    with turn:
        # when it ends "the agent that runs", which is itself
        assert AgentTurn(tmp_path).end() == ""
        # then the next wait is its last
        assert turn.wait(LONG)
    assert not AgentTurn(tmp_path).is_running()


def test_signals_at_any_moment_never_hang_it(tmp_path: Path) -> None:
    # given another program that tells it of changes without a pause, which meets every step of waiting
    turn = AgentTurn(tmp_path)
    with turn:
        storm = subprocess.Popen(["sh", "-c", f"while kill -USR1 {os.getpid()}; do :; done"])
        try:
            end = time.monotonic() + 2
            waits = 0
            while time.monotonic() < end:
                turn.wait(0.0001)
                waits += 1
        finally:
            storm.kill()
            storm.wait()
    assert waits > 10
