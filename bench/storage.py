"""JournalStorage against the bare system and TinyDB's own storage: a durable insert, opening, and memory."""
from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from bench.child import ENVIRONMENT, ChildError
from bench.result import Result

INSERTS = 300
ENTRIES = 11_000
ROUNDS = 9
_PRINT_MEMORY = """
import resource, sys
from pathlib import Path
from aftercare.adapters.store import Store
store = Store(Path(sys.argv[1]))
assert len(store.observations.all()) == int(sys.argv[2])
status = Path("/proc/self/status")
# The other number counts, on Linux, the program that started this one as well.
peaks = [line.split()[1] for line in status.read_text().splitlines() if line[:6] == "VmHWM:"] if status.exists() else []
print(peaks[0] if peaks else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def run() -> list[Result]:
    """Ratios of medians; what is compared runs by turns."""
    with tempfile.TemporaryDirectory() as folder:
        return [*_inserts(Path(folder)), *_opening(Path(folder)), _memory(Path(folder))]


def record(number: int) -> dict[str, Any]:
    """A check-in as it is stored."""
    symptoms = ("redness", "swelling", "bruise", "papules")
    day = f"20{16 + number // 1100:02}-{1 + number // 92 % 12:02}-{1 + number % 28:02}"
    return {
        "id": f"{number:032x}", "session_id": f"s{number // 700}", "at": f"{day}T07:48:00Z",
        "recorded_at": f"{day}T07:49:00Z", "date": day,
        "symptoms": [{"symptom": each, "severity": "mild", "trend": None} for each in symptoms],
        "signs": [], "temperature_c": None,
        "note": "Slept well, the left cheek feels a little tight." if number % 3 == 0 else "",
        "photos": [], "absent": [],
    }  # fmt: skip


def _inserts(folder: Path) -> list[Result]:
    from tinydb import TinyDB

    took: dict[int, float] = {}
    bare: dict[int, float] = {}
    mean = 0.0
    for count in (100, 10_000, 50_000):
        table = filled(folder / str(count), count)
        size = _frame_size(folder / str(count), table)
        with open(folder / "bare", "wb", buffering=0) as file:
            times: dict[str, list[float]] = {"ours": [], "bare": []}
            for number in range(INSERTS):
                times["bare"].append(_seconds(partial(_append, file.fileno(), bytes(size))))
                times["ours"].append(_seconds(partial(table.insert, record(count + number))))
        took[count], bare[count] = median(times["ours"]), median(times["bare"])
        if count == 10_000:
            mean = sum(times["ours"]) / INSERTS
    theirs = TinyDB(folder / "theirs.json").table("observations")
    theirs.insert_multiple(record(number) for number in range(10_000))
    json_storage = median(_seconds(lambda: theirs.insert(record(1))) for _ in range(ROUNDS))
    note = f"{took[10_000] * 1e3:.2f} ms, on average {mean * 1e3:.2f}; bare {bare[10_000] * 1e3:.2f} ms"
    return [
        Result("a durable insert into 10,000 / the bare append and fsync", took[10_000] / bare[10_000], 8, "x", note),
        Result("the same / TinyDB's JSONStorage", took[10_000] / json_storage * 1000, 50, "‰",
               f"{json_storage / took[10_000]:.0f} times as fast; {json_storage * 1e3:.0f} ms"),
        Result("an insert into 50,000 / into 100, each by its bare append",
               (took[50_000] / bare[50_000]) / (took[100] / bare[100]), 2, "x",
               f"{took[50_000] / took[100]:.2f} in seconds"),
    ]  # fmt: skip


def _opening(folder: Path) -> list[Result]:
    from aftercare.adapters.storage import JournalDB, JournalStorage

    path, plain = folder / "10000", folder / "plain.json"
    plain.write_text(json.dumps(JournalStorage(path).read()), encoding="utf-8")
    # The worst there is: as many changes behind the snapshot as fit before the next one.
    worst = folder / "worst"
    table = JournalDB(worst, patience=1 << 40).table("observations")
    table.insert_multiple(record(number) for number in range(6_900))
    for number in range(6_900, 10_300):
        table.insert(record(number))
    ways: dict[str, Callable[[], object]] = {
        "opened": lambda: JournalStorage(path).read(),
        "worst": lambda: JournalStorage(worst).read(),
        "plain": lambda: json.loads(plain.read_bytes()),
        "first look": lambda: len(JournalDB(path).table("observations")),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            times[name].append(_seconds(way))
    middle = {name: median(each) for name, each in times.items()}
    note = f"{middle['opened'] * 1e3:.0f} ms; without parsing them {middle['first look'] * 1e3:.0f} ms"
    return [
        Result("opening 10,000 documents / json.load of the same", middle["opened"] / middle["plain"], 1.5, "x", note),
        Result("the same, a third of them behind the snapshot", middle["worst"] / middle["plain"], 1.5, "x"),
    ]


def _memory(folder: Path) -> Result:
    """The app's own store with ten years of check-ins, all of them read, beside an empty one."""
    from aftercare.adapters.store import DATA_FILE

    full, empty = folder / "full", folder / "empty"
    empty.mkdir()
    filled(full / DATA_FILE, ENTRIES)
    most = {count: median(_peak(home, count) for _ in range(3)) for home, count in ((full, ENTRIES), (empty, 0))}
    added = (most[ENTRIES] - most[0]) / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return Result(f"a diary of {ENTRIES:,} check-ins: peak memory it adds", added, 30, "MiB")


def _peak(home: Path, count: int) -> int:
    command = [sys.executable, "-c", _PRINT_MEMORY, str(home), str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT,
                          cwd=Path(__file__).parents[1])
    if done.returncode:
        raise ChildError(done.stderr[-2000:])
    return int(done.stdout)


def filled(path: Path, count: int) -> Any:
    """A table of that many check-ins."""
    from aftercare.adapters.storage import JournalDB

    path.parent.mkdir(exist_ok=True)
    table = JournalDB(path).table("observations")
    table.insert_multiple(record(number) for number in range(count))
    # The first insert looks up the highest number once.
    if count != ENTRIES:
        table.insert(record(count))
    return table


def _frame_size(path: Path, table: Any) -> int:
    before = path.stat().st_size
    table.insert(record(7))
    return path.stat().st_size - before


def _append(descriptor: int, content: bytes) -> None:
    os.write(descriptor, content)
    os.fsync(descriptor)


def _seconds(deed: Callable[[], object]) -> float:
    began = perf_counter()
    deed()
    return perf_counter() - began
