"""The sheet in which the language is chosen."""
from __future__ import annotations

from collections.abc import Callable

from aftercare.language import LANGUAGE_SETTING
from aftercare.presenters.more_language import LanguagePart
from screens.widgets.choices import PillGroup
from screens.widgets.sheet import Sheet
from screens.widgets.text import Text


def language_sheet(part: LanguagePart, intent: Callable[..., None]) -> Sheet:
    """A touch chooses and closes; everything is said in the new language at once."""
    group = PillGroup(part.choices, part.chosen, name=part.title, spacing=10)
    sheet = Sheet(part.title, group, Text(part.hint, style="small", color="ink2"))

    def choose(_group: PillGroup, code: str) -> None:
        sheet.close()
        intent("setting", name=LANGUAGE_SETTING, value=code)

    group.bind(chosen=choose)
    return sheet
