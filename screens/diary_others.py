"""The small charts below the large one: how every other symptom goes, at one look."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aftercare.presenters.recovery_state import OtherChart
from screens.widgets.layout import Column, Grid2, Row
from screens.widgets.sparkline import Sparkline
from screens.widgets.surfaces import PressCard
from screens.widgets.text import Icon, Text
from screens.widgets.tierchip import TierChip


class OtherCard(PressCard):
    """One symptom: its name, its line and how it stands."""

    def __init__(self, other: OtherChart, act: Callable[..., None]) -> None:
        name = Row(Icon(other.icon, 22, color="primary"), Text(other.name, style="label"), spacing=8, stack="tight")
        parts: list[Any] = [name, Sparkline(chart=other.drawing)]
        if other.word:
            parts.append(TierChip(other.mark, other.word, other.tone))
        super().__init__(
            *parts, name=other.spoken, spacing=8, padding=[16, 14, 16, 16],
            on_press=lambda *_: act("diary-chart", symptom=other.symptom),
        )  # fmt: skip


def other_charts(title: str, others: tuple[OtherChart, ...], act: Callable[..., None]) -> Column:
    """A heading and a card for each."""
    cards = Grid2(*(OtherCard(other, act) for other in others), spacing=12, role="list", name=title)
    return Column(Text(title, style="subhead"), cards, spacing=10, padding=[0, 8, 0, 0])
