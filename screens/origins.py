"""The sheet that says where something comes from."""
from __future__ import annotations

from aftercare.presenters.origins import Origin, OriginPaper
from screens.widgets.layout import Column
from screens.widgets.sheet import Sheet
from screens.widgets.surfaces import Card, Separator
from screens.widgets.text import Text


def origin_sheet(paper: OriginPaper) -> Sheet:
    """The texts behind an advice or a chart, to be read; addresses are shown whole, since not all devices open them."""
    lead = paper.lead or paper.empty
    parts = [Text(lead)]
    if paper.origins:
        rows = []
        for number, origin in enumerate(paper.origins):
            rows += [Separator()] if number else []
            rows.append(_origin(origin))
        parts.append(Card(*rows, spacing=12, padding=[18, 16, 18, 16], radius=24, role="list", name=paper.title))
    parts.append(Text(paper.caution, style="small", color="ink2"))
    return Sheet(paper.title, *parts, spacing=16)


def _origin(origin: Origin) -> Column:
    words = [Text(origin.title, style="label_strong"), Text(origin.detail, style="small", color="ink2")]
    if origin.address:
        words.append(Text(origin.address, style="small", color="ink2"))
    return Column(*words, spacing=2)
