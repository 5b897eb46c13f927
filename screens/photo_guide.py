"""Before a picture: the last one from this side with its outline, hints, and the ways to a picture."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.photos_state import GuideState
from screens.framed import FramedScreen
from screens.photo_top import photo_top
from screens.widgets.buttons import PushButton
from screens.widgets.entry import Entry
from screens.widgets.evenpills import EvenPills
from screens.widgets.fault import FieldFault
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.outline import OutlinedPicture
from screens.widgets.page import BottomAction, Frame, Page
from screens.widgets.sides import Sides
from screens.widgets.surfaces import Banner, Card
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme

WIDE_DP = 960


class GuideScreen(FramedScreen[GuideState]):
    """Renders a GuideState. Intents: "back", "help", "photo-view" (view), "take-photo", "choose-photo",
    "typed-file" (path).
    """

    rebuilt_on = ("large", "desktop")

    def __init__(self, pictures: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._pictures = pictures

    def frame(self, state: GuideState) -> object:
        """What is not changed in place."""
        return state.take, state.choose, state.typed, state.views

    def build(self, state: GuideState) -> None:
        self._title = photo_top(self, state.title, state.close, "x")
        self._lead = Text(color="ink2", halign="center")
        self._picture = OutlinedPicture(self._pictures, shape=4 / 3)
        self._caption = Text(style="small", color="ink2", halign="center")
        self._views = EvenPills(state.views, state.view, name=state.views_title, align="center")
        self._views.bind(chosen=lambda _group, view: self._side(view))
        self._fault, self._busy = FieldFault(), Column()
        shutter = self._shutter(state)
        news: list[Any] = [Column(self._busy, self._fault), *shutter]
        foot = BottomAction(Column(*news, spacing=8)) if shutter and not theme.large else None
        news = news if foot is None else []
        # So narrow that all of an upright picture is seen, and what follows begins on the same screen.
        middle = Column(self._picture, padding=[64, 0, 64, 0])
        left = Column(self._lead, middle, self._caption, spacing=10)
        # What is at the foot is in sight already; what is not stands before the hints.
        parts = [self._ways(state, news), self._hints(state)]
        right = Column(self._views, *(reversed(parts) if foot is not None else parts), spacing=16)
        body = Sides(left, right, spacing=32, from_dp=800) if self.desktop else Column(left, right, spacing=14)
        page = Page(body, padding=(4, 28), measure_dp=WIDE_DP if self.desktop else 640)
        self.add_widget(Frame(page, top=self._title, bottom=foot))

    def _hints(self, state: GuideState) -> Column:
        self._hint_words = [Text(style="small", color="ink2") for _ in state.hints]
        lines = [
            Row(Icon(icon, 24, color="primary"), Column(Text(title, style="label_strong"), words), spacing=12)
            for (icon, title, _), words in zip(state.hints, self._hint_words, strict=True)
        ]
        note = Text(state.hints_note, style="small", color="ink2")
        return Column(Card(*lines, spacing=12, padding=[16, 14, 16, 14]), note, spacing=8)

    def _shutter(self, state: GuideState) -> list[Any]:
        ways = [(state.take, "camera", "take-photo"), (state.choose, "images", "choose-photo")]
        there = [way for way in ways if way[0]]
        return [
            PushButton(
                words, icon=icon, kind="tonal" if number else "primary", on_press=lambda *_, i=intent: self.intent(i)
            )
            for number, (words, icon, intent) in enumerate(there)
        ]

    def _ways(self, state: GuideState, news: list[Any]) -> Column:
        parts: list[Any] = [*news]
        if state.typed:
            self._entry = Entry(state.typed, hint="" if theme.large else state.typed_hint)
            self._entry.bind(on_return=lambda *_: self._typed())
            add = PushButton(state.typed_add, kind="tonal", icon="plus", on_press=lambda *_: self._typed())
            parts += [self._entry, add, Text(state.drop, style="small", color="ink2", halign="center")]
        kept = Row(Icon("lock-simple", 20, color="ink2"), Text(state.kept, style="small", color="ink2"), spacing=8)
        return Column(*parts, kept, spacing=12)

    def show(self, state: GuideState) -> None:
        self._title.title.text, self._lead.text, self._caption.text = state.title, state.lead, state.caption
        self._views.chosen = state.view
        for words, (_, _, text) in zip(self._hint_words, state.hints, strict=True):
            words.text = text
        self._picture.outline = state.outline
        if state.last is not None:
            self._picture.show(state.last.id, state.last.name, large=True)
        else:
            self._picture.show_none(state.drawing)
        keep(self._busy, [Banner(state.adding, icon="hourglass-medium")] if state.adding else [])
        self._fault.say(state.fault)

    def _side(self, view: str) -> None:
        if self._state is not None and view != self._state.view:
            self.intent("photo-view", view=view)

    def _typed(self) -> None:
        if self._entry.text.strip():
            self.intent("typed-file", path=self._entry.text)
        elif self._state is not None:
            self._fault.say(self._state.typed_empty)
