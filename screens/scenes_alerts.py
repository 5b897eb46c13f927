"""Scenes: alerts that reach the patient or do not, and data that cannot be read."""
from __future__ import annotations

from dataclasses import replace

from aftercare.core.data_errors import NewerData
from aftercare.core.data_loss import Loss
from aftercare.core.notify_port import Availability
from aftercare.words import gettext as _
from aftercare.words import marked
from screens.router import Router
from screens.scene import Do, Scene, ended, go


def damaged(router: Router) -> None:
    """A data file that ends in the middle."""
    home = router.deeds.home
    (home / "aftercare.json").write_text('{"sessions": {"1": ')
    router.go("today")


def newer(router: Router) -> None:
    """A newer version wrote the data, and something was to be saved."""
    router.name = "trouble"
    router.place("trouble").show(NewerData(str(router.deeds.home / "aftercare.json")))
    router.follow()


class Damage:
    """What damage has cost, and nobody was told yet."""

    def losses(self) -> tuple[Loss, ...]:
        return (Loss(2),)

    def losses_told(self) -> None:
        """It is said again in each picture."""


def lost(router: Router) -> None:
    """Some entries of the data file were damaged."""
    router.patient.own_losses = Damage()
    router.go("today")


def reach(found: Availability) -> Do:
    """Whether alerts can reach the patient."""

    def look(router: Router) -> None:
        said = replace(found, reason=_(found.reason), fix=_(found.fix))
        router.deeds.alerts.pulse.availability = said

    return look


NO_DAEMON = Availability(
    False,
    marked("No program on this computer shows alerts."),
    marked("Turn on notifications in your desktop, or install dunst."),
)


SCENES = (
    Scene("alerts", ended(), (reach(Availability(True)), go("alerts"))),
    Scene("alerts-denied", ended(), (reach(NO_DAEMON), go("alerts"))),
    Scene("today-alerts-denied", ended(), (reach(NO_DAEMON), go("today"))),
    Scene("today-lost-data", ended(), (lost,)),
    Scene("trouble", ended(), (damaged,)),
    Scene("trouble-newer", ended(), (newer,)),
)
