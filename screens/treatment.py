"""About my treatment: a page to read, one card a question."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.treatment import TreatmentPart, TreatmentState, of_treatment
from screens.framed import FramedScreen
from screens.widgets.bullets import Bullet
from screens.widgets.buttons import Link
from screens.widgets.halved import Halved
from screens.widgets.layout import Column, Row
from screens.widgets.page import WIDE_DP, Frame, Page
from screens.widgets.readaloud import read_aloud_button
from screens.widgets.surfaces import Card, IconBox, Note, PressCard, Separator
from screens.widgets.text import Icon, Text
from screens.widgets.topbar import TopBar


class TreatmentScreen(FramedScreen[TreatmentState]):
    """Renders a TreatmentState. Intents: "close", "help", "edit-session" (id), "steps" (part, id), "origins",
    "read-aloud" (text).
    """

    def build(self, state: TreatmentState) -> None:
        head = Column(Text(state.heading, style="title"), Text(state.lead, color="ink2"), spacing=2)
        aloud = read_aloud_button(lambda: of_treatment(state), self.intent)
        page = Page(head, spacing=14, padding=(4, 28), measure_dp=WIDE_DP)
        if state.warning:
            page.add_widget(Note(state.warning, state.warning_lead, "eye", "care"))
        cards = (self._part(part, state.session) for part in state.parts)
        page.add_widget(Halved(*cards, self._there(state), _reviews(state), spacing=14))
        page.add_widget(
            Link(state.origins, icon="caret-right", role="button", on_press=lambda *_: self.intent("origins"))
        )
        top = TopBar(
            state.title, on_back=lambda: self.intent("close"), trailing=aloud, on_help=lambda: self.intent("help"),
            measure_dp=WIDE_DP,
        )  # fmt: skip
        self.add_widget(Frame(page, top=top))

    def _part(self, part: TreatmentPart, session: str) -> Card:
        head = Row(IconBox(part.icon, "pri"), Text(part.title, style="subhead"), spacing=14, stack="huge")
        lines: list[Any] = [Text(text) for text in part.texts]
        if part.lead:
            lines.append(Text(part.lead, style="label_strong"))
        if part.points:
            points = (Bullet(point) for point in part.points)
            lines.append(Column(*points, spacing=8, role="list", name=part.lead or part.title))
        if part.note:
            lines.append(Text(part.note, style="small", color="ink2"))
        if part.action:
            change = Link(part.action, role="button", on_press=lambda *_: self.intent("edit-session", id=session))
            change.name = f"{part.action}: {part.title}"
            lines.append(change)
        return Card(head, *lines, spacing=10, padding=[18, 16, 18, 16], radius=24)

    def _there(self, state: TreatmentState) -> PressCard:
        row = Row(
            IconBox("question", "sand"), Text(state.there, style="label_strong"),
            Icon("caret-right", 20, color="ink3"), spacing=12,
        )  # fmt: skip
        return PressCard(
            row, name=state.there, color="sand", padding=[18, 14, 16, 14], radius=24,
            on_press=lambda *_: self.intent("steps", part="during", id=state.session),
        )  # fmt: skip


def _reviews(state: TreatmentState) -> Card:
    rows: list[Any] = []
    for number, (what, note) in enumerate(state.reviews):
        rows += [Separator()] if number else []
        rows.append(Column(Text(what, style="label_strong"), Text(note, style="small", color="ink2"), spacing=2))
    head = Row(IconBox("shield-check", "sand"), Text(state.reviews_title, style="subhead"), spacing=14, stack="huge")
    return Card(head, *rows, spacing=12, padding=[18, 16, 18, 16], radius=24)
