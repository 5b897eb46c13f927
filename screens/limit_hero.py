"""The card with the answer, on top of the sheet of one limit."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.limit_parts import Hero
from screens.widgets.layout import Column, Row
from screens.widgets.surfaces import Card, Separator
from screens.widgets.text import Text
from screens.widgets.theme import theme
from screens.widgets.tracks import PhaseTrack

# The part of the width that the day and the time take beside the countdown.
ASIDE = 0.62


class HeroCard(Card):
    """The answer: label and large words, a day and a time beside them, the track, a sentence."""

    def __init__(self, hero: Hero) -> None:
        self._label, self._big = Text(style="small", color="ink2"), Text(style="title")
        self._aside_top = Text(style="small", color="ink2", halign="right")
        self._aside = Text(style="subhead", halign="right", role="text")
        self._line = Text(style="small", color="ink2")
        self._beside: Any = Column(size_hint_x=ASIDE)
        self._track: Any = None
        super().__init__(spacing=12, padding=[18, 16, 18, 16], role="group")
        self._shape: Any = None
        theme.bind(large=self._lean)
        self._lean()
        self.show(hero)

    def show(self, hero: Hero) -> None:
        """Take what differs; nothing is made anew while the answer keeps its shape."""
        shape = (bool(hero.aside), hero.track is not None, bool(hero.line))
        if shape != self._shape:
            self._shape = shape
            self._arrange_parts(hero)
        self.name = hero.spoken
        self._label.text, self._big.text, self._line.text = hero.label, hero.big, hero.line
        self._aside_top.text, self._aside.text = hero.aside_top, hero.aside
        if hero.track is not None and self._track is not None:
            track = hero.track
            self._track.phases, self._track.now = list(track.phases), track.now
            self._track.labels, self._track.marks = list(track.labels), list(track.marks)
            self._track.clinic = track.clinic
            self._track.name = ", ".join(text for _at, text, _kind in sorted(track.labels))

    def _lean(self, *_: Any) -> None:
        # In large text the day stands below the countdown and not beside it.
        side = "left" if theme.large else "right"
        self._aside_top.halign, self._aside.halign = side, side
        self._beside.size_hint_x = 1 if theme.large else ASIDE

    def _arrange_parts(self, hero: Hero) -> None:
        self.clear_widgets()
        for part in (self._label, self._big, self._aside_top, self._aside, self._line, self._beside):
            if part.parent is not None:
                part.parent.remove_widget(part)
        main = Column(self._label, self._big)
        if hero.aside:
            for part in (self._aside_top, self._aside):
                self._beside.add_widget(part)
            self.add_widget(Row(main, self._beside, spacing=10, align="bottom", stack="large"))
        else:
            self.add_widget(main)
        if hero.track is not None:
            self._track = PhaseTrack()
            self.add_widget(Separator())
            self.add_widget(self._track)
        if hero.line:
            self.add_widget(self._line)
