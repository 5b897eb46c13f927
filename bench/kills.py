"""Killing the background delivery at random points: what is lost, and what is shown under more than one id."""
from __future__ import annotations

import tempfile
from pathlib import Path

from bench.result import Result
from tests.e2e.bus import notification_server, private_bus
from tests.e2e.kills import template, trials

KILLS, SEED = 200, 2026


def run() -> list[Result]:
    """How many of the kills lost an alert, repeated a settled one, or showed one under two ids: none is allowed."""
    with (
        tempfile.TemporaryDirectory() as folder,
        private_bus() as bus,
        notification_server(bus, Path(folder)) as server,
    ):
        done = list(trials(server, template(Path(folder), server), Path(folder), KILLS, SEED))
    hit = sum(trial.was_running for trial in done)
    again = sum(trial.times > 1 for trial in done)
    note = f"{len(done)} kills, {hit} while it ran, {again} shown again"
    return [
        Result("kills that lost an alert", sum(bool(trial.missing) for trial in done), 0, "", note),
        Result("kills after which one stood twice", sum(trial.ids > 1 or trial.repeated for trial in done), 0, ""),
    ]
