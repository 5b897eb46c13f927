"""Why a picture is not taken in, each as one clear sentence, and the bounds that decide it."""
from __future__ import annotations

from aftercare.core.data_errors import DataError
from aftercare.core.errors import InvalidInput
from aftercare.words import gettext as _

FIELD = "photo"
# Of what is handed in. A JPEG is decoded at a fraction of its size; anything else is held in memory as a whole.
MOST_FILE_BYTES = 32 * 1024 * 1024
MOST_JPEG_PIXELS = 36_000_000
MOST_OTHER_PIXELS = 20_000_000
# Of what is kept.
LONGEST_SIDE = 2048
THUMBNAIL_SIDE = 320
MOST_KEPT_BYTES = 1_500_000
# How long a deletion can be undone.
UNDO_SECONDS = 6.0


class PhotoRefused(InvalidInput):
    """A picture that is not taken in; nothing was kept of it."""

    def __init__(self, message: str) -> None:
        super().__init__(FIELD, message)


class PhotoNotSaved(DataError):
    """A picture that could not be written; nothing was kept of it. `full`: the device has no room left."""

    def __init__(self, full: bool = False) -> None:
        super().__init__(
            _("The photo was not saved. Your device is full.") if full
            else _("The photo was not saved. Try it once more.")
        )  # fmt: skip
        self.full = full


class PhotoGone(DataError):
    """A kept picture whose file is missing or damaged."""

    def __init__(self) -> None:
        super().__init__(_("Photo: this picture cannot be shown, as its file is missing or damaged."))


def not_a_picture() -> PhotoRefused:
    return PhotoRefused(_("Photo: this is not a picture; use a JPEG, PNG or WebP file."))


def damaged() -> PhotoRefused:
    return PhotoRefused(_("Photo: this file is broken or cut off; choose another one."))


def gif() -> PhotoRefused:
    return PhotoRefused(_("Photo: GIF files are not taken in; choose a still JPEG, PNG or WebP file."))


def moving() -> PhotoRefused:
    return PhotoRefused(_("Photo: this picture moves; choose a still JPEG, PNG or WebP file."))


def heic() -> PhotoRefused:
    return PhotoRefused(_("Photo: HEIC files cannot be read here; save it as JPEG first."))


def too_many_pixels(most: int) -> PhotoRefused:
    """`most`: the pixels that are accepted."""
    text = _("Photo: this picture is too large; take one with {most} megapixels or fewer.")
    return PhotoRefused(text.format(most=most // 1_000_000))


def too_many_bytes() -> PhotoRefused:
    text = _("Photo: this file is too large; choose one with {most} MB or less.")
    return PhotoRefused(text.format(most=MOST_FILE_BYTES // (1024 * 1024)))


def missing() -> PhotoRefused:
    return PhotoRefused(_("Photo: this file is not there; choose another one."))


def folder() -> PhotoRefused:
    return PhotoRefused(_("Photo: this is a folder; choose one picture in it."))


def not_readable() -> PhotoRefused:
    return PhotoRefused(_("Photo: the app cannot open this file; choose another one."))


def in_example() -> PhotoRefused:
    return PhotoRefused(_("Photo: the example keeps none; add your own session first."))


def camera_off() -> str:
    """The phone does not let the app use its camera."""
    return _("The camera is off for this app.")


def no_camera() -> str:
    return _("There is no camera here; choose a photo instead.")


def no_dialog() -> str:
    return _("No file dialog here; type the file’s name, or drop it on the window.")


def no_gallery() -> str:
    return _("The photos on this phone did not open; try it once more.")
