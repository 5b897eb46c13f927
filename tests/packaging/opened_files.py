"""Walks through the app in both languages and prints each file of ours that it opens: opened_files.py HOME."""
from __future__ import annotations

import os
import sys
from importlib.util import source_from_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = ("aftercare", "screens", "content", "locale", "assets", "main.py", "packaging", "docs", "tools")
opened: set[str] = set()


def hear(event: str, found: tuple[object, ...]) -> None:
    """Keep what is opened to be read."""
    if event != "open" or not isinstance(found[0], (str, bytes)):
        return
    path = os.path.abspath(os.fsdecode(found[0]))
    if path.endswith(".pyc") and "__pycache__" in path:
        path = source_from_cache(path)
    if path.startswith(f"{ROOT}{os.sep}") and os.path.isfile(path):
        name = os.path.relpath(path, ROOT).replace(os.sep, "/")
        if name.partition("/")[0] in OURS:
            opened.add(name)


sys.addaudithook(hear)

from datetime import UTC, datetime  # noqa: E402

from tests.screens.harness import Stage  # noqa: E402

NOW, ZONE = datetime(2026, 6, 10, 7, 48, tzinfo=UTC), "Europe/Berlin"
WAYS = ("check-in", "can-i", "self-check", "my-list", "add-session", "help")


def main(home: Path) -> None:
    """Open the app with a session in its second week, and look at everything."""
    from aftercare.adapters.clock import FixedClock
    from aftercare.adapters.content import FileCatalogue
    from aftercare.services.example import example_session
    from screens.app import AftercareApp
    from screens.widgets.focus import focus
    from screens.widgets.theme import theme
    from tests.fakes.notifiers import MemoryNotifier

    theme.reduced_motion = True
    stage = Stage.open(390, 844)
    for language in ("en", "ru"):
        app = AftercareApp(home / language, notifier=MemoryNotifier, clock=FixedClock(NOW, ZONE))
        app.patient.own_sessions.save(example_session(FileCatalogue(), NOW, ZONE, 8))
        app.patient.consent()
        app.patient.settings.put("language", language)
        router = app.router
        router.first_frame_shown = True
        router.open_first()
        stage.show(app.shell)
        for tab in ("timeline", "diary", "learn", "more", "today"):
            router.go(tab)
            stage.settle(2)
        for intent in WAYS:
            router.act(intent)
            stage.settle(2)
            router.go("today")
        router.act("guide", id="sun")
        router.act("treatment", id="example")
        router.act("steps", part="after", id="example")
        router.act("limit", activity="makeup")
        stage.settle(2)
        for layer in list(focus.layers):
            layer.close()
    for name in sorted(opened):
        print("OPENED", name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
