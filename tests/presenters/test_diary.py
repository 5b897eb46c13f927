"""The diary's list: what each entry says, in which order, page by page, and what it is narrowed to."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from aftercare.core.observation import Observation
from aftercare.presenters import diary
from aftercare.presenters.diary_state import DiaryView, EntriesState
from aftercare.services import checkins
from tests.presenters.check_in_cases import CATALOGUE, CONTENT, NOW, day_two, logged
from tests.presenters.today_cases import session, taken

MONDAY = logged("2026-06-08T17:00", redness="strong", papules="medium")
TUESDAY = logged("2026-06-09T09:00", swelling="strong", note="Cool cloth helped.")
TODAY = logged("2026-06-10T08:10", swelling="mild", bruise="medium", pain="none")


def listed(*observations: Observation, view: DiaryView | None = None) -> EntriesState:
    state = diary.build_state(day_two(observations=observations), CONTENT, view)
    assert state.entries is not None
    return state.entries


def many(count: int) -> Sequence[Observation]:
    """One check-in a minute up to now, the newest last."""
    newest = logged(NOW, redness="mild")
    ages = [timedelta(minutes=count - number - 1) for number in range(count)]
    return [replace(newest, id=f"o{number}", at=newest.at - age) for number, age in enumerate(ages)]


def test_entries_stand_by_day_the_newest_first() -> None:
    rows = listed(MONDAY, TUESDAY, TODAY).rows
    assert [(row.day, row.time) for row in rows] == [
        ("Today", "08:10"), ("Tue 9 June", "09:00"), ("Mon 8 June", "17:00"),
    ]  # fmt: skip


def test_an_entry_says_its_result_what_was_there_and_its_note() -> None:
    today, tuesday, _monday = listed(MONDAY, TUESDAY, TODAY).rows
    assert (today.word, today.summary) == ("Expected", "Swelling mild, bruises medium")
    assert (tuesday.word, tuesday.note) == ("Keep watching", "Cool cloth helped.")
    assert today.spoken.startswith("Today, 08:10. Expected. Swelling mild")


def test_an_entry_has_the_result_that_it_was_given_then() -> None:
    # given the same strength after a calmer one, which is worse and asks for the clinic
    entries = [logged("2026-06-08T18:00", redness="mild"), logged("2026-06-09T09:00", redness="medium")]
    snapshot = day_two(observations=entries)
    told = {each.id: checkins.advice_for(each, entries, snapshot.sessions, CATALOGUE).tier for each in entries}
    # then the list says the same as the result screens
    later, earlier = listed(*entries).rows
    assert told[later.id] == "clinic"
    assert later.word == "Call your clinic"
    assert told[earlier.id] == "expected"
    assert earlier.word == "Expected"


def test_an_entry_says_what_lasts_from_an_earlier_session_as_its_result_did() -> None:
    # given a swelling that lasted too long after one session, and is there after the next
    first, second = session("body-injection", "2026-06-01T14:30", id="first"), session(id="second")
    days = (("2026-06-06T09:00", first), ("2026-06-09T09:00", second))
    entries = [logged(day, of=of, swelling="mild") for day, of in days]
    snapshot = taken([first, second], NOW, observations=entries)

    rows = diary.build_state(snapshot, CONTENT).entries.rows  # type: ignore[union-attr]

    assert [row.word for row in rows] == ["Call your clinic", "Call your clinic"]
    assert checkins.advice_for(entries[1], entries, snapshot.sessions, CATALOGUE).keys == ("lasting.swelling",)


def test_an_entry_after_midnight_names_the_day_that_it_counts_for() -> None:
    night = logged("2026-06-10T00:20", redness="mild", note="Could not sleep.")

    [row] = listed(replace(night, date=date(2026, 6, 9))).rows
    [plain] = listed(night).rows

    assert (row.day, row.time) == ("Today", "00:20")
    assert row.note == "Counts for Tue 9 June.\nCould not sleep."
    assert "Counts for Tue 9 June." in row.spoken
    assert plain.note == "Could not sleep."


def test_a_check_in_without_anything_there_says_so() -> None:
    [row] = listed(logged(NOW, redness="none", pain="none")).rows
    assert row.summary == "Nothing unusual"


def test_a_warning_sign_and_a_temperature_stand_before_symptoms() -> None:
    [row] = listed(logged(NOW, signs=("pus",), temperature_c=38.2, redness="mild")).rows
    assert row.summary == "Pus, 38.2 °C, redness mild"
    assert row.tone == "notyet"


def test_an_entry_of_another_year_names_it() -> None:
    [row] = listed(replace(MONDAY, at=MONDAY.at - timedelta(days=364))).rows
    assert row.day == "Mon 9 June 2025"


def test_the_list_is_narrowed_to_a_symptom_that_was_there() -> None:
    chosen = listed(MONDAY, TUESDAY, TODAY, view=DiaryView(symptom="swelling"))
    assert [row.day for row in chosen.rows] == ["Today", "Tue 9 June"]
    assert ("pain", "Pain") not in chosen.filters


def test_narrowing_to_what_is_no_longer_there_shows_all() -> None:
    assert listed(MONDAY, view=DiaryView(symptom="swelling")).chosen == ""


def test_thousands_are_shown_in_pages() -> None:
    first = listed(*many(1_234))
    assert (len(first.rows), first.counted) == (10, "1 to 10 of 1,234")
    assert (first.newer, first.older) == ("", "Older")
    last = listed(*many(1_234), view=DiaryView(page=999))
    assert (last.page, len(last.rows), last.counted) == (123, 4, "1,231 to 1,234 of 1,234")
    assert last.older == ""


def test_turning_the_page_and_narrowing_begins_at_the_newest() -> None:
    view = diary.follow(DiaryView(), "diary-page", {"by": 1})
    assert view == DiaryView(page=1)
    back = diary.follow(view, "diary-page", {"by": -1})
    assert back == DiaryView()
    assert back is not None
    assert diary.follow(back, "diary-page", {"by": -1}) == DiaryView()
    narrowed = diary.follow(DiaryView(page=3), "diary-filter", {"symptom": "itch"})
    assert narrowed == DiaryView(symptom="itch", charted="itch")
    assert diary.follow(DiaryView(), "check-in", {}) is None


def test_before_the_first_check_in_the_way_to_it_stands_there() -> None:
    empty = listed().empty
    assert empty is not None
    assert (empty.title, empty.text) == ("No check-ins yet", "Your first one takes 1 minute.")
    assert (empty.action, empty.intent) == ("Check in", "check-in")
