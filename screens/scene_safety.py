"""Scenes of backups, deleting and the lock: everything goes through the real services into the folder of the scene."""
from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aftercare.core.observation import SymptomReport
from aftercare.services.checkins import new_observation
from screens.scene_photos import _wait

if TYPE_CHECKING:
    from screens.router import Router

Do = Callable[["Router"], None]
PASSWORD = "a long password"
SHOWN_FOLDER = "/home/ana/Documents"


def in_folder(place: str) -> Do:
    """A page of data, with a folder whose name fits a picture."""

    def open_it(router: Router) -> None:
        router.act(place)
        router.act("backup-folder", path=SHOWN_FOLDER)

    return open_it


def _folder(router: Router) -> str:
    # Beside the data: among it no backup is saved.
    folder = router.deeds.home.with_name(f"{router.deeds.home.name}-2")
    folder.mkdir(parents=True, exist_ok=True)
    return str(folder)


def _rest(router: Router, place: str) -> None:
    _wait(lambda: not router.place(place).view.busy)
    router.follow()


def saved(router: Router) -> None:
    """A backup was saved just now."""
    router.act("backup")
    router.act("save-backup", folder=_folder(router), password="")
    _rest(router, "backup")
    router.act("backup-folder", path=SHOWN_FOLDER)


def daily(router: Router) -> None:
    """Backups of every day are on."""
    router.act("backup")
    router.act("daily-backup", on=True, folder=_folder(router), password="")
    _rest(router, "backup")


def _opened(router: Router, password: str = "") -> None:
    from dataclasses import replace

    router.act("backup")
    router.act("save-backup", folder=_folder(router), password=password)
    _rest(router, "backup")
    path = str(next(Path(_folder(router)).iterdir()))
    patient = router.patient
    now, zone = patient.clock.now(), patient.clock.zone()
    # What is newer here than in the backup.
    patient.check_in(new_observation(now, now, zone, patient.snapshot().last, [SymptomReport("redness", "mild")]))
    [session] = patient.own_sessions.all()
    patient.own_sessions.save(replace(session, minutes=40))
    router.act("open-backup")
    router.act("look-backup", path=path, password="")
    _rest(router, "open-backup")


def previewed(router: Router) -> None:
    """What is in a backup, beside what is here."""
    _opened(router)


def asked_for_password(router: Router) -> None:
    """A backup with a password, and a wrong one was typed."""
    _opened(router, PASSWORD)
    router.act("look-backup", password="something else")
    _rest(router, "open-backup")


def refused(router: Router) -> None:
    """A file that is no backup."""
    path = router.deeds.home / "holiday.aftercare"
    path.write_bytes(b"A letter.")
    router.act("open-backup")
    router.act("look-backup", path=str(path), password="")
    _rest(router, "open-backup")


def put_in(router: Router) -> None:
    """The previewed backup was put in."""
    router.act("put-in")
    _rest(router, "open-backup")


def erased(router: Router) -> None:
    """Everything was deleted."""
    router.act("erase")
    router.act("erase-tick", on=True)
    router.act("erase-now", code="")
    _rest(router, "erase")


def unreadable(router: Router) -> None:
    """The data file was overwritten with something else."""
    (router.deeds.home / "aftercare.json").write_bytes(b"nothing of ours " * 40)
    router.follow()
    trouble = router.place("trouble")
    _wait(lambda: trouble._found is not None)
    router.follow()


def _rescued(router: Router) -> None:
    _rest(router, "rescue")


def rescue_previewed(router: Router) -> None:
    """The last backup was opened, since the data cannot be read."""
    daily(router)
    unreadable(router)
    router.act("use-backup", path=router.place("trouble")._found[0].path)
    _rescued(router)


def rescue_chosen(router: Router) -> None:
    """Another backup is to be chosen."""
    rescue_previewed(router)
    router.act("other-backup")


def rescue_put_in(router: Router) -> None:
    """The last backup has taken the place of the data."""
    rescue_previewed(router)
    router.act("put-in")
    _rescued(router)


def both_kept(router: Router) -> None:
    """A backup was put in that differs from what is here: a session, a check-in, and the clinic's word."""
    from dataclasses import replace

    patient = router.patient
    now, zone = patient.clock.now(), patient.clock.zone()
    # The backup is of yesterday.
    clock: Any = patient.clock
    clock._moment = yesterday = now - timedelta(hours=14)
    [session] = patient.own_sessions.all()
    patient.own_sessions.save(session)
    made = new_observation(yesterday, yesterday, zone, session, [SymptomReport("redness", "strong")])
    patient.check_in(made)
    patient.clinic_said(session.id, "sauna", 72.0)
    router.act("backup")
    router.act("save-backup", folder=_folder(router), password="")
    _rest(router, "backup")
    clock._moment = now
    patient.own_sessions.save(replace(session, minutes=45))
    patient.check_in(replace(made, symptoms=(SymptomReport("redness", "mild"),)))
    patient.clinic_said(session.id, "sauna", 120.0)
    router.act("open-backup")
    router.act("look-backup", path=str(next(Path(_folder(router)).iterdir())), password="")
    _rest(router, "open-backup")
    put_in(router)


def versions(router: Router) -> None:
    """Both versions of what differed."""
    both_kept(router)
    router.act("versions")
    _wait(lambda: router.place("versions").view.found is not None)
    router.follow()


def all_given_up(router: Router) -> None:
    """None of the other versions is left."""
    from dataclasses import replace

    place = router.place("versions")
    place.view = replace(place.view, found=())
    router.follow()
