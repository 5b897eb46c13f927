"""The sheet in which a phone number is entered: the clinic's, or the emergency number."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aftercare.core.help import checked_number
from aftercare.presenters.result_phone import PHONE_SETTING, phone_fault
from aftercare.presenters.result_state import PhoneForm
from screens.widgets.buttons import PushButton
from screens.widgets.entry import Entry
from screens.widgets.fault import FieldFault
from screens.widgets.layout import Column
from screens.widgets.sheet import Sheet
from screens.widgets.text import Text


def phone_sheet(form: PhoneForm, intent: Callable[..., None]) -> Sheet:
    """The sheet for the clinic's phone."""
    return number_sheet(form, PHONE_SETTING, phone_fault, intent)


def number_sheet(form: Any, setting: str, fault_of: Callable[[str], str], intent: Callable[..., None]) -> Sheet:
    """A field for a number; what cannot be called is said beside it and not stored.

    `form` has the words: title, label, number, hint and save.
    """
    entry, fault = Entry(form.label, text=form.number), FieldFault()
    entry.line.input_type = "tel"
    sheet = Sheet(form.title, Column(entry, fault), Text(form.hint, style="small", color="ink2"))

    def save(*_: Any) -> None:
        wrong = fault_of(entry.text)
        fault.say(wrong)
        if not wrong:
            entry.take_keyboard(False)
            sheet.close()
            intent("setting", name=setting, value=checked_number(entry.text) if entry.text.strip() else "")

    entry.bind(text=lambda *_: fault.say(""))
    entry.line.bind(on_text_validate=save)
    sheet.page.add_widget(PushButton(form.save, on_press=save))
    return sheet
