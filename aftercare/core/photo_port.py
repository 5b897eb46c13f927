"""What keeping and getting pictures needs from the outside. Files are named by text, since the core knows no paths."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from aftercare.core.photo import Photo, PhotoDetails

# A picture to be taken in: the path of a file, or what is in it.
Source = str | bytes


@dataclass(frozen=True, slots=True)
class Pixels:
    """A decoded picture: three bytes (red, green, blue) a pixel, row by row from the top."""

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture as it is kept: two JPEGs that hold pixels and nothing else, and the size of the larger one."""

    picture: bytes
    thumbnail: bytes
    width: int
    height: int


class PhotoCodec(Protocol):
    """Decodes and encodes. Slow: never call it on the thread that draws."""

    def encode(self, source: Source) -> Encoded:
        """The picture upright, without anything else that the file says. Raises PhotoRefused."""
        ...

    def pixels(self, jpeg: bytes) -> Pixels:
        """A kept JPEG as pixels. Raises PhotoGone."""
        ...


class PhotoFiles(Protocol):
    """The one way to the bytes on the disk. Whoever encrypts them wraps this."""

    def names(self) -> frozenset[str]:
        """Every file that is there, leftovers of crashed writes included."""
        ...

    def read(self, name: str) -> bytes:
        """Raises PhotoGone."""
        ...

    def write(self, name: str, content: bytes) -> None:
        """Write a new file as a whole or not at all. Raises PhotoNotSaved."""
        ...

    def remove(self, name: str) -> None:
        """Delete a file for good; one that is not there is no fault."""
        ...


class Removal(Protocol):
    """Pictures that were deleted a moment ago: no longer listed, and still to be brought back."""

    def undo(self) -> None:
        """List them again as they were. Raises PhotoGone once their files are gone."""
        ...

    def finish(self) -> None:
        """Delete their files for good. After an undo it does nothing."""
        ...


class PhotoStore(Protocol):
    """The kept pictures. Saving keeps every stored field that this version does not know."""

    def all(self) -> tuple[Photo, ...]:
        """All of them, the oldest first."""
        ...

    def get(self, photo_id: str) -> Photo | None: ...

    def add(self, photo_id: str, source: Source, details: PhotoDetails) -> Photo:
        """Take a picture in. Raises PhotoRefused, PhotoNotSaved or DataError; then nothing of it is kept. Slow."""
        ...

    def save(self, photo: Photo) -> None:
        """Store what is said of a picture, such as its outline, over what was said before."""
        ...

    def read(self, photo_id: str) -> bytes:
        """The picture as a JPEG. Raises PhotoGone."""
        ...

    def thumbnail(self, photo_id: str) -> bytes:
        """The small picture as a JPEG. Raises PhotoGone."""
        ...

    def remove(self, photo_ids: Iterable[str]) -> Removal:
        """Stop listing pictures; unknown ids are passed over. An app that dies before `finish` is cleaned up after."""
        ...

    def clean(self) -> int:
        """Delete files that no listed picture owns, and say how many. To be called once, at the start."""
        ...


@dataclass(frozen=True, slots=True)
class Picked:
    """A picture that the patient took or chose. `ours`: a file made for us alone, deleted once it was read."""

    source: Source
    ours: bool = False


@dataclass(frozen=True, slots=True)
class NoPicture:
    """Why there is none, as one sentence. `settings`: the phone's settings can change that."""

    sentence: str
    settings: bool = False


# What became of asking; None when the patient turned back.
PickedAnswer = Callable[[Picked | NoPicture | None], None]


class PhotoSource(Protocol):
    """Where pictures come from. Every call returns at once; `done` is called once and may come on another thread."""

    @property
    def has_camera(self) -> bool: ...

    @property
    def has_dialog(self) -> bool:
        """Whether the system lets one choose a file. If not, a path is typed or a file is dropped."""
        ...

    def take(self, done: PickedAnswer) -> None: ...

    def choose(self, done: PickedAnswer) -> None: ...

    def open_camera_settings(self) -> bool:
        """Open the page where the patient allows the camera. False when there is none."""
        ...
