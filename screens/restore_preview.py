"""What is in a backup beside what is here, and the two ways to put it in."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aftercare.presenters.restore_state import ModeRow, RestoreState
from screens.widgets.badgechoice import BadgeChoice
from screens.widgets.counttable import CountTable
from screens.widgets.halved import Halved
from screens.widgets.layout import Column, Row
from screens.widgets.surfaces import Banner, Card, Separator
from screens.widgets.text import Icon, Text

Intent = Callable[..., None]


def preview_parts(state: RestoreState, intent: Intent) -> list[Any]:
    """The widgets of the preview; a way that is pressed asks for "restore-mode" (mode)."""
    if state.kinds:
        return _alone(state)
    rows = [(row.icon, row.title, row.backup, row.here, row.spoken) for row in state.rows]
    table = CountTable(state.columns, rows, name=state.heading)
    ways = [_way(mode, number > 0, intent) for number, mode in enumerate(state.modes)]
    ways_card = Card(*ways, padding=[18, 4, 18, 4], role="group", name=state.how)
    found = Column(
        Banner(state.whole, icon="shield-check-fill", tone="ok"), Card(table, padding=[18, 6, 18, 4]), spacing=12
    )
    if state.newer:
        found.add_widget(Text(state.newer, style="small", color="ink2"))
    return [Halved(found, Column(Text(state.how, style="subhead"), ways_card, spacing=10), spacing=16)]


def _alone(state: RestoreState) -> list[Any]:
    """What is in a backup that nothing here can be set beside."""
    kinds = [
        Row(Icon(icon, color="primary"), Text(words, style="label"), spacing=14, padding=[0, 11, 0, 11])
        for icon, words in state.kinds
    ]
    rows = [part for kind in kinds for part in (Separator(), kind)][1:]
    return [
        Banner(state.whole, icon="shield-check-fill", tone="ok"), Card(*rows, padding=[18, 2, 18, 2]),
        Column(*(Text(note, style="small", color="ink2") for note in state.notes), spacing=4),
    ]  # fmt: skip


def _way(mode: ModeRow, line: bool, intent: Intent) -> BadgeChoice:
    row = BadgeChoice(title=mode.title, subtitle=mode.subtitle, badge=mode.badge, on=mode.chosen, line=line)
    row.bind(on_press=lambda *_: intent("restore-mode", mode=mode.mode))
    return row
