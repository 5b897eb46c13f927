"""The whole app in one window, driven as a person would: from the welcome to a limit, the clinic's word and help."""
from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from aftercare.core.data_errors import UnsavedData
from tests.screens.people import NOW, ZONE, Person


def test_a_session_is_added_from_the_welcome_and_survives_a_restart(person: Person) -> None:
    # given a first start
    person.open()
    assert person.at("welcome")
    # when the patient agrees and enters a face session of today
    person.tap("button", "Add my session. Coming up, or already done")
    assert person.sees("Please tick this first")
    [consent] = person.stage.find_all("checkbox")
    person.tap("checkbox", consent.name)
    person.tap("button", "Add my session. Coming up, or already done")
    assert person.at("add-session")
    person.app.router.act("draft", field="area", value="face")
    person.app.router.act("draft", field="protocol", value="face-injection")
    person.stage.settle(8)
    person.tap("button", "Next: date and time")
    person.tap("button", "Next: check your plan")
    person.tap("button", "Start my plan")
    # then Today says what may be done, also after a restart
    assert person.at("today")
    assert person.sees("Day of your session")
    person.open()
    assert person.at("today")
    assert person.sees("Makeup. Not yet")


def test_the_clinics_shorter_time_counts_and_the_sheet_says_whose_it_is(person: Person) -> None:
    person.have_session()
    person.app.router.act("limit", activity="makeup")
    person.stage.settle(8)
    assert person.sees("Sources: 1 to 3 days. We use the longest.")
    # when the clinic's two days are stored
    [session] = person.app.patient.snapshot().plan.sessions
    person.app.router.act("override", session_id=session.id, activity="makeup", phase="after", hours=48)
    person.stage.settle(8)
    # then the open sheet says so, and the sources' range still stands
    assert person.sees("My clinic said: 2 days")
    assert person.sees("Sources: 1 to 3 days. Your clinic comes first.")


def test_an_override_of_a_medicine_is_refused_in_one_sentence(person: Person) -> None:
    person.have_session()
    [session] = person.app.patient.snapshot().plan.sessions
    person.app.router.act("override", session_id=session.id, activity="aspirin", phase="after", hours=1)
    person.stage.settle(8)
    assert person.sees("Only the doctor who prescribed it may change that")
    assert person.app.patient.snapshot().overrides == ()


@pytest.mark.parametrize("consented", [False, True])
def test_a_plan_from_the_clinic_is_answered_on_the_welcome_and_on_an_empty_today(
    person: Person, consented: bool
) -> None:
    person.open()
    if consented:
        person.app.patient.consent()
        person.open()
    [button] = [c for c in person.stage.find_all("button") if c.name.startswith("Open a plan from my clinic")]
    person.tap("button", button.name)
    assert person.stage.find("dialog", "Plans from your clinic")


class FullDisk:
    """A repository on a disk that has no room left."""

    def __init__(self, sessions: Any) -> None:
        self.all, self.get = sessions.all, sessions.get

    def save(self, session: Any) -> None:
        raise UnsavedData("aftercare.json", "No space left on device")


def test_a_full_disk_is_said_and_what_was_entered_stays(person: Person) -> None:
    # given a wizard that is filled in, and no room to store it
    person.have_session()
    router, patient = person.app.router, person.app.patient
    router.act("add-session")
    for field, value in (("area", "face"), ("protocol", "oxygen"), ("step", 2), ("step", 3)):
        router.act("draft", field=field, value=value)
    patient.own_sessions = FullDisk(patient.own_sessions)
    # when it is saved
    router.act("save-session")
    person.stage.settle(8)
    # then the app says so, and the wizard still holds everything
    assert person.sees("No space left on device")
    assert person.at("add-session")
    assert router.place("add-session").draft.protocol == "oxygen"


@pytest.mark.parametrize("place", ["today", "timeline", "more"])
def test_help_is_one_tap_away_and_leads_back(person: Person, place: str) -> None:
    person.have_session()
    person.app.router.go(place)
    person.stage.settle(8)
    person.tap("button", "Feels wrong?")
    assert person.sees("112")
    assert person.app.router.back()
    assert person.at(place)


def test_help_stands_when_the_data_cannot_be_read(person: Person) -> None:
    person.have_session()
    (person.home / "aftercare.json").write_text("{")
    person.open()
    assert person.sees("We could not open your data")
    person.app.router.act("help")
    person.stage.settle(8)
    assert person.sees("112")
    assert (person.home / "aftercare.json").read_text() == "{"


def test_trying_again_after_the_file_is_mended_leads_back_to_today(person: Person) -> None:
    person.have_session()
    file = person.home / "aftercare.json"
    whole = file.read_bytes()
    file.write_text("{")
    person.open()
    file.write_bytes(whole)
    person.app.router.act("retry")
    person.stage.settle(8)
    assert person.at("today")
    assert person.sees("Day 2 after")


def test_a_cancelled_session_leaves_today_and_can_be_restored(person: Person) -> None:
    person.have_session()
    person.app.router.act("cancel-session", id="example")
    person.stage.settle(8)
    person.app.router.go("today")
    person.stage.settle(8)
    assert person.sees("No session yet")
    person.app.router.act("restore-session", id="example")
    person.stage.settle(8)
    assert person.sees("Day 2 after")


def test_the_example_is_left_by_adding_a_session_and_stores_nothing(person: Person) -> None:
    person.open()
    person.app.router.act("example")
    person.stage.settle(8)
    assert person.at("today")
    assert person.sees("Example")
    assert not (person.home / "aftercare.json").exists()


@pytest.mark.parametrize(("consented", "place"), [(False, "welcome"), (True, "today")])
def test_the_example_can_be_left_without_adding_a_session(person: Person, consented: bool, place: str) -> None:
    person.open()
    if consented:
        person.app.patient.consent()
    person.app.router.act("example")
    person.stage.settle(8)
    person.tap("tab", "More")
    person.tap("button", "Leave the example")
    assert person.at(place)
    assert not person.app.patient.in_example
    assert not person.sees("Day 2 after")


def test_the_ring_fills_on_the_first_look_of_a_day_and_stands_full_afterwards(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from screens.widgets.ring import ReturnRing
    from screens.widgets.theme import theme

    class Watched(ReturnRing):
        """Tells that it was seen empty, however quickly it fills."""

        def on_reveal(self, *args: Any) -> None:
            empty.append(self.reveal == 0)
            super().on_reveal(*args)

    def was_empty() -> bool:
        found = any(empty)
        empty.clear()
        return found

    empty: list[bool] = []
    monkeypatch.setattr("screens.today_hero.ReturnRing", Watched)
    theme.reduced_motion = False
    person.have_session()
    # given the first look
    assert was_empty()
    person.app.router.first_frame_shown = True
    person.app.router.follow()
    # when the app is opened again on that day, and on the next one
    person.open()
    assert not was_empty()
    person.open(NOW + timedelta(days=1))
    assert was_empty()


def test_on_a_desktop_the_timeline_stands_beside_the_answers_after_the_first_frame(person: Person) -> None:
    # given a wide window that has drawn nothing yet
    person.stage.resize(1280, 800)
    person.have_session()
    assert not person.stage.find_all("heading", "Timeline")
    # when the first frame is on the screen
    person.app.router.first_frame_shown = True
    person.app.router.follow()
    person.stage.settle(8)
    # then the timeline is there too
    assert person.stage.find("heading", "Timeline")
    assert person.sees("Own creams. Not yet. From Mon 8 June, 14:30 to Wed 10 June, 15:00.")
    # and only there
    person.stage.resize(390, 844)
    person.app.router.follow()
    person.stage.settle(8)
    assert not person.stage.find_all("heading", "Timeline")


def test_the_menu_leads_to_every_place_and_turns_into_a_rail(person: Person) -> None:
    person.have_session()
    person.tap("tab", "Timeline")
    assert person.at("timeline")
    person.stage.resize(1280, 800)
    person.stage.settle(8)
    person.tap("tab", "More")
    assert person.at("more")
    assert person.stage.find("button", "Feels wrong?")


def test_text_size_and_theme_are_kept_and_applied_at_the_next_start(person: Person) -> None:
    from screens.widgets.theme import theme

    person.have_session()
    person.app.router.act("setting", name="text_scale", value="2.0")
    person.app.router.act("setting", name="theme", value="dark")
    person.stage.settle(8)
    assert (theme.text_scale, theme.dark) == (2.0, True)
    theme.text_scale, theme.dark = 1.0, False
    person.open()
    assert (theme.text_scale, theme.dark) == (2.0, True)


def test_a_half_entered_session_is_there_again_after_a_crash(person: Person) -> None:
    person.have_session()
    person.app.router.act("add-session")
    person.app.router.act("draft", field="area", value="body")
    person.open()
    person.app.router.act("add-session")
    person.stage.settle(8)
    assert person.app.router.place("add-session").draft.area == "body"


def test_a_minute_later_the_countdown_reads_on(person: Person) -> None:
    person.have_session()
    assert person.sees("5 hours 12 minutes")
    from aftercare.adapters.clock import FixedClock

    person.app.patient.clock = FixedClock(NOW + timedelta(minutes=1), ZONE)
    person.app.router.follow()
    person.stage.settle(4)
    assert person.sees("5 hours 11 minutes")
