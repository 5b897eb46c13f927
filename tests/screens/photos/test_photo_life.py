"""The whole life of a picture at the window: in with a place in it, seen without one, deleted, gone from the disk."""
from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.photos import opened, turned_jpeg


def test_a_picture_lives_without_its_place_and_goes_for_good(
    photographer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a JPEG that tells where it was taken
    one = photographer
    original = one.file()
    assert b"SpyCam" in original.read_bytes()
    # when it is added in the check-in and that is saved
    one.at.check_in()
    one.tap("checkbox", "None for all")
    one.add(original)
    assert one.sees("Remove: Left, day 2, Wed 10 June, 09:48")
    one.tap("button", "See my result")
    [stored] = one.at.diary
    assert list(stored.photos) == one.kept
    # then the grid of the diary shows it
    one.open_photos()
    assert one.sees("Day 2, Wed 10 June")
    one.see_all()
    tile = one.stage.find("button", "Left, day 2, Wed 10 June, 09:48. Opens the photo.")
    assert tile.texture is not None
    # and the files hold pixels alone, while the patient's own file is as it was
    assert len(one.files) == 2
    for file in one.files:
        content = file.read_bytes()
        assert not any(word in content for word in (b"SpyCam", b"home address", b"taken at my clinic", b"Exif"))
        assert not opened(content).getexif()
    assert b"SpyCam" in original.read_bytes()
    # and when it is deleted and the time to undo is over, then nothing of it is left
    tile.press()
    one.stage.settle(6)
    worker = one.app.patient.photo_worker
    monkeypatch.setattr(worker, "_undo_seconds", 0.2)
    one.tap("button", "Delete this photo")
    assert one.sees("Photo deleted. It is gone for good in 6 seconds.")
    assert one.at.place == "diary"
    assert one.kept == []
    one.wait(lambda: one.files == [])
    assert one.sees("No photos yet")
    # and the check-in stays
    assert len(one.at.diary) == 1


def test_undo_brings_a_picture_back(photographer: Any) -> None:
    one = photographer
    one.open_photos()
    one.add(one.file())
    one.stage.find("button", "Left, day 2, Wed 10 June, 09:48. Opens the photo.").press()
    one.stage.settle(6)
    one.tap("button", "Delete this photo")
    one.stage.wait(0.3)
    one.tap("button", "Undo")
    assert len(one.kept) == 1
    assert one.sees("Left, day 2, Wed 10 June, 09:48. Opens the photo.")
    one.see_all()


def test_a_picture_is_shown_upright(photographer: Any) -> None:
    # given one that its camera wrote lying on its side: red above, blue below once it is turned
    one = photographer
    one.open_photos()
    one.add(one.file(content=turned_jpeg(6)))
    one.see_all()
    tile = one.stage.find("button", "Left, day 2, Wed 10 June, 09:48. Opens the photo.")
    # then its first row is the top, and it is drawn that way up
    red, _green, blue, *_ = tile.texture.pixels[:4]
    corners = tile._frame._shape.vertices
    by_height = sorted(zip(corners[1::4], corners[3::4], strict=True))
    assert red > blue
    assert by_height[0][1] > by_height[-1][1]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"MZ\x90\0 a program", "Photo: this is not a picture; use a JPEG, PNG or WebP file."),
        (b"\x89PNG\r\n\x1a\n cut", "Photo: this file is broken or cut off; choose another one."),
    ],
)
def test_a_refused_file_is_told_in_one_sentence_and_costs_nothing(
    photographer: Any, content: bytes, sentence: str
) -> None:
    # given a check-in with answers
    one = photographer
    one.at.check_in()
    one.tap("radio", "Pain, mild, 2 of 4")
    one.tap("button", "Add a photo")
    # when a file that is no picture is named
    one.type(one.file("tool.jpg", content))
    one.wait(lambda: one.sees(sentence))
    # then the guide says so, and the answers are as they were
    assert one.at.place == "photo-guide"
    one.tap("button", "Close")
    assert one.at.place == "check-in"
    assert one.at.chosen("radio", "Pain, mild, 2 of 4")
    assert one.kept == []


def test_a_dropped_file_is_taken_in(photographer: Any) -> None:
    one = photographer
    one.at.check_in()
    one.app.keys.dropped(None, str(one.file()).encode(), 0, 0)
    one.wait(lambda: len(one.kept) == 1)
    one.wait(lambda: one.at.place == "check-in")
    assert one.sees("Remove: ")


def test_the_way_to_the_next_picture_stands_beside_the_first(photographer: Any) -> None:
    one = photographer
    one.at.check_in()
    one.add(one.file())
    shot = one.stage.find("button", "Remove: Left, day 2, Wed 10 June, 09:48")
    add = one.stage.find("button", "Add a photo")
    assert add.x >= shot.x + shot.width
    assert add.top > shot.top


def test_answers_that_are_resumed_have_their_picture(photographer: Any) -> None:
    # given a picture in a check-in that is interrupted
    one = photographer
    one.at.check_in()
    one.add(one.file())
    # when the app is opened anew
    one.at.now += timedelta(hours=2)
    one.at.open()
    one.at.check_in()
    # then it is there still
    assert one.sees("Remove: Left, day 2, Wed 10 June, 09:48")


def test_starting_again_takes_the_pictures_along_and_undo_brings_them_back(photographer: Any) -> None:
    one = photographer
    one.at.check_in()
    one.tap("radio", "Pain, mild, 2 of 4")
    one.add(one.file())
    one.app.router.act("answer", field="again", value=None)
    one.stage.settle(4)
    assert one.kept == []
    assert not one.sees("Remove: ")
    one.stage.wait(0.3)
    one.tap("button", "Undo")
    assert len(one.kept) == 1
    assert one.sees("Remove: Left")


def test_what_is_taken_out_of_a_stored_check_in_goes_with_its_change(photographer: Any) -> None:
    # given a picture in the diary
    one = photographer
    one.at.check_in()
    one.tap("checkbox", "None for all")
    one.add(one.file())
    one.tap("button", "See my result")
    one.app.router.act("change-check-in")
    one.stage.settle(6)
    # when it is taken out, then it is kept until the change is saved
    one.tap("button", "Remove: Left, day 2, Wed 10 June, 09:48")
    assert len(one.kept) == 1
    one.tap("button", "See my result")
    assert one.kept == []
    assert one.at.diary[0].photos == ()


def test_a_check_in_that_is_taken_back_keeps_its_picture_in_the_answers(photographer: Any) -> None:
    one = photographer
    one.at.check_in()
    one.tap("checkbox", "None for all")
    one.add(one.file())
    one.tap("button", "See my result")
    one.app.router.act("undo-check-in")
    one.stage.settle(6)
    assert one.at.place == "check-in"
    assert one.sees("Remove: Left")
    assert len(one.kept) == 1
    one.tap("button", "See my result")
    assert list(one.at.diary[0].photos) == one.kept


def test_the_example_says_that_it_keeps_none(photographer: Any) -> None:
    one = photographer
    one.app.router.act("example")
    one.at.check_in()
    assert one.sees("The example keeps no photos.")
    assert not one.stage.find_all("button", "Add a photo")
    one.app.router.act("photos")
    one.stage.settle(4)
    assert one.sees("The example keeps none. Add your own session first.")


def test_a_file_name_that_is_not_there_is_told(photographer: Any, tmp_path: Path) -> None:
    one = photographer
    one.at.check_in()
    one.tap("button", "Add a photo")
    one.type(tmp_path / "nothing.jpg")
    one.wait(lambda: one.sees("Photo: this file is not there; choose another one."))
