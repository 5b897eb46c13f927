"""A diary of 10,000 check-ins: the state of a page, showing the next page, and the longest frame while it scrolls."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.child import ChildError
from bench.result import Result

if TYPE_CHECKING:
    from aftercare.core.advice import AdviceContent
    from aftercare.services.snapshot import Snapshot

ENTRIES = 10_000
# No piece of work on the main thread may hold up a finger for longer.
LIMIT_MS = 50.0
ROUNDS = 21
NAMES = {
    "state": f"a page of {ENTRIES:,} check-ins: its state",
    "turn": "the next page: state, rows and first frame",
    "scroll": "scrolling a page: the longest frame's work",
}


def run() -> list[Result]:
    """Milliseconds of main-thread work, each with its limit; measured in a window of its own."""
    import subprocess

    command = [sys.executable, "-m", "bench.diary"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[1], check=False)
    measured = dict(line.split() for line in done.stdout.splitlines() if line.split()[:1] and line.split()[0] in NAMES)
    if done.returncode or set(measured) != set(NAMES):
        raise ChildError(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr[-2000:]}")
    return [Result(words, float(measured[name]), LIMIT_MS, "ms") for name, words in NAMES.items()]


def main() -> None:
    """Measure in this process, and print each name with its milliseconds."""
    # Kivy is set up here, before anything of it is imported.
    from tests.screens.harness import Stage

    stage = Stage.open(390, 844, drawn=True)
    # Work and not waiting: other programs on the machine must not count.
    from time import thread_time

    from aftercare.presenters import diary
    from aftercare.presenters.diary_state import DiaryView
    from screens.diary import DiaryScreen

    snapshot, content = _filled()
    screen = DiaryScreen()
    stage.show(screen)
    screen.render(diary.build_state(snapshot, content))
    stage.settle(8)
    took: dict[str, list[float]] = {name: [] for name in NAMES}
    for number in range(1, ROUNDS + 1):
        began = thread_time()
        state = diary.build_state(snapshot, content, DiaryView(page=number))
        built = thread_time()
        screen.render(state)
        took["state"].append((built - began) * 1000)
        stage.settle(1)
        took["turn"].append((thread_time() - began) * 1000)
        stage.settle(3)
    page: Any = screen.page
    for step in range(ROUNDS):
        began = thread_time()
        page.scroll_y = 1.0 - step / (ROUNDS - 1)
        stage.settle(1)
        took["scroll"].append((thread_time() - began) * 1000)
    # The worst of the rounds: a mean would hide the one that is felt.
    for name, times in took.items():
        print(name, f"{max(times):.3f}")


def _filled() -> tuple[Snapshot, AdviceContent]:
    from datetime import UTC, datetime, timedelta

    from aftercare.adapters.content import FileCatalogue
    from aftercare.core.observation import Observation, SymptomReport
    from aftercare.core.session import new_session
    from aftercare.services.snapshot import build

    catalogue = FileCatalogue()
    now = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
    session = new_session("s", catalogue.protocol("face-injection"), datetime(2026, 6, 8, 14, 30), "Europe/Berlin")
    strengths = ("none", "mild", "medium", "strong")
    made = []
    for number in range(ENTRIES):
        at = now - timedelta(hours=3 * (ENTRIES - number))
        reports = tuple(
            SymptomReport(symptom, strengths[(number + offset) % 4])
            for offset, symptom in enumerate(("redness", "swelling", "bruise", "papules"))
        )
        note = "Slept well, the left cheek feels a little tight." if number % 3 == 0 else ""
        mine = session.id if at >= session.start else None
        made.append(Observation(f"o{number}", mine, at, at, at.date(), reports, note=note))
    return build(catalogue, [session], [], now, "Europe/Berlin", observations=made), catalogue.advice()


if __name__ == "__main__":
    main()
