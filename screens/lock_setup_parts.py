"""Two stages of App lock: how the lock behaves, and the recovery code."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aftercare.core.lock_policy import LOCK_AFTER, LOCK_HIDDEN
from aftercare.presenters.lock_setup import SetupState
from screens.widgets.buttons import PushButton
from screens.widgets.checks import CheckRow, ToggleRow
from screens.widgets.choices import PillGroup
from screens.widgets.layout import Column, Grid2, Row
from screens.widgets.mark import Mark
from screens.widgets.surfaces import Card
from screens.widgets.text import Icon, Text

Intent = Callable[..., None]


class MintButton(PushButton):
    """The first of two on the dark card."""

    def look(self) -> tuple[str | None, str, str | None]:
        return "mint", "hero", None


class LineButton(PushButton):
    """The second of two on the dark card."""

    def look(self) -> tuple[str | None, str, str | None]:
        return None, "onHero", "mint"


def home_parts(state: SetupState, intent: Intent) -> tuple[list[Any], list[Any]]:
    """The widgets, and the buttons of the foot."""
    facts = [
        Row(Icon(icon, color="primary"), Text(text), spacing=14, align="top", stack="tight")
        for icon, text in state.facts
    ]
    known = Card(*facts, spacing=14)
    if not state.lock_on:
        return [known], [PushButton(state.set, icon="lock-key", on_press=lambda *_: intent("set-code"))]
    after = PillGroup(state.after, state.after_chosen, name=state.after_title)

    def choose(_group: Any, value: str) -> None:
        if value != state.after_chosen:
            intent("setting", name=LOCK_AFTER, value=value)

    def hide(_row: Any, on: bool) -> None:
        if on != state.hidden_on:
            intent("setting", name=LOCK_HIDDEN, value="on" if on else "off")

    after.bind(chosen=choose)
    hidden = ToggleRow("eye-slash", state.hidden, state.hidden_line, state.hidden_on, tone="pri")
    hidden.bind(on=hide)
    behaves = Card(after, hidden, spacing=6, padding=[18, 18, 18, 8])
    parts: list[Any] = [
        Column(Text(state.after_title, style="heading"), behaves, known, spacing=10),
        PushButton(state.now, kind="tonal", icon="lock-simple", on_press=lambda *_: intent("lock-now")),
        PushButton(state.change, kind="outline", icon="key", on_press=lambda *_: intent("change-code")),
        PushButton(state.off, kind="danger_text", on_press=lambda *_: intent("lock-off")),
    ]
    return parts, []


def note_parts(state: SetupState, intent: Intent) -> tuple[list[Any], list[Any]]:
    """The groups on the dark card, the ways to keep them, the tick, and what alerts look like."""
    groups = [_group(number, text) for number, text in enumerate(state.groups, 1)]
    copy = MintButton(state.copy, icon="copy-simple", small=True)

    def copied(*_: Any) -> None:
        intent("copy", text=" ".join(state.groups))
        copy.text, copy.icon = state.copied, "check-bold"

    copy.bind(on_press=copied)
    save = LineButton(state.save, icon="download-simple", small=True, on_press=lambda *_: intent("note-saved"))
    spoken = Column(Grid2(*groups, spacing=10), role="text", name=state.groups_spoken)
    card = Card(spoken, Row(copy, save, spacing=10, align="stretch", stack="large"), color="hero", spacing=14)
    tick = CheckRow(state.tick, style="label", on=state.ticked)
    tick.fault = state.tick_fault

    def ticked(_row: Any, on: bool) -> None:
        if on != state.ticked:
            intent("note-tick", on=on)

    tick.bind(on=ticked)
    title, text = state.alert
    words = Column(Text(title, style="label_strong"), Text(text, style="small"))
    alert = Card(Row(Mark(40), words, spacing=12), color="sand", padding=[14, 12, 14, 12], radius=16)
    shown = Card(alert, Text(state.alerts_line, style="small", color="ink2"), spacing=10, padding=[14, 14, 14, 14])
    parts = [card, tick, Column(Text(state.alerts_title, style="heading"), shown, spacing=10)]
    return parts, [PushButton(state.next, icon="lock-key", on_press=lambda *_: intent("turn-on"))]


def _group(number: int, text: str) -> Card:
    small = Text(str(number), style="small", color="onHero2", hug=True, decorative=True)
    large = Text(text, style="heading", color="onHero", decorative=True)
    return Card(Row(small, large, spacing=12), color="heroHi", padding=[16, 14, 10, 14], radius=16)
