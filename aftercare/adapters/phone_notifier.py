"""Whether a phone may show our alerts. It shows them by itself, so nothing is ever shown from here."""
from __future__ import annotations

from collections.abc import Sequence

from aftercare.core.notify_port import Availability, Delivery, Message
from aftercare.core.phone_port import PermissionState, PhoneHost
from aftercare.words import gettext as _


class PhoneNotifier:
    """The Notifier of a phone. A test is an alarm that is due at once, armed like any other."""

    def __init__(self, phone: PhoneHost) -> None:
        self._phone = phone

    def availability(self) -> Availability:
        """Whether the phone holds our alarms and may show them; see Notifier."""
        if not (found := self._phone.scheduler.available()).ok:
            return found
        match self._phone.permissions.notifications():
            case PermissionState.ASK:
                return Availability(
                    False, _("Your phone has not allowed our alerts yet."), _("You can hide the wording."), ask=True)
            case PermissionState.SETTINGS:
                return Availability(
                    False, _("Your phone blocks our alerts."), _("Allow notifications of Aftercare in its settings."))
        return Availability(True)

    def show(self, message: Message) -> Delivery:
        """Always a failure with its reason: see `PhoneHost.scheduler`."""
        return Delivery(False, _("On a phone, alerts come from the phone itself."))

    def close(self, keys: Sequence[str]) -> None:
        """Nothing: see `SpeakingScheduler.close`."""
