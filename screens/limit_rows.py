"""The rows of the sheet that open: the clinic's word, the question, the sources, how to start again."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aftercare.presenters.limit_parts import ClinicWord, LimitState
from screens import limit_parts as parts
from screens.limit_editor import ClinicEditor
from screens.widgets.rows import ListRow
from screens.widgets.surfaces import Card


class RowsCard(Card):
    """One row each; what belongs to it opens right below. `intent(name, **payload)` is told what was done."""

    def __init__(self, state: LimitState, intent: Callable[..., None]) -> None:
        self._intent = intent
        self._word: ClinicWord | None = state.clinic
        self.clinic: parts.Unfolding | None = None
        super().__init__(padding=[16, 6, 16, 6])
        if state.clinic is not None:
            self.clinic = self._add(
                "hospital", state.clinic.title, state.clinic.detail, self._editor, state.clinic.action
            )
            if state.clinic.override_id is None and not state.clinic.longest and state.tone == "ask":
                self.add_widget(self._fine(state.clinic))
        if state.question is not None and state.question.folded:
            asked = state.question
            self._add("quotes", asked.title, asked.detail, lambda: parts.question(asked, self._copy, title=False))
        if state.sources is not None:
            known = state.sources
            self._add("book-open", known.title, known.detail, lambda: parts.sources(known))
        if state.restart and state.restart_folded:
            first = state.restart[0].rstrip(".")
            self._add("flower-lotus", state.restart_title, first, lambda: parts.restart_below(state))

    def follow(self, state: LimitState) -> None:
        """Take a newer minute."""
        self._word = state.clinic
        editor: Any = self.clinic.content if self.clinic is not None else None
        if isinstance(editor, ClinicEditor) and state.clinic is not None:
            editor.follow(state.clinic)

    def _add(self, icon: str, title: str, detail: str, make: Any, action: str = "") -> parts.Unfolding:
        row = parts.Unfolding(icon, title, detail, make, line=bool(self.children), action=action)
        self.add_widget(row)
        return row

    def _fine(self, word: ClinicWord) -> Any:
        return ListRow("check-circle", word.fine, word.fine_detail, tone="pri", line=True,
                       on_press=lambda *_: self._said(None))  # fmt: skip

    def _copy(self, text: str) -> None:
        self._intent("copy-question", text=text)

    def _editor(self) -> ClinicEditor:
        if self._word is None:
            raise RuntimeError("this sheet takes no word of a clinic")
        editor = ClinicEditor(self._word)
        editor.bind(
            on_said=lambda _editor, hours: self._said(hours),
            on_removed=lambda *_: self._removed(),
            on_done=lambda *_: self._close(),
        )
        return editor

    def _close(self) -> None:
        if self.clinic is not None:
            self.clinic.open = False

    def _said(self, hours: float | None) -> None:
        word = self._word
        self._close()
        if word is not None:
            self._intent(
                "override", session_id=word.session_id, activity=word.activity, phase=word.phase, hours=hours
            )

    def _removed(self) -> None:
        word = self._word
        self._close()
        if word is not None and word.override_id is not None:
            self._intent("remove-override", override_id=word.override_id)
