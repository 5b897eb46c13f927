"""Shows messages in a process of its own, as `alerts deliver` does, through either of plyer's Linux backends."""
from __future__ import annotations

import functools
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from aftercare.core.notify_port import Message

ROOT = Path(__file__).resolve().parents[2]
# Shows the messages of standard input in a process of its own, as `alerts deliver` does.
SHOW = """
import json, sys
from aftercare.adapters.notifier import PlyerNotifier
from aftercare.core.notify_port import Message
for name in sys.argv[1:]:
    sys.modules[name] = None
notifier = PlyerNotifier()
found = notifier.availability()
asked = json.load(sys.stdin)
shown = [notifier.show(Message(*message)) for message in asked["show"]]
notifier.close(asked["close"])
print(json.dumps({"ok": found.ok, "reason": found.reason, "fix": found.fix,
                  "shown": [[one.handed_over, one.reason] for one in shown]}))
"""


class Told:
    """What the app was told by one process that showed messages."""

    def __init__(self, answer: str) -> None:
        told = json.loads(answer)
        self.available: bool = told["ok"]
        self.reason: str = told["reason"]
        self.fix: str = told["fix"]
        self.handed_over: list[bool] = [one[0] for one in told["shown"]]
        self.reasons: list[str] = [one[1] for one in told["shown"]]


Shower = Callable[..., Told]


@functools.cache
def python_with_dbus() -> str | None:
    """A Python here that has dbus-python and is new enough; mostly the system's own."""
    for python in (sys.executable, "/usr/bin/python3"):
        command = [python, "-c", "import dbus, sys; sys.exit(sys.version_info < (3, 11))"]
        if Path(python).exists() and subprocess.run(command, capture_output=True).returncode == 0:
            return python
    return None


def shower_through(backend: str, home: Path) -> Shower:
    """Shows messages through "notify-send" or "dbus-python"; skips the test where that is not installed."""
    import plyer

    python, blocked = sys.executable, ["dbus"]
    if backend == "dbus-python":
        found = python_with_dbus()
        if found is None:
            pytest.skip("needs the package python3-dbus")
        python, blocked = found, []
    libraries = home / "libraries"
    libraries.mkdir()
    (libraries / "plyer").symlink_to(Path(plyer.__file__).parent)

    def show(
        environment: dict[str, str], *messages: Message, without: tuple[str, ...] = (), close: tuple[str, ...] = ()
    ) -> Told:
        command = [python, "-c", SHOW, *blocked, *without]
        done = subprocess.run(
            command, cwd=ROOT, env={**environment, "PYTHONPATH": f"{ROOT}:{libraries}"}, timeout=60,
            input=json.dumps({"show": [(one.key, one.title, one.body) for one in messages], "close": close}),
            capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
        return Told(done.stdout)

    return show
