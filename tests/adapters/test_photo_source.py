"""Getting pictures: what the systems and plyer do wrong ends in an answer, and nothing waits on the window."""
from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from aftercare.adapters.photo_source import DesktopSource, dialog_of, dialog_program, photo_source
from aftercare.adapters.photo_source_android import CAMERA, GALLERY, AndroidSource
from aftercare.adapters.photo_source_ios import IosSource
from aftercare.core.photo_errors import MOST_FILE_BYTES
from aftercare.core.photo_port import NoPicture, Picked

Answer = Picked | NoPicture | None
NO_DIALOG = NoPicture("No file dialog here; type the file’s name, or drop it on the window.")
CAMERA_OFF = NoPicture("The camera is off for this app.", settings=True)
NO_GALLERY = NoPicture("The photos on this phone did not open; try it once more.")


class Dialog:
    """plyer's file dialog of a desktop: it waits until it is answered."""

    def __init__(self, answer: list[str] | Exception | None, patient: threading.Event | None = None) -> None:
        self._answer, self._patient = answer, patient

    def open_file(self, **_how: Any) -> list[str] | None:
        if self._patient:
            self._patient.wait(10)
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer


def chosen(dialog: Dialog, program: str | None = "gnome") -> Answer:
    answers = SimpleQueue[Answer]()
    DesktopSource("linux", lambda _system: dialog, lambda: program).choose(answers.put)
    return answers.get(timeout=10)


@pytest.mark.parametrize(
    ("answer", "picked"),
    [
        (["/home/eva/cheek.jpg"], Picked("/home/eva/cheek.jpg")),
        (["/home/eva/left", "right.jpg"], Picked("/home/eva/left|right.jpg")),
        (None, None),
        ([""], None),
        (OSError("No back-end available"), NO_DIALOG),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), NO_DIALOG),
    ],
)
def test_what_the_dialog_answers_is_handed_on(answer: list[str] | Exception | None, picked: Answer) -> None:
    assert chosen(Dialog(answer)) == picked


def test_without_a_dialog_program_another_way_is_named() -> None:
    source = DesktopSource("linux", lambda _system: Dialog(None), lambda: None)
    answers: list[Answer] = []

    source.choose(answers.append)

    assert (source.has_dialog, answers) == (False, [NO_DIALOG])


def test_the_window_is_free_while_the_dialog_waits_and_only_one_is_open() -> None:
    patient, answers = threading.Event(), SimpleQueue[Answer]()
    source = DesktopSource("linux", lambda _system: Dialog(["/a.jpg"], patient), lambda: "gnome")

    source.choose(answers.put)
    assert answers.empty()
    source.choose(answers.put)
    assert answers.get(timeout=10) == NoPicture("A file dialog is open already; answer that one first.")
    patient.set()
    assert answers.get(timeout=10) == Picked("/a.jpg")
    source.choose(answers.put)

    assert answers.get(timeout=10) == Picked("/a.jpg")


def test_a_desktop_has_no_camera() -> None:
    answers: list[Answer] = []
    source = DesktopSource()

    source.take(answers.append)

    assert (source.has_camera, source.open_camera_settings()) == (False, False)
    assert answers == [NoPicture("There is no camera here; choose a photo instead.")]


@pytest.mark.parametrize(
    ("programs", "name"), [({"zenity", "yad"}, "gnome"), ({"kdialog"}, "kde"), ({"yad"}, "yad"), (set(), None)]
)
def test_any_dialog_program_will_do(programs: set[str], name: str | None) -> None:
    assert dialog_program(lambda program: program if program in programs else None) == name


def test_plyer_itself_asks_a_program_and_reads_its_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zenity = tmp_path / "zenity"
    zenity.write_text("#!/bin/sh\nprintf '%s' '/home/eva/my cheek.jpg'\n")
    zenity.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    answers = SimpleQueue[Answer]()

    DesktopSource("linux", dialog_of, lambda: "gnome").choose(answers.put)

    assert answers.get(timeout=10) == Picked("/home/eva/my cheek.jpg")


class Apps:
    """The camera and the gallery of an Android phone. `answer(code, ...)` is the patient coming back from them."""

    def __init__(self, trouble: Exception | None = None) -> None:
        self.trouble, self.opened = trouble, list[int]()
        self.answer: Callable[[int, bool, object], None] = lambda *_: None

    def has_camera(self) -> bool:
        self._maybe_fail()
        return True

    def open_camera(self, code: int) -> None:
        self._maybe_fail()
        self.opened.append(code)

    open_gallery = open_camera

    def on_result(self, told: Callable[[int, bool, object], None]) -> None:
        self.answer = told

    def camera_file(self) -> str:
        return "/data/camera"

    def content(self, answer: object, most: int) -> bytes:
        self._maybe_fail()
        assert answer == "address"
        return b"x" * min(most, MOST_FILE_BYTES + 7)

    def open_settings(self) -> None:
        self._maybe_fail()

    def _maybe_fail(self) -> None:
        if self.trouble:
            raise self.trouble


def test_what_the_camera_of_android_wrote_is_ours() -> None:
    apps, answers = Apps(), list[Answer]()
    AndroidSource(lambda: apps).take(answers.append)

    apps.answer(CAMERA, True, None)
    apps.answer(CAMERA, True, None)

    assert (apps.opened, answers) == ([CAMERA], [Picked("/data/camera", ours=True)])


def test_the_gallery_of_android_is_read_away_from_its_thread_and_bounded() -> None:
    apps, answers = Apps(), SimpleQueue[Answer]()
    AndroidSource(lambda: apps).choose(answers.put)

    apps.answer(GALLERY, True, "address")

    assert answers.get(timeout=10) == Picked(b"x" * (MOST_FILE_BYTES + 1))


def test_turning_back_and_answers_to_others_are_told_apart() -> None:
    apps, answers = Apps(), list[Answer]()
    AndroidSource(lambda: apps).take(answers.append)

    apps.answer(4711, True, None)
    assert answers == []
    apps.answer(CAMERA, False, None)

    assert answers == [None]


def test_an_android_phone_that_breaks_answers_in_a_sentence() -> None:
    apps, answers = Apps(RuntimeError("ActivityNotFoundException")), SimpleQueue[Answer]()
    source = AndroidSource(lambda: apps)

    source.take(answers.put)
    source.choose(answers.put)

    assert [answers.get(timeout=10), answers.get(timeout=10)] == [CAMERA_OFF, NO_GALLERY]
    assert (source.has_camera, source.open_camera_settings()) == (False, False)
    apps.trouble = None
    source.choose(answers.put)
    apps.trouble = RuntimeError("the picture is in a cloud")
    apps.answer(GALLERY, True, "address")
    assert answers.get(timeout=10) == NO_GALLERY


class IosParts:
    """plyer's camera and gallery of iOS."""

    def __init__(self, camera: bool = True, content: bytes = b"x", paths: list[Any] | None = None) -> None:
        self._camera, self._content, self._paths = camera, content, paths or []

    def __call__(self, _name: str) -> IosParts:
        return self

    def _take_picture(self, on_complete: Callable[[str], bool], filename: str) -> bool:
        if self._camera:
            Path(filename).write_bytes(self._content)
            assert not on_complete(filename), "plyer would delete what nobody has read yet"
        return self._camera

    def open_file(self, on_selection: Callable[[list[Any]], None]) -> None:
        on_selection(self._paths)


def ios(tmp_path: Path, parts: Callable[[str], Any]) -> list[Answer]:
    answers = list[Answer]()
    source = IosSource(tmp_path / "photos", parts)
    source.take(answers.append)
    source.choose(answers.append)
    return answers


def test_an_iphone_gives_what_it_took_and_what_was_chosen(tmp_path: Path) -> None:
    taken, from_gallery = ios(tmp_path, IosParts(paths=[b"/tmp/a.png"]))

    assert isinstance(taken, Picked)
    assert Path(str(taken.source)).parent == tmp_path / "photos"
    assert (taken.ours, from_gallery) == (True, Picked("/tmp/a.png", ours=True))


def test_an_iphone_without_a_camera_or_with_an_empty_answer_says_so(tmp_path: Path) -> None:
    def missing(_name: str) -> Any:
        raise ImportError("photolibrary")

    no_camera = NoPicture("There is no camera here; choose a photo instead.")
    assert ios(tmp_path, IosParts(camera=False)) == [no_camera, None]
    assert ios(tmp_path, IosParts(content=b""))[0] is None
    assert ios(tmp_path, missing) == [CAMERA_OFF, NO_GALLERY]


@pytest.mark.parametrize(("system", "kind"), [("linux", DesktopSource), ("android", AndroidSource), ("ios", IosSource)])
def test_each_system_has_its_own_source(tmp_path: Path, system: str, kind: type) -> None:
    assert isinstance(photo_source(tmp_path, system), kind)
