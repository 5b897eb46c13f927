"""The sheet in which the clinic's city is looked for."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aftercare.presenters.add_session_when import WhenState
from aftercare.presenters.add_session_zones import search
from screens.widgets.entry import Entry
from screens.widgets.layout import Column
from screens.widgets.rows import ListRow
from screens.widgets.sheet import Sheet
from screens.widgets.surfaces import Card
from screens.widgets.text import Text


def zone_sheet(state: WhenState, choose: Callable[[str], None]) -> Sheet:
    """A field and, below it, the cities that fit; `choose` is called with the IANA name of the one pressed."""
    entry = Entry(state.search_label, hint=state.search_hint)
    found = Column()
    sheet = Sheet(state.zone_link, entry, found, spacing=12)

    def pick(zone: str) -> None:
        sheet.close()
        choose(zone)

    def row(number: int, title: str, subtitle: str, zone: str) -> Any:
        line = ListRow("", title, subtitle, line=number > 0, static=False, role="button")
        line.bind(on_press=lambda *_: pick(zone))
        return line

    def look(*_: Any) -> None:
        found.clear_widgets()
        choices = search(entry.text, state.moment)
        if choices:
            rows = [row(number, c.title, c.subtitle, c.zone) for number, c in enumerate(choices)]
            found.add_widget(Card(*rows, padding=[18, 2, 18, 2]))
        elif entry.text.strip():
            found.add_widget(Text(state.search_none, color="ink2"))
        elif state.zone_back:
            found.add_widget(Card(row(0, state.zone_back, "", state.device_zone), padding=[18, 2, 18, 2]))

    def take_first(*_: Any) -> None:
        choices = search(entry.text, state.moment)
        if choices:
            pick(choices[0].zone)

    entry.bind(text=look, on_return=take_first)
    look()
    def begin(*_: Any) -> None:
        # On a phone the keyboard would come up over the sheet before it can be read.
        if sheet.side and sheet.shown == 1:
            entry.take_keyboard(True)

    sheet.bind(shown=begin)
    return sheet
