"""The file that a camera app writes into on Android, and the Python calls around it. On a phone they never ran."""
from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from aftercare.adapters.photo_android_java import PyjniusPictures
from aftercare.adapters.photo_files import PHOTO_FOLDER
from tests.packaging.host_java import MISSING, Program

# The folder of an app's data, as main.py names it, below the app's own files.
HOME = "Aftercare"
READ_AND_WRITE = 3


@pytest.mark.skipif(bool(MISSING), reason=MISSING or "all is here")
def test_a_camera_app_writes_one_file_of_ours_and_reads_no_other(java: Program, tmp_path: Path) -> None:
    (tmp_path / "aftercare.json").write_text("secret")

    content, address, other = java.run(35, "org.aftercare.photos.Drop", str(tmp_path)).splitlines()

    assert content == "picture"
    assert set(address.split()) == {"content://org.aftercare.aftercare.photos/camera", "image/jpeg"}
    assert other == "closed"
    assert [file.name for file in (tmp_path / HOME / PHOTO_FOLDER).iterdir()] == ["camera"]


@dataclass
class File:
    """The file of the drop."""

    path: Path

    def delete(self) -> bool:
        self.path.unlink(missing_ok=True)
        return True

    def getPath(self) -> str:  # noqa: N802  Java's name
        return str(self.path)


@dataclass
class Intent:
    """android.content.Intent as far as we use it."""

    action: str
    told: dict[str, Any] = field(default_factory=dict)
    ACTION_GET_CONTENT = "android.intent.action.GET_CONTENT"
    CATEGORY_OPENABLE = "android.intent.category.OPENABLE"

    def __getattr__(self, name: str) -> Any:
        if name.startswith(("set", "add", "put")):
            return lambda *values: self.told.__setitem__(name, values)
        raise AttributeError(name)

    def getData(self) -> object:  # noqa: N802
        return self.told["setData"][0]


class Activity:
    """The app's activity, its parts as methods of one object."""

    def __init__(self, picture: Path) -> None:
        self.picture, self.started = picture, list[tuple[Intent, int]]()

    def startActivityForResult(self, intent: Intent, code: int) -> None:  # noqa: N802
        self.started.append((intent, code))

    def startActivity(self, intent: Intent) -> None:  # noqa: N802
        self.started.append((intent, 0))

    def getPackageName(self) -> str:  # noqa: N802
        return "org.aftercare.aftercare"

    def getPackageManager(self) -> Activity:  # noqa: N802
        return self

    def hasSystemFeature(self, name: str) -> bool:  # noqa: N802
        return name == "android.hardware.camera.any"

    def getContentResolver(self) -> Activity:  # noqa: N802
        return self

    def openFileDescriptor(self, address: object, mode: str) -> Activity:  # noqa: N802
        assert (address, mode) == ("content://picture", "r")
        self.descriptor = os.open(self.picture, os.O_RDONLY)
        return self

    def getFd(self) -> int:  # noqa: N802
        return self.descriptor

    def close(self) -> None:
        os.close(self.descriptor)


@pytest.fixture
def activity(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Activity:
    """An activity seen through stand-ins of pyjnius and of python-for-android."""
    made = Activity(tmp_path / "picture")
    drop = File(tmp_path / "camera")
    drop.path.write_text("a picture that nobody read")
    classes: dict[str, Any] = {
        "org.kivy.android.PythonActivity": type("PythonActivity", (), {"mActivity": made}),
        "android.net.Uri": type("Uri", (), {"fromParts": staticmethod(lambda *parts: parts)}),
        "android.content.Intent": Intent,
        "org.aftercare.photos.CameraDrop": type("CameraDrop", (), {
            "file": staticmethod(lambda _context: drop), "address": staticmethod(lambda _context: "content://drop"),
            "clip": staticmethod(lambda _context: "clip")}),
    }  # fmt: skip
    jnius = ModuleType("jnius")
    jnius.__dict__.update(autoclass=classes.__getitem__, cast=lambda _kind, value: value, detach=lambda: None)
    bound = ModuleType("android.activity")
    bound.__dict__["bind"] = lambda on_activity_result: setattr(made, "answer", on_activity_result)
    monkeypatch.setitem(sys.modules, "jnius", jnius)
    monkeypatch.setitem(sys.modules, "android.activity", bound)
    monkeypatch.setitem(sys.modules, "android", ModuleType("android"))
    return made


def test_the_camera_app_is_lent_our_file_after_what_was_in_it_is_gone(activity: Activity, tmp_path: Path) -> None:
    pictures = PyjniusPictures()
    assert not (tmp_path / "camera").exists()

    pictures.open_camera(7)

    [(intent, code)] = activity.started
    assert (intent.action, code) == ("android.media.action.IMAGE_CAPTURE", 7)
    assert intent.told == {
        "putExtra": ("output", "content://drop"), "setClipData": ("clip",), "addFlags": (READ_AND_WRITE,),
    }
    assert pictures.has_camera()
    assert pictures.camera_file() == str(tmp_path / "camera")


def test_the_gallery_is_asked_for_pictures_and_its_answer_is_read_within_bounds(activity: Activity) -> None:
    activity.picture.write_bytes(b"x" * 100)
    pictures, answers = PyjniusPictures(), list[tuple[int, bool, Any]]()
    pictures.on_result(lambda *answer: answers.append(answer))

    pictures.open_gallery(8)
    intent, _ = activity.started[0]
    intent.setData("content://picture")
    activity.answer(8, -1, intent)  # type: ignore[attr-defined]
    activity.answer(8, 0, None)  # type: ignore[attr-defined]

    assert (intent.action, intent.told["setType"]) == ("android.intent.action.GET_CONTENT", ("image/*",))
    assert [(code, well) for code, well, _ in answers] == [(8, True), (8, False)]
    assert pictures.content(answers[0][2], 60) == b"x" * 60


def test_the_settings_page_is_that_of_our_app(activity: Activity) -> None:
    PyjniusPictures().open_settings()

    [(intent, _)] = activity.started
    assert intent.action == "android.settings.APPLICATION_DETAILS_SETTINGS"
    assert intent.told["setData"] == (("package", "org.aftercare.aftercare", None),)


def test_off_android_there_is_no_such_library() -> None:
    with pytest.raises(ImportError):
        PyjniusPictures()
