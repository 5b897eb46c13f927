"""Everything about pictures that the screens share: where they come from, what is shown of them, taking one in."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kivy.clock import Clock

from aftercare.services.patient import Patient

if TYPE_CHECKING:
    from aftercare.core.photo import Photo
    from aftercare.core.photo_port import NoPicture, PhotoSource, Picked, PickedAnswer
    from aftercare.presenters.photo_guide import Ways
    from screens.pictures import Pictures


class PhotoDesk:
    """`make_source()` is the camera, gallery or file dialog of this device; it is made when one is wanted."""

    def __init__(self, patient: Patient, make_source: Callable[[], PhotoSource], phone: bool = False) -> None:
        self.patient, self._make_source, self._phone = patient, make_source, phone
        # Whether the camera or a dialog of the system is in front.
        self.away = False

    @cached_property
    def pictures(self) -> Pictures:
        from screens.pictures import Pictures

        return Pictures(lambda: self.patient.photos)

    def drop_pictures(self) -> None:
        """Let go of every picture; the screens that showed them are made anew."""
        pictures = self.__dict__.pop("pictures", None)
        if pictures is not None:
            pictures.let_go()

    @cached_property
    def source(self) -> PhotoSource:
        return self._make_source()

    @property
    def ways(self) -> Ways:
        """What this device offers."""
        from aftercare.presenters.photo_guide import Ways

        return Ways(self.source.has_camera, self.source.has_dialog, not self._phone)

    def take(self, done: Callable[[Picked | NoPicture | None], None]) -> None:
        """Have a picture taken; `done` follows where the window draws."""
        self._ask(self.source.take, done)

    def choose(self, done: Callable[[Picked | NoPicture | None], None]) -> None:
        """Have a picture chosen; `done` follows where the window draws."""
        self._ask(self.source.choose, done)

    def _ask(self, source: Callable[[PickedAnswer], None], done: PickedAnswer) -> None:
        self.away = True

        def back(answer: Picked | NoPicture | None) -> None:
            self.away = False
            done(answer)

        source(lambda answer: _in_window(back, answer))

    def add(
        self, picked: Picked, done: Callable[[Photo], None], refused: Callable[[str], None], view: str = "",
        at: datetime | None = None,
    ) -> None:  # fmt: skip
        """Take a picture in; one of the two follows where the window draws."""
        self.patient.photos.add(picked, done, refused, view, at=at)

    def remove(self, photo_ids: tuple[str, ...]) -> Callable[[], None]:
        """Delete pictures; the answer undoes it for as long as that is offered. Raises DataError."""
        self.pictures.forget(photo_ids)
        return self.patient.photos.remove(photo_ids)


def _in_window(done: Callable[[Any], None], answer: Any) -> None:
    Clock.schedule_once(lambda _dt: done(answer), 0)
