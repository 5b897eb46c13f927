"""Scenes with pictures: drawn faces go through the real service into the folder of the scene."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, timedelta
from time import monotonic
from typing import TYPE_CHECKING

from kivy.base import EventLoop

from aftercare.core.photo import Photo
from aftercare.core.photo_outline import face_outline
from aftercare.core.photo_port import Picked
from aftercare.presenters import wording
from screens.drawn_faces import face

if TYPE_CHECKING:
    from screens.router import Router

Do = Callable[["Router"], None]
# Days ago, hour and minute, and how far the skin had healed.
COURSE = ((2, 17, 10, 0.0), (1, 9, 10, 0.25), (1, 20, 10, 0.5), (0, 8, 10, 0.8))
PATIENCE = 20.0


def photographed(tone: int = 1, side: str = "left", course: tuple[tuple[int, int, int, float], ...] = COURSE) -> Do:
    """Pictures of some days; the check-in of the same moment names each."""

    def take(router: Router) -> None:
        patient, clock = router.patient, router.patient.clock
        for ago, hour, minute, healed in course:
            now = wording.local(clock.now(), clock.zone())
            at = (now.replace(hour=hour, minute=minute) - timedelta(days=ago)).astimezone(UTC)
            added: list[Photo] = []
            patient.photos.add(Picked(face(tone, healed)), added.append, lambda _sentence: None, side, at=at)
            _wait(added.__len__)
            for each in patient.observations.all():
                if each.at == at.replace(microsecond=0) and added:
                    patient.observations.save(replace(each, photos=(added[0].id,)))

    return take


def newest(intent: str) -> Do:
    """An intent about the newest picture."""
    return lambda router: router.act(intent, id=router.patient.photos.all()[-1].id)


def outlined(router: Router) -> None:
    """An outline was drawn on the newest picture."""
    photos = router.patient.photos
    newest_one = photos.all()[-1]
    photos.outline(newest_one, newest_one.view, face_outline(newest_one.view))


def in_draft(router: Router) -> None:
    """The newest picture belongs to the check-in that is being filled in, which is shown where its pictures are."""
    router.place("check-in").take_photo(router.patient.photos.all()[-1].id)
    screen = router.place("check-in").screen
    router.follow()
    _wait(lambda: False, 0.2)
    screen._page.scroll_to(screen._photos, animate=False)


def refused(router: Router) -> None:
    """A file that is no picture was named."""
    router.act("typed-file", path=str(router.deeds.home / "aftercare.json"))
    _wait(lambda: not router.place("photo-guide").view.adding)


def developed(router: Router) -> None:
    """Everything in the window has its picture."""
    _wait(lambda: False, 0.1)
    _wait(lambda: router.deeds.photo_desk.pictures.resting)


def _wait(done: Callable[[], object], most: float = PATIENCE) -> None:
    end = monotonic() + most
    while not done() and monotonic() < end:
        EventLoop.idle()
