"""Given a damaged file of content, then the app opens, says which file it is, and help is always there."""
from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from aftercare import words
from aftercare.adapters.content import CONTENT_DIR, FileCatalogue
from aftercare.core.observation import Observation
from aftercare.services.checkins import new_observation
from aftercare.services.example import example_session
from tests.fakes.notifiers import MemoryNotifier
from tests.screens.harness import Stage

NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
ZONE = "Europe/Berlin"
SHARED = sorted(path.name for path in CONTENT_DIR.glob("*.toml"))
FILES = [
    *SHARED, "protocols/face-injection.toml", "protocols/oxygen.toml", "guides/sun.toml", "../locale/en/search.toml",
]  # fmt: skip
# What every screen and intent that reads content is reached by.
WAYS: tuple[tuple[str, dict[str, Any]], ...] = (
    *(("tab", {"name": name}) for name in ("today", "timeline", "diary", "learn", "more")),
    ("help", {}),
    ("check-in", {}),
    ("result", {"id": "seen"}),
    ("limit", {"activity": "makeup"}),
    ("can-i", {}),
    ("self-check", {}),
    ("my-list", {}),
    ("steps", {"part": "after", "id": "example"}),
    ("treatment", {"id": "example"}),
    ("guide", {"id": "sun"}),
    ("add-session", {}),
    ("edit-session", {"id": "example"}),
    ("example", {}),
    ("override", {"session_id": "example", "activity": "makeup", "phase": "after", "hours": 48}),
    ("cancel-session", {"id": "example"}),
    ("restore-session", {"id": "example"}),
)
# A minute on Today, and where the patient meets the damage.
NEEDED_BY_TODAY = ("activities.toml", "symptoms.toml", "reasons.toml", "sources.toml", "protocols/face-injection.toml")
MET_AT = {
    **dict.fromkeys(NEEDED_BY_TODAY, "today"),
    "checks.toml": "self-check",
    "steps.toml": "today",
    "help.toml": "check-in",
    "red_flags.toml": "check-in",
    "evidence.toml": "learn",
    "guides/sun.toml": "learn",
    "questions.toml": "can-i",
    "products.toml": "treatment",
    "courses.toml": "treatment",
    "protocols/oxygen.toml": "add-session",
}


class App:
    """The app of a patient on a content folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.home, self.content = folder / "home", folder / "content"
        shutil.copytree(CONTENT_DIR, self.content)
        for search in words.LOCALE_DIR.glob("*/search.toml"):
            (folder / "locale" / search.parent.name).mkdir(parents=True)
            shutil.copy(search, folder / "locale" / search.parent.name)
        self.stage = Stage.open(390, 844)

    def damage(self, name: str, gone: bool = False) -> None:
        file = self.content / name
        if gone:
            file.unlink()
        else:
            file.write_bytes(file.read_bytes()[:-30] + b"\n[[")

    def open(
        self, days_ago: int = 2, settings: dict[str, str] | None = None, changed: dict[str, Any] | None = None
    ) -> None:
        from aftercare.adapters.clock import FixedClock
        from screens.app import AftercareApp

        self.app = AftercareApp(self.home, notifier=MemoryNotifier, clock=FixedClock(NOW, ZONE))
        patient = self.app.patient
        session = replace(example_session(FileCatalogue(), NOW, ZONE, days_ago), **(changed or {}))
        patient.own_sessions.save(session)
        patient.own_observations.save(self.seen(session.id))
        patient.consent()
        for name, value in (settings or {}).items():
            patient.settings.put(name, value)
        patient.catalogue = FileCatalogue(self.content)
        self.app.router.open_first()
        self.app.router.first_frame_shown = True
        self.app.router.follow()
        self.stage.show(self.app.shell)
        self.stage.settle(3)

    def seen(self, session_id: str) -> Observation:
        session = example_session(FileCatalogue(), NOW, ZONE)
        made = new_observation(NOW - timedelta(hours=1), NOW, ZONE, session, note="A little red.")
        return replace(made, id="seen")

    def go(self, intent: str, **payload: Any) -> None:
        self.app.router.act(intent, **payload)
        self.stage.settle(2)

    def ask_for_help(self) -> None:
        self.go("help")
        if self.says("dialog"):
            # A sheet takes a moment to leave.
            self.stage.wait(0.4)

    def home_again(self) -> None:
        from screens.widgets.focus import focus

        for layer in list(focus.layers):
            layer.close()
        if self.app.patient.in_example:
            self.go("leave-example")
        self.go("tab", name="today")

    def says(self, text: str) -> bool:
        return any(text in line for line in self.stage.spoken())


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    from screens.widgets.focus import focus
    from screens.widgets.theme import theme

    theme.reduced_motion = True
    one = App(tmp_path)
    yield one
    for layer in list(focus.layers):
        layer.close()
    one.stage.clear()
    theme.reduced_motion = False


GONE = [(name, True) for name in FILES if name.startswith("protocols/")]


@pytest.mark.parametrize(("name", "gone"), [*((name, False) for name in FILES), *GONE])
def test_the_app_opens_and_from_everywhere_help_is_one_tap_away(name: str, gone: bool, app: App) -> None:
    app.damage(name, gone)
    app.open()

    for intent, payload in WAYS:
        app.go(intent, **payload)
        if intent == "help" or app.says("We could not read our rules"):
            app.ask_for_help()
            assert app.says("Call this number from any phone")
            assert app.says("112")
        app.home_again()


@pytest.mark.parametrize("name", MET_AT)
def test_the_patient_is_told_which_file_is_damaged_and_that_nothing_is_lost(name: str, app: App) -> None:
    app.damage(name)
    app.open()

    where = MET_AT[name]
    app.go("tab", name=where) if where in ("today", "learn") else app.go(where, id="example")

    assert app.stage.find("heading", "We could not read our rules")
    assert app.says(f"The file {Path(name).name} of this app is damaged at line")
    assert app.says("Your data is left as it is.")
    assert app.stage.find("link", "Get help")


def test_what_is_damaged_elsewhere_stays_said_until_the_patient_goes_on(app: App) -> None:
    app.damage("questions.toml")
    app.open()
    app.go("can-i")
    # when a minute passes
    app.app.router.follow()
    app.stage.settle(2)
    # then
    assert app.says("The file questions.toml")
    app.go("tab", name="today")
    assert not app.says("questions.toml")


@pytest.mark.parametrize("days", [7, 30])
def test_a_damaged_late_watch_is_told_when_it_asks(days: int, app: App) -> None:
    app.damage("late_watch.toml")
    app.open(days_ago=days)

    assert app.says("The file late_watch.toml of this app is damaged at line")


@pytest.mark.parametrize("name", NEEDED_BY_TODAY)
def test_help_keeps_the_patients_own_number_beside_damaged_rules(name: str, app: App) -> None:
    app.damage(name)
    app.open(settings={"emergency_number": "999"})
    app.go("help")
    assert app.says("999")


def test_help_stands_by_itself_where_its_own_file_is_damaged(app: App) -> None:
    app.damage("help.toml")
    app.open()
    app.go("help")
    assert app.says("Hard to breathe or swallow, swollen lips or tongue, fainting, sight changes")
    assert app.says("We could not open our list of signs. When in doubt, call your clinic.")


def test_a_damaged_country_list_says_that_the_number_may_differ(app: App) -> None:
    app.damage("countries.toml")
    app.open()
    app.go("help")
    assert app.says("112")
    assert app.says("The number may differ where you are.")


def test_a_protocol_that_is_gone_is_told_on_today(app: App) -> None:
    app.damage("protocols/face-injection.toml", gone=True)
    app.open()
    assert app.says("Its times are not shown.") or app.says("We could not read our rules")


def test_trouble_speaks_the_patients_language(app: App) -> None:
    app.damage("activities.toml")
    try:
        app.open(settings={"language": "ru"})
        assert app.stage.find("heading", words.gettext("We could not read our rules"))
        assert words.language() == "ru"
    finally:
        words.use_language(words.ENGLISH)


@pytest.mark.parametrize("known_as", [{"product": "moon-dust"}, {"technique": "moon-dust"}, {"version": 9}])
def test_a_session_with_a_choice_that_its_protocol_does_not_know_keeps_its_plan(
    known_as: dict[str, Any], app: App
) -> None:
    app.open(changed=known_as)

    assert app.says("Makeup. Not yet")
    for intent, payload in WAYS:
        app.go(intent, **payload)
        assert not app.says("We could not"), intent
        app.home_again()
    [kept] = app.app.patient.own_sessions.all()
    assert {key: getattr(kept, key) for key in known_as} == known_as
