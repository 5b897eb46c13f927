"""The sheet in which the clinic's phone number is entered."""
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
    """A field for the number; what cannot be called is said beside it and not stored."""
    entry, fault = Entry(form.label, text=form.number), FieldFault()
    entry.line.input_type = "tel"
    sheet = Sheet(form.title, Column(entry, fault), Text(form.hint, style="small", color="ink2"))

    def save(*_: Any) -> None:
        wrong = phone_fault(entry.text)
        fault.say(wrong)
        if not wrong:
            entry.take_keyboard(False)
            sheet.close()
            intent("setting", name=PHONE_SETTING, value=checked_number(entry.text))

    entry.bind(text=lambda *_: fault.say(""))
    entry.line.bind(on_text_validate=save)
    sheet.page.add_widget(PushButton(form.save, on_press=save))
    return sheet
