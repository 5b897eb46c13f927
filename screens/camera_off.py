"""What is offered where the phone does not let the app use its camera."""
from __future__ import annotations

from collections.abc import Callable

from aftercare.words import gettext as _
from screens.widgets.buttons import PushButton
from screens.widgets.sheet import Sheet
from screens.widgets.text import Text


def camera_sheet(sentence: str, open_settings: Callable[[], bool], choose: Callable[[], None]) -> Sheet:
    """Says why there is no picture, and the two ways on."""
    sheet = Sheet(sentence, Text(_("You can allow it in the settings of your phone."), color="ink2"))

    def then(way: Callable[[], object]) -> None:
        sheet.close()
        way()

    settings = PushButton(_("Open phone settings"), on_press=lambda *_: then(open_settings))
    other = PushButton(_("Choose a photo instead"), kind="tonal", icon="images", on_press=lambda *_: then(choose))
    sheet.page.add_widget(settings)
    sheet.page.add_widget(other)
    return sheet
