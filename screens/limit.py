"""The sheet of one limit: the answer, why, whose word it is, and what the clinic said."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

from aftercare.presenters.aloud import of_limit
from aftercare.presenters.limit_parts import LimitState
from screens import limit_parts as parts
from screens.limit_hero import HeroCard
from screens.limit_rows import RowsCard
from screens.widgets.buttons import PushButton
from screens.widgets.layout import Column, Row
from screens.widgets.readaloud import read_aloud_button
from screens.widgets.sheet import Sheet
from screens.widgets.status import Status
from screens.widgets.surfaces import IconBox
from screens.widgets.text import Text
from screens.widgets.theme import theme

TINTS = {"not_yet": "notyet", "with_care": "care"}


class LimitSheet(Sheet):
    """Renders a LimitState. Open it with `open(window)` after the first `render`.

    Intents: "override" (session_id, activity, phase, hours or None), "remove-override" (override_id), "copy-question"
    (text), "check-in", "read-aloud" (text). `activity` is the id of what it shows.
    """

    __events__ = ("on_intent",)

    def __init__(self, **kwargs: Any) -> None:
        self.state: LimitState | None = None
        self._box = IconBox("circle", "ask", 56)
        self._title, self._status = Text(style="heading"), Status()
        words = Column(self._title, self._status, spacing=1)
        # Between icon and buttons large words would break: they have the width of the page, and scroll with it.
        head = Row(self._box, *([] if theme.huge else [words]), spacing=14)
        self._body = Column(spacing=20)
        self._sections: dict[str, tuple[Any, Any]] = {}
        super().__init__("", *([words] if theme.huge else []), self._body, head=head, **kwargs)
        aloud = read_aloud_button(lambda: of_limit(self.state) if self.state else "", self.intent, filled=True)
        if aloud is not None:
            self.head.add_widget(aloud, index=1)
        theme.bind(large=self._again)

    @property
    def activity(self) -> str:
        """The id of the activity that is shown, empty before the first render."""
        return self.state.activity if self.state else ""

    def intent(self, name: str, **payload: Any) -> None:
        """Say that the patient asked for something."""
        self.dispatch("on_intent", name, payload)

    def on_intent(self, name: str, payload: dict[str, Any]) -> None:
        """Default handler of the event; the shell binds its own."""

    def render(self, state: LimitState) -> None:
        """Show a state; a newer one of the same activity changes only what differs, and not what is being entered."""
        if self.state is not None and self.state.activity != state.activity:
            self._sections = {}
        self.state = state
        self.name = state.name
        self.closer.name = state.close
        self._box.icon, self._box.tone = state.icon, TINTS.get(state.tone, state.tone)
        self._title.text = state.name
        self._status.state, self._status.word = state.tone, state.status
        widgets = [self._section(name, part) for name, part in self._parts(state)]
        if widgets != list(reversed(self._body.children)):
            self._body.clear_widgets()
            for widget in widgets:
                self._body.add_widget(widget)

    def _again(self, *_: Any) -> None:
        self._sections.pop("differ", None)
        if self.state is not None:
            self.render(self.state)

    def _parts(self, state: LimitState) -> list[tuple[str, Any]]:
        """What is there, in reading order, each with all it is made from."""
        asked = state.question is not None and not state.question.folded
        found: list[tuple[str, Any]] = [
            ("hero", state.hero),
            ("medicine", state.medicine),
            *((f"note-{number}", words) for number, words in enumerate(state.notes)),
            ("differ", state.differ),
            ("until", (state.until_title, state.until_then) if state.until_then else None),
            ("why", (state.why_title, state.why) if state.why else None),
            ("restart", state.restart if state.restart and not state.restart_folded else None),
            ("question", state.question if asked else None),
            ("rows", self._row_parts(state)),
            ("told", (state.told, state.told_detail) if state.told else None),
            ("closing", state.closing),
            ("check-in", state.check_in or None),
        ]
        return [(name, part) for name, part in found if part]

    @staticmethod
    def _row_parts(state: LimitState) -> tuple[Any, ...] | None:
        found = (
            replace(state.clinic, now=state.clinic.base) if state.clinic else None,
            state.question if state.question and state.question.folded else None,
            state.sources,
            state.restart if state.restart_folded and state.restart else None,
        )
        return found if any(found) else None

    def _section(self, name: str, part: Any) -> Any:
        before = self._sections.get(name)
        if before is not None and before[0] == part:
            widget = before[1]
            if name == "rows" and isinstance(widget, RowsCard) and self.state is not None:
                widget.follow(self.state)
        elif before is not None and name == "hero":
            widget = before[1]
            widget.show(part)
        else:
            widget = self._make(name, part)
        self._sections[name] = (part, widget)
        return widget

    def _make(self, name: str, part: Any) -> Any:
        state = self.state
        if state is None:
            raise RuntimeError("render a state first")
        if name.startswith("note-") or name == "closing":
            return parts.note(part)
        makers = {
            "hero": lambda: HeroCard(part),
            "medicine": lambda: parts.MedicineCard(part),
            "differ": lambda: parts.differ(part),
            "until": lambda: parts.until_then(state),
            "why": lambda: parts.titled(state.why_title, Text(state.why, color="ink2")),
            "restart": lambda: parts.titled(state.restart_title, parts.restart(state)),
            "question": lambda: parts.question(part, self._copy),
            "rows": lambda: RowsCard(state, self.intent),
            "told": lambda: parts.told(*part),
            "check-in": lambda: self._check_in(part),
        }
        return makers[name]()

    def _check_in(self, words: str) -> PushButton:
        return PushButton(words, icon="smiley", kind="tonal", on_press=lambda *_: self.intent("check-in"))

    def _copy(self, text: str) -> None:
        self.intent("copy-question", text=text)
