"""What opens from More: a session, the emergency number, a paper."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aftercare.core.help import NUMBER_SETTING
from aftercare.presenters.more import CancelWords, NumberPart, number_fault
from aftercare.presenters.more_about import PaperRow
from aftercare.presenters.more_sessions import SessionRow
from screens.result_phone import number_sheet
from screens.widgets.buttons import PushButton
from screens.widgets.rows import KeyValueRow
from screens.widgets.sheet import Sheet
from screens.widgets.surfaces import Card, Note
from screens.widgets.text import Text
from screens.widgets.toast import UndoBar

Intent = Callable[..., None]


def session_sheet(row: SessionRow, words: CancelWords, intent: Intent, window: Any) -> Sheet:
    """One session with what can be done about it."""
    facts = [KeyValueRow("", label, value, line=number > 0) for number, (label, value) in enumerate(row.facts)]
    content: list[Any] = [Card(*facts, padding=[18, 4, 18, 4])]
    if row.note:
        content.append(Note(row.note, tone="sand"))
    sheet = Sheet(row.title, *content)

    def change(*_: Any) -> None:
        sheet.close()
        intent("edit-session", id=row.id)

    def ask(*_: Any) -> None:
        sheet.close()
        cancel_sheet(row, words, intent, window).open(window)

    def about(*_: Any) -> None:
        sheet.close()
        intent("treatment", id=row.id)

    if row.about:
        sheet.page.add_widget(PushButton(row.about, kind="tonal", icon="info", on_press=about))
    if row.change:
        sheet.page.add_widget(PushButton(row.change, icon="pencil-simple", on_press=change))
    if row.cancel:
        sheet.page.add_widget(PushButton(row.cancel, kind="outline", icon="calendar-x", on_press=ask))
    return sheet


def cancel_sheet(row: SessionRow, words: CancelWords, intent: Intent, window: Any) -> Sheet:
    """Asks once more; keeping the session is the filled button."""
    facts = Text(f"{row.title}. {row.facts[0][1]}", style="body_strong")
    sheet = Sheet(words.question, facts, Text(words.text, color="ink2"))

    def cancel(*_: Any) -> None:
        sheet.close()
        intent("cancel-session", id=row.id)
        UndoBar(words.done, on_undo=lambda: intent("restore-session", id=row.id)).show(window)

    sheet.page.add_widget(PushButton(words.keep, on_press=lambda *_: sheet.close()))
    sheet.page.add_widget(PushButton(words.cancel, kind="danger_text", on_press=cancel))
    return sheet


def emergency_sheet(part: NumberPart, intent: Intent) -> Sheet:
    """The sheet for the emergency number."""
    return number_sheet(part, NUMBER_SETTING, number_fault, intent)


def paper_sheet(paper: PaperRow, intent: Intent) -> Sheet:
    """A short text to read, and perhaps something of it to copy."""
    sheet = Sheet(paper.title, *(Text(paragraph) for paragraph in paper.paragraphs))
    if paper.copy:
        button = PushButton(paper.copy_word, icon="copy-simple", kind="tonal")

        def copy(*_: Any) -> None:
            intent("copy", text=paper.copy)
            button.text, button.icon = paper.copied, "check-bold"

        button.bind(on_press=copy)
        sheet.page.add_widget(button)
    return sheet
