"""The sheet with everything that the clinic should hear about."""
from __future__ import annotations

from aftercare.presenters.self_check_paper import FullList, PaperGroup
from screens.widgets.layout import Column
from screens.widgets.sheet import Sheet
from screens.widgets.surfaces import Card, Separator
from screens.widgets.text import Text


def full_list_sheet(paper: FullList) -> Sheet:
    """The sheet, to be read."""
    groups = [_group(group) for group in paper.groups]
    note = Text(paper.note, style="small", color="ink2")
    return Sheet(paper.title, Text(paper.lead, color="ink2"), *groups, note, spacing=16)


def _group(group: PaperGroup) -> Column:
    card = Card(spacing=12, padding=[18, 14, 18, 14], role="list", name=group.title)
    for number, (title, line) in enumerate(group.rows):
        if number:
            card.add_widget(Separator())
        card.add_widget(Column(Text(title, style="label_strong"), Text(line, style="small", color="ink2"), spacing=2))
    return Column(Text(group.title, style="subhead"), card, spacing=8)
