"""What is seen of pictures: upright and cut alike, moved by keys, few in memory; nothing is cut and all is reached."""
from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from aftercare.core.photo_outline import face_outline
from aftercare.core.photo_port import NoPicture
from screens.pictures import MOST_LARGE, MOST_SMALL
from tests.fakes.photos import jpeg, saved, two_coloured
from tests.screens.aid.looks import misfits

SIZES = [(320, 640, 2.0), (320, 640, 1.0), (390, 844, 1.3), (1280, 800, 1.0), (1280, 800, 2.0)]


@pytest.fixture
def album(photographer: Any) -> Any:
    """Three pictures of three moments: two of the left, one of the front."""
    one = photographer
    from aftercare.core.photo_port import Picked

    for hours, side in ((40, "left"), (23, "front"), (1, "left")):
        count = len(one.kept)
        one.app.patient.photos.add(
            Picked(saved(two_coloured((300, 400)), "JPEG")), lambda _photo: None, lambda _why: None, side,
            at=one.at.now - timedelta(hours=hours),
        )  # fmt: skip
        one.wait(lambda count=count: len(one.kept) == count + 1)
    return one


def show(album: Any, place: str, size: tuple[int, int, float]) -> None:
    width, height, text = size
    album.app.patient.settings.put("text_scale", str(text))
    album.stage.resize(width, height)
    if place == "check-in":
        album.at.check_in()
        album.app.router.place("check-in").take_photo(album.kept[-1])
    elif place == "photos":
        album.app.router.act("photos")
    elif place in ("photo", "draw-outline"):
        album.app.router.act(place, id=album.kept[-1])
    else:
        album.app.router.act(place)
    album.app.router.follow()
    album.stage.settle(8)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}dp-{size[2]}")
@pytest.mark.parametrize("place", ["photos", "photo", "compare", "add-photo", "draw-outline", "check-in"])
def test_everything_fits(album: Any, place: str, size: tuple[int, int, float]) -> None:
    show(album, place, size)
    assert misfits(album.app.shell) == []


@pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}dp-{size[2]}")
def test_the_guide_of_a_phone_fits_with_a_refusal(album: Any, size: tuple[int, int, float]) -> None:
    desk = album.app.deeds.photo_desk
    desk.__dict__["source"], desk._phone = _Camera(""), True
    show(album, "add-photo", size)
    album.app.router.place("photo-guide")._refused("Photo: this file is broken or cut off; choose another one.")
    album.app.router.follow()
    album.stage.settle(6)
    assert album.sees("Photo: this file is broken")
    assert album.stage.find("button", "Take a photo")
    assert not album.stage.find_all("textbox")
    assert misfits(album.app.shell) == []


def test_the_divider_moves_by_keys_and_says_how_much_of_each_is_seen(album: Any) -> None:
    # given the usual pair: the first of the left side, and the newest
    album.app.router.act("compare")
    album.stage.settle(6)
    [divider] = album.stage.find_all("slider")
    assert "Left, day 0, Mon 8 June, 17:48. Left, day 2, Wed 10 June, 08:48" in divider.name
    assert divider.value == "50 percent Mon 8 June, 50 percent today."
    # when it has the keyboard, then the arrows move it
    while album.stage.find_all("slider")[0] is not _focused():
        album.stage.key("tab")
    for _ in range(4):
        album.stage.key("right")
    assert divider.value == "70 percent Mon 8 June, 30 percent today."
    album.stage.key("left")
    assert divider.value == "65 percent Mon 8 June, 35 percent today."


def test_the_handle_follows_a_finger(album: Any) -> None:
    album.app.router.act("compare")
    album.stage.settle(6)
    [divider] = album.stage.find_all("slider")
    x, y = album.stage.middle(divider)
    album.stage.touch(x, y, to=(x - divider.width / 4, y))
    assert divider.at == pytest.approx(0.25, abs=0.03)


def test_both_pictures_are_upright_and_cut_alike(album: Any) -> None:
    album.app.router.act("compare")
    album.see_all()
    [divider] = album.stage.find_all("slider")
    (_, second), (_, first) = divider._drawn
    # both fill the frame from one scale, with the top of the picture at the top: red stands above blue
    assert second.tex_coords[1] == pytest.approx(first.tex_coords[1])
    assert second.tex_coords[5] == pytest.approx(first.tex_coords[5])
    assert first.tex_coords[1] > first.tex_coords[5]
    assert all(side.texture is not None for side in divider.sides)


def test_side_by_side_each_picture_says_what_it_is(album: Any) -> None:
    album.app.router.act("compare")
    album.stage.settle(6)
    album.tap("radio", "Side")
    assert [c.name for c in album.stage.find_all("image")] == [
        "Left, day 0, Mon 8 June, 17:48", "Left, day 2, Wed 10 June, 08:48",
    ]  # fmt: skip
    album.tap("radio", "Fade")
    assert album.stage.find_all("slider")


def test_another_picture_takes_the_place_of_the_one_chosen_first(album: Any) -> None:
    album.app.router.act("compare")
    album.stage.settle(6)
    album.tap("checkbox", "Front, day 1, Tue 9 June, 10:48")
    on = [c.name for c in album.stage.find_all("checkbox") if c.checked]
    assert on == ["Front, day 1, Tue 9 June, 10:48", "Left, day 2, Wed 10 June, 08:48"]


def test_a_new_picture_is_compared_with_the_older_one(album: Any) -> None:
    album.app.router.act("compare")
    album.stage.settle(6)
    album.tap("button", "New photo, same angle")
    # the side is that of the newer one
    assert album.at.chosen("radio", "Left")
    album.type(album.file())
    album.wait(lambda: album.at.place == "compare")
    album.stage.settle(6)
    on = [c.name for c in album.stage.find_all("checkbox") if c.checked]
    assert on == ["Left, day 0, Mon 8 June, 17:48", "Left, day 2, Wed 10 June, 09:48"]


def test_a_drawn_outline_stands_in_the_guide(album: Any) -> None:
    # given a line drawn on the newest picture of the left side
    album.app.router.act("photo", id=album.kept[-1])
    album.stage.settle(6)
    album.tap("button", "Draw an outline")
    album.see_all()
    board = album.app.router.place("photo-outline").screen._board
    x, y, wide, tall = board.box()
    album.stage.touch(x + wide * 0.2, y + tall * 0.5, to=(x + wide * 0.8, y + tall * 0.5))
    album.tap("button", "Save the outline")
    assert album.at.place == "photo"
    [line] = album.app.patient.photos.all()[-1].pose
    assert line[0] == pytest.approx((0.2, 0.5), abs=0.02)
    # when the next one is to be taken, then it is there
    album.app.router.act("photos")
    album.app.router.act("add-photo")
    album.app.router.act("photo-view", view="left")
    album.stage.settle(4)
    assert album.sees("The dotted line is your last photo.")
    assert album.app.router.place("photo-guide").screen._picture.outline == (line,)


def test_few_textures_are_held_and_none_after_leaving(album: Any) -> None:
    for number in range(6):
        album.app.router.act("photo", id=album.kept[number % 3])
        album.see_all()
    album.app.router.act("photos")
    album.see_all()
    assert album.pictures.held <= MOST_SMALL + MOST_LARGE
    album.app.router.go("today")
    album.stage.settle(4)
    assert not any(watcher.texture for watcher in album.pictures._watchers)


def test_leaving_ends_what_was_not_decoded_yet(album: Any) -> None:
    asked: list[str] = []
    photos = type(album.app.patient.photos)
    album.pictures._photos = lambda: _Slow(asked)
    album.app.router.act("photos")
    album.stage.settle(6)
    assert len(asked) == 1, photos
    album.app.router.go("today")
    album.stage.settle(4)
    album.pictures._failed("")
    # then nothing else is asked for
    album.stage.settle(4)
    assert len(asked) == 1


class _Slow:
    """Decoding that never ends."""

    def __init__(self, asked: list[str]) -> None:
        self._asked = asked

    def thumbnail(self, photo_id: str, _done: Any, _refused: Any) -> None:
        self._asked.append(photo_id)

    picture = thumbnail


class _Camera:
    """A phone whose camera is off for the app."""

    has_camera = has_dialog = True

    def __init__(self, path: str) -> None:
        self.path, self.opened = path, 0

    def take(self, done: Any) -> None:
        done(NoPicture("The camera is off for this app.", settings=True))

    def choose(self, done: Any) -> None:
        from aftercare.core.photo_port import Picked

        done(Picked(self.path))

    def open_camera_settings(self) -> bool:
        self.opened += 1
        return True


def test_a_camera_that_is_off_leads_to_the_settings_or_to_a_chosen_photo(photographer: Any) -> None:
    one = photographer
    camera = one.app.deeds.photo_desk.__dict__["source"] = _Camera(str(one.file(content=jpeg())))
    one.at.check_in()
    one.tap("button", "Add a photo")
    one.tap("button", "Take a photo")
    one.stage.wait(0.4)
    assert one.sees("The camera is off for this app.")
    one.tap("button", "Open phone settings")
    assert camera.opened == 1
    one.stage.wait(0.4)
    one.tap("button", "Take a photo")
    one.stage.wait(0.4)
    one.tap("button", "Choose a photo instead")
    one.wait(lambda: len(one.kept) == 1)
    one.wait(lambda: one.at.place == "check-in")


def _focused() -> Any:
    from screens.widgets.focus import focus

    return focus.control


@pytest.mark.parametrize("place", ["photo", "compare", "add-photo", "draw-outline"])
def test_help_is_one_touch_away_and_leads_back(album: Any, place: str) -> None:
    show(album, place, (390, 844, 1.0))
    before = album.at.place
    album.tap("button", "Feels wrong?")
    assert album.at.place == "help"
    album.tap("button", "Close")
    assert album.at.place == before


def test_the_outline_needs_no_finger(album: Any) -> None:
    # given a side whose lines of a face are known
    show(album, "draw-outline", (390, 844, 1.0))
    # when the ready-made ones are taken and one line is taken back
    album.tap("button", "Use a ready-made line")
    album.tap("button", "Take the last line back")
    album.tap("button", "Save the outline")
    pose = album.app.patient.photos.all()[-1].pose
    assert pose == face_outline("left")[:-1]
