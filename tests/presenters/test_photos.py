"""What the screens of pictures say: by day, by side, which two are compared, and what the guide shows."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from aftercare.core.photo import Photo
from aftercare.core.photo_outline import face_outline
from aftercare.presenters import check_in, diary, photo_compare, photo_grid, photo_guide, photo_page, photo_words
from aftercare.presenters.check_in_photos import photo_row
from aftercare.presenters.diary_state import PHOTOS, DiaryView
from aftercare.presenters.photo_compare import CompareView
from aftercare.presenters.photo_guide import GuideView, Ways
from aftercare.presenters.photos_state import PhotosState
from tests.presenters.check_in_cases import CONTENT, NOW, day_two, filled, logged
from tests.presenters.today_cases import BERLIN, at

SESSION = day_two().sessions[0].id


def photo(when: str, view: str = "front", id: str = "", session_id: str | None = SESSION) -> Photo:
    """A picture of a moment."""
    return Photo(id or when, at(when), BERLIN, 900, 1200, session_id, view)


MONDAY = photo("2026-06-08T15:40")
TUESDAY = photo("2026-06-09T09:00", "left")
TODAY = photo("2026-06-10T08:10")


def grid(*photos: Photo, page: int = 0) -> PhotosState:
    state = diary.build_state(day_two(), CONTENT, DiaryView(PHOTOS, photo_page=page), photos)
    assert state.photos is not None
    return state.photos


def many(count: int) -> Sequence[Photo]:
    return [replace(TODAY, id=f"p{number}", taken=TODAY.taken - timedelta(minutes=number)) for number in range(count)]


def test_a_picture_is_called_by_its_side_day_and_moment() -> None:
    assert photo_words.spoken(MONDAY, day_two()) == "Front, day 0, Mon 8 June, 15:40"


@pytest.mark.parametrize(
    ("shot", "name"),
    [
        (photo("2026-06-08T15:40", ""), "Photo, day 0, Mon 8 June, 15:40"),
        (photo("2026-06-08T15:40", "from-above"), "Photo, day 0, Mon 8 June, 15:40"),
        (photo("2026-06-05T15:40"), "Front, 3 days before, Fri 5 June, 15:40"),
        (photo("2026-06-07T15:40"), "Front, 1 day before, Sun 7 June, 15:40"),
        (photo("2026-06-08T15:40", session_id=None), "Front, Mon 8 June, 15:40"),
        (photo("2025-06-08T15:40", session_id="gone"), "Front, Sun 8 June 2025, 15:40"),
    ],
)
def test_what_is_not_known_of_a_picture_is_left_out(shot: Photo, name: str) -> None:
    assert photo_words.spoken(shot, day_two()) == name


def test_pictures_stand_by_day_the_newest_first() -> None:
    assert [(day.title, [shot.id for shot in day.shots]) for day in grid(MONDAY, TODAY, TUESDAY).days] == [
        ("Day 2, Wed 10 June", [TODAY.id]),
        ("Day 1, Tue 9 June", [TUESDAY.id]),
        ("Day 0, Mon 8 June", [MONDAY.id]),
    ]


def test_before_the_first_picture_the_way_to_it_stands_there() -> None:
    state = grid()
    assert state.empty == ("No photos yet", "Take one in the same light each time.")
    assert state.add == "Add a photo"
    assert state.compare is None


def test_the_example_says_that_it_keeps_none() -> None:
    state = photo_grid.page(day_two(example=True), ())
    assert state.empty == ("No photos here", "The example keeps none. Add your own session first.")
    assert state.add == ""


def test_many_pictures_come_in_pages() -> None:
    first, last = grid(*many(50)), grid(*many(50), page=9)
    assert sum(len(day.shots) for day in first.days) == photo_grid.PAGE
    assert (first.counted, first.newer, first.older) == ("1 to 24 of 50", "", "Older")
    assert (last.page, last.counted, last.newer, last.older) == (2, "49 to 50 of 50", "Newer", "")


def test_the_usual_pair_is_offered_by_its_days() -> None:
    card = grid(MONDAY, TUESDAY, TODAY).compare
    assert card is not None
    assert [shot.badge for shot in card.pair] == ["Mon 8", "Today"]
    assert card.line == "Day 0 and day 2"


def test_two_of_one_day_are_told_apart_by_their_time() -> None:
    card = grid(photo("2026-06-10T07:00"), TODAY).compare
    assert card is not None
    assert [shot.badge for shot in card.pair] == ["07:00", "08:10"]
    assert card.line == "Day 2, Wed 10 June"


def test_pictures_of_two_sessions_are_told_apart_by_their_dates() -> None:
    card = grid(photo("2026-05-02T12:00", session_id="older"), TODAY).compare
    assert card is not None
    assert card.line == "Sat 2 May and Wed 10 June"


def test_the_divider_says_how_much_of_each_is_seen() -> None:
    photos = (MONDAY, TUESDAY, TODAY)
    view = photo_compare.settled(CompareView(), day_two(), photos)
    assert view is not None
    state = photo_compare.build_state(day_two(), photos, view)
    assert state.value.format(first=70, second=30) == "70 percent Mon 8 June, 30 percent today."
    assert [choice.shot.id for choice in state.choices if choice.on] == [MONDAY.id, TODAY.id]


def test_a_third_choice_takes_the_place_of_the_first() -> None:
    photos = (MONDAY, TUESDAY, TODAY)
    view = CompareView((MONDAY.id, TODAY.id))
    view = photo_compare.follow(view, "compare-choose", {"id": TUESDAY.id}) or view
    assert view.chosen == (TODAY.id, TUESDAY.id)
    # and the older one still comes first
    assert [shot.id for shot in photo_compare.build_state(day_two(), photos, view).pair] == [TUESDAY.id, TODAY.id]


def test_one_chosen_picture_finds_a_partner_and_a_deleted_one_is_replaced() -> None:
    photos = (MONDAY, TUESDAY, TODAY)
    for chosen in ((TUESDAY.id,), (TODAY.id,), (MONDAY.id, "deleted")):
        view = photo_compare.settled(CompareView(chosen), day_two(), photos)
        assert view is not None
        assert chosen[0] in view.chosen
        assert len(set(view.chosen)) == 2
    assert photo_compare.settled(CompareView(), day_two(), (TODAY,)) is None


def test_the_page_leads_to_the_check_in_that_names_the_picture() -> None:
    mine = replace(TODAY, observation_id="o1")
    state = photo_page.build_state(day_two(), (MONDAY, mine), mine)
    assert (state.check_in, state.check_in_id) == ("Open its check-in", "o1")
    assert state.compare
    assert state.gone == "There is no copy. A deleted photo is gone for good."
    alone = photo_page.build_state(day_two(), (MONDAY,), MONDAY)
    assert (alone.check_in, alone.compare) == ("", "")


def test_the_first_picture_is_held_against_a_drawn_face() -> None:
    state = photo_guide.build_state(day_two(), GuideView("left"), None, Ways())
    assert state.title == "Left, day 2"
    assert state.outline == face_outline("left")
    assert state.caption == "The dotted line shows where the face goes."


def test_the_next_one_is_held_against_the_last() -> None:
    line = (((0.1, 0.2), (0.3, 0.4)),)
    drawn = photo_guide.build_state(day_two(), GuideView("left"), replace(TUESDAY, pose=line), Ways())
    assert (drawn.outline, drawn.caption) == (line, "The dotted line is your last photo.")
    plain = photo_guide.build_state(day_two(), GuideView("left"), TUESDAY, Ways())
    assert (plain.outline, plain.caption) == ((), "This is your last photo from this side.")


def test_the_guide_offers_what_the_device_has() -> None:
    phone = photo_guide.build_state(day_two(), GuideView(), None, Ways(camera=True, dialog=True, desktop=False))
    assert (phone.take, phone.choose, phone.typed, phone.drop) == ("Take a photo", "Choose a photo", "", "")
    bare = photo_guide.build_state(day_two(), GuideView(), None, Ways(camera=False, dialog=False, desktop=True))
    assert (bare.take, bare.choose) == ("", "")
    assert bare.typed
    assert bare.drop


def test_hints_never_block() -> None:
    state = photo_guide.build_state(day_two(), GuideView(), None, Ways(camera=True))
    assert [title for _icon, title, _text in state.hints] == ["Light", "Angle", "Distance"]
    assert state.hints_note == "These are hints. You can always take the photo."


def test_the_check_in_shows_the_pictures_of_its_draft_that_there_are() -> None:
    draft = filled(day_two(), ("photo", TODAY.id), ("photo", "deleted"), ("photo", TODAY.id))
    assert draft.photos == ("deleted", TODAY.id)
    row = photo_row(draft, day_two(), (MONDAY, TODAY))
    assert [shot.press for shot in row.shots] == ["Remove: Front, day 2, Wed 10 June, 08:10"]


def test_a_draft_with_nothing_but_a_picture_is_kept() -> None:
    snapshot = day_two()
    draft = filled(snapshot, ("photo", TODAY.id))
    assert check_in.resumed(draft.to_dict(), snapshot.now, snapshot.zone).photos == (TODAY.id,)


def test_a_draft_of_an_older_version_has_no_pictures() -> None:
    snapshot = day_two()
    kept = filled(snapshot, ("note", "slept well")).to_dict()
    del kept["photos"]
    assert check_in.resumed(kept, snapshot.now, snapshot.zone).photos == ()


def test_an_entry_of_the_diary_shows_its_picture_and_says_how_many() -> None:
    entry = replace(logged(NOW, redness="mild"), photos=("deleted", MONDAY.id, TODAY.id))
    state = diary.build_state(day_two(observations=[entry]), CONTENT, None, (MONDAY, TODAY))
    assert state.entries is not None
    [row] = state.entries.rows
    assert row.photo is not None
    assert row.photo.id == MONDAY.id
    assert "2 photos." in row.spoken
