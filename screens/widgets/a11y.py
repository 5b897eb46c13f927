"""What a control says of itself: role, name, value, state and actions. Screen readers and tests read exactly this."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

ROLES = frozenset(
    "button checkbox radio switch tab heading text image group list listitem dialog progress spinbutton slider link "
    "textbox".split()
)
# The children of these are drawing, not controls of their own.
LEAVES = frozenset("button checkbox radio switch tab heading text image progress slider link textbox".split())
# What keyboard focus stops at.
OPERABLE = frozenset("button checkbox radio switch tab spinbutton slider link textbox".split())


class Accessible:
    """Mixin for widgets. `role` empty means: not a control, look inside.

    `checked` and `expanded` are None where they mean nothing. `level` is the rank of a heading.
    `decorative` hides the widget and everything inside it. `modal` hides everything outside it.
    """

    role = StringProperty("")
    name = StringProperty("")
    value = StringProperty("")
    checked = ObjectProperty(None, allownone=True)
    expanded = ObjectProperty(None, allownone=True)
    selected = BooleanProperty(False)
    level = NumericProperty(0)
    decorative = BooleanProperty(False)
    modal = BooleanProperty(False)

    @property
    def actions(self) -> dict[str, Callable[[], Any]]:
        """What can be done with the control, by the name of the action."""
        return {}

    def do(self, action: str = "press") -> None:
        """Carry out an action; LookupError names the ones there are, RuntimeError a disabled control."""
        if action not in self.actions:
            raise LookupError(f"{describe(self)} has no action {action!r}; it has {sorted(self.actions) or 'none'}")
        if getattr(self, "disabled", False):
            raise RuntimeError(f"{describe(self)} is disabled")
        self.actions[action]()


def states(control: Any) -> list[str]:
    """The state flags that hold, as words: checked, unchecked, selected, expanded, collapsed, disabled."""
    found = []
    if control.checked is not None:
        found.append("checked" if control.checked else "unchecked")
    if control.selected:
        found.append("selected")
    if control.expanded is not None:
        found.append("expanded" if control.expanded else "collapsed")
    if getattr(control, "disabled", False):
        found.append("disabled")
    return found


def describe(control: Any) -> str:
    """One line: role, name, value and states."""
    words = [control.role or type(control).__name__, repr(control.name)]
    if control.value:
        words.append(f"= {control.value!r}")
    return " ".join(words + states(control))


def _visible(widget: Any) -> bool:
    return bool(widget.opacity > 0 and not getattr(widget, "decorative", False))


def _modal(widget: Any) -> Any:
    """The topmost open modal below `widget`, or None. Children drawn last come first in Kivy."""
    for child in widget.children:
        if _visible(child):
            if getattr(child, "modal", False):
                return _modal(child) or child
            if found := _modal(child):
                return found
    return None


def _walk(widget: Any) -> Iterator[Any]:
    role = getattr(widget, "role", "")
    if role:
        yield widget
    if role not in LEAVES:
        for child in reversed(widget.children):
            if _visible(child):
                yield from _walk(child)


def controls(root: Any) -> list[Any]:
    """Every accessible widget at or below `root` in reading order; inside the open modal only, if there is one."""
    return list(_walk(_modal(root) or root))


def find_all(root: Any, role: str | None = None, name: str | None = None) -> list[Any]:
    """The controls of this role and exact name; either may be left out."""
    return [c for c in controls(root) if role in (None, c.role) and name in (None, c.name)]


def find(root: Any, role: str | None = None, name: str | None = None) -> Any:
    """The one control of this role and name. LookupError lists what is there if none or several match."""
    found = find_all(root, role, name)
    if len(found) == 1:
        return found[0]
    there = "\n  ".join(describe(c) for c in (found or controls(root))) or "nothing"
    what = f"{role or 'control'} {name!r}" if name is not None else f"{role or 'control'}"
    raise LookupError(f"{len(found) or 'no'} {what} on the screen; there is:\n  {there}")
