"""The clinic's phone number: kept as a setting, with the checks of the emergency number."""
from __future__ import annotations

from collections.abc import Mapping

from aftercare.core.errors import InvalidInput
from aftercare.core.help import checked_number
from aftercare.presenters.result_state import PhoneForm
from aftercare.words import gettext as _

PHONE_SETTING = "clinic_phone"


def clinic_phone(settings: Mapping[str, str]) -> str:
    """The number, or empty where none is stored or it cannot be called."""
    stored = settings.get(PHONE_SETTING, "")
    return "" if not stored or phone_fault(stored) else checked_number(stored)


def phone_fault(text: str) -> str:
    """Empty, or the sentence beside the field when a number cannot be called."""
    try:
        checked_number(text)
    except InvalidInput:
        return _("Phone of your clinic: use 2 to 15 digits, with spaces or a + in front if needed.")
    return ""


def phone_form(settings: Mapping[str, str]) -> PhoneForm:
    """The words of the sheet."""
    return PhoneForm(
        title=_("Phone of my clinic"),
        label=_("Number to call with questions"),
        number=clinic_phone(settings),
        hint=_("It stays on this device."),
        save=_("Save"),
    )
