"""The calls into Android for pictures, by pyjnius. Nothing here can be imported elsewhere, so all imports are late.

Make this object on the thread that runs Python's main program: Java finds our classes from no other.
"""
from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from typing import Any

ACTIVITY = "org.kivy.android.PythonActivity"
_APP_DETAILS = "android.settings.APPLICATION_DETAILS_SETTINGS"
_CAPTURE = "android.media.action.IMAGE_CAPTURE"
_READ_AND_WRITE = 1 | 2


class PyjniusPictures:
    """PictureApps through pyjnius. Raises ImportError off Android, and jnius.JavaException."""

    def __init__(self) -> None:
        jnius = importlib.import_module("jnius")
        self._jnius = jnius
        self._activity = jnius.autoclass(ACTIVITY).mActivity
        self._intent, self._uri = jnius.autoclass("android.content.Intent"), jnius.autoclass("android.net.Uri")
        self._drop = jnius.autoclass("org.aftercare.photos.CameraDrop")
        # A picture that the app did not live to read.
        self._drop.file(self._activity).delete()

    def has_camera(self) -> bool:
        return bool(self._activity.getPackageManager().hasSystemFeature("android.hardware.camera.any"))

    def open_camera(self, code: int) -> None:
        self._drop.file(self._activity).delete()
        intent = self._intent(_CAPTURE)
        address = self._drop.address(self._activity)
        intent.putExtra("output", self._jnius.cast("android.os.Parcelable", address))
        # The grant travels with the clip; the camera app gets this one file.
        intent.setClipData(self._drop.clip(self._activity))
        intent.addFlags(_READ_AND_WRITE)
        self._activity.startActivityForResult(intent, code)

    def open_gallery(self, code: int) -> None:
        intent = self._intent(self._intent.ACTION_GET_CONTENT)
        intent.setType("image/*")
        intent.addCategory(self._intent.CATEGORY_OPENABLE)
        self._activity.startActivityForResult(intent, code)

    def on_result(self, told: Callable[[int, bool, object], None]) -> None:
        activity = importlib.import_module("android.activity")
        activity.bind(on_activity_result=lambda code, result, intent: told(code, result == -1, intent))

    def camera_file(self) -> str:
        return str(self._drop.file(self._activity).getPath())

    def content(self, answer: Any, most: int) -> bytes:
        try:
            opened = self._activity.getContentResolver().openFileDescriptor(answer.getData(), "r")
            with open(os.dup(opened.getFd()), "rb") as file:
                content = file.read(most)
            opened.close()
            return content
        finally:
            self._jnius.detach()

    def open_settings(self) -> None:
        intent = self._intent(_APP_DETAILS)
        intent.setData(self._uri.fromParts("package", self._activity.getPackageName(), None))
        self._activity.startActivity(intent)
