"""Check in: emergency first, then how the skin is, for one hand and half a minute."""
from __future__ import annotations

from typing import Any

from kivy.clock import Clock

from aftercare.presenters.check_in_state import CheckInState, Chip, SymptomCard
from aftercare.presenters.check_in_temperature import UNIT_SETTING
from screens.check_in_cards import StrengthCard, Thermometer, red_card
from screens.check_in_photos import PhotosRow
from screens.check_in_when import WhenPart
from screens.framed import FramedScreen
from screens.widgets.buttons import Pill, PushButton
from screens.widgets.fault import FieldFault
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Flow, Row
from screens.widgets.notebox import NoteBox
from screens.widgets.page import WIDE_DP, BottomAction, Frame, Page
from screens.widgets.sides import Sides
from screens.widgets.surfaces import Banner
from screens.widgets.text import Text
from screens.widgets.theme import theme
from screens.widgets.topbar import TopBar

# A note is kept when typing rests, so that a call in the middle of a sentence costs no words.
REST = 0.6


class SignChip(Pill):
    """Something else that is there, or not."""

    def __init__(self, chip: Chip, **kwargs: Any) -> None:
        super().__init__(chip.word, role="checkbox", tone="outline", **kwargs)
        self.show(chip)

    def show(self, chip: Chip) -> None:
        """Show whether it was named."""
        self.tone, self.checked, self.icon = ("on" if chip.on else "outline"), chip.on, "check-bold" if chip.on else ""

    def natural_width(self) -> float:
        wanted = super().natural_width()
        # Measuring puts the words on one line; they stay wrapped where the width does not change.
        self.fit(self.width)
        return wanted


class CheckInScreen(FramedScreen[CheckInState]):
    """Renders a CheckInState. Intents: "close", "help", "answer" (field, value), "setting" (the unit),
    "save-check-in", "add-photo", "photo" (id), "drop-photo" (id).
    """

    rebuilt_on = ("large", "desktop")

    def __init__(self, pictures: Any = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._pictures = pictures
        self._cards: dict[str, StrengthCard] = {}
        self._chips: dict[str, SignChip] = {}
        self._page: Page | None = None
        self._keep_note = Clock.create_trigger(self._hand_in, REST)

    def begin(self) -> None:
        """Another check-in is shown next: at its top, with nothing of the last one."""
        self._keep_note.cancel()
        super().begin()

    def frame(self, state: CheckInState) -> object:
        """What is not changed in place."""
        return state.title, state.asked

    def build(self, state: CheckInState) -> None:
        self._cards, self._chips = {}, {}
        self._make(state)

    def _make(self, state: CheckInState) -> None:
        self._heading, self._lead = Text(style="title"), Text(color="ink2")
        self._resumed, self._symptoms = Column(), Column(spacing=12)
        self._none = Pill(state.all_none, tone="primarySoft", role="checkbox")
        self._none.bind(on_press=lambda *_: self._answer("none", self._now().asked))
        none = Row(Text(state.all_none_lead, style="label", color="ink2"), self._none, spacing=12)
        self._flow, self._extra = Flow(spacing=8), Column(spacing=12)
        self._hints = Column(spacing=6)
        self._temperature = Thermometer(
            state.temperature, self._answer, lambda unit: self.intent("setting", name=UNIT_SETTING, value=unit)
        )
        self._when = WhenPart(state.when, self._answer)
        self._note = NoteBox(state.note_title, hint=state.note_hint, text=state.note)
        self._note.bind(text=lambda *_: self._keep_note(), on_enter=lambda *_: self._hand_in())
        self._photos = PhotosRow(self._pictures, self.intent)
        self._fault = FieldFault()
        self._save = PushButton(state.action, on_press=lambda *_: self._finish())
        lower = Column(
            Column(Text(state.more_title, style="heading"), self._flow, self._extra, self._hints, spacing=12),
            Column(Text(state.temperature.title, style="heading"), self._temperature, spacing=10),
            self._when,
            self._photos,
            self._note,
            spacing=24,
        )
        self._saved = Text(state.saved, style="small", color="ink2", halign="center")
        head = Column(self._heading, self._lead, spacing=2)
        red = red_card(state.red, lambda: self.intent("help"))
        upper = Column(red, none, self._symptoms, spacing=12)
        body = Sides(upper, lower, spacing=32, from_dp=900) if self.desktop else Column(upper, lower, spacing=24)
        action = Column(self._fault, self._save, spacing=8)
        foot = BottomAction(action) if not theme.large else None
        if foot is None:
            body.add_widget(action)
        measure = WIDE_DP if self.desktop else 640
        self._page = Page(
            Column(head, self._resumed), body, self._saved,
            spacing=16, padding=(4, 28), measure_dp=measure,
        )  # fmt: skip
        top = TopBar(
            state.title, on_back=self._close, back_name=state.close, back_icon="x", padding=[8, 12, 8, 4],
            measure_dp=measure,
        )  # fmt: skip
        self.add_widget(Frame(self._page, top=top, bottom=foot))

    def show(self, state: CheckInState) -> None:
        self._heading.text, self._lead.text = state.heading, state.lead
        self._show_resumed(state)
        self._none.tone, self._none.checked = ("on" if state.all_none_on else "primarySoft"), state.all_none_on
        self._none.icon = "check-bold" if state.all_none_on else ""
        keep(self._symptoms, [self._card(card) for card in state.cards])
        keep(self._flow, [self._chip(chip) for chip in state.chips])
        keep(self._extra, [self._card(card) for card in state.extra])
        if len(self._hints.children) != len(state.skin_notes):
            keep(self._hints, [Text(text, lead=sign, style="small", color="ink2") for sign, text in state.skin_notes])
        self._temperature.show(state.temperature)
        self._when.show(state.when)
        if not self._note.line.focus:
            self._note.show(state.note)
        if state.photos is not None:
            self._photos.show(state.photos)
        self._saved.text = state.saved
        self._fault.say(state.fault)

    def _show_resumed(self, state: CheckInState) -> None:
        if bool(state.resumed) != bool(self._resumed.children):
            self._resumed.clear_widgets()
            if state.resumed:
                again = lambda: self._answer("again", None)  # noqa: E731
                banner = Banner(state.resumed, icon="clock-clockwise", action=state.again, on_action=again)
                self._resumed.add_widget(Column(banner, padding=[0, 12, 0, 0]))

    def _card(self, state: SymptomCard) -> StrengthCard:
        card = self._cards.get(state.symptom)
        if card is None:
            card = self._cards[state.symptom] = StrengthCard(state, self._answer)
        else:
            card.show(state)
        return card

    def _chip(self, state: Chip) -> SignChip:
        chip = self._chips.get(state.code)
        if chip is None:
            chip = self._chips[state.code] = SignChip(state)
            chip.bind(on_press=lambda *_: self._answer(state.field, state.code))
        else:
            chip.show(state)
        return chip

    def _now(self) -> CheckInState:
        if self._state is None:
            raise RuntimeError("render a state first")
        return self._state

    def _answer(self, field: str, value: Any) -> None:
        self.intent("answer", field=field, value=value)

    def _hand_in(self, *_: Any) -> None:
        if self._state is not None and self._note.text != self._state.note:
            self._answer("note", self._note.text)

    def _close(self) -> None:
        self._hand_in()
        self.intent("close")

    def _finish(self) -> None:
        self._hand_in()
        self.intent("save-check-in")
