"""What every control says of itself, so that a keyboard and a screen reader can do what a finger can."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

# What the keys of `screens.widgets.focus` carry out.
BY_KEY = frozenset({"press", "increment", "decrement"})
# The actions without which a role would promise what cannot be done.
NEEDED = {
    **dict.fromkeys(("button", "link", "tab", "radio", "checkbox", "switch"), frozenset({"press"})),
    **dict.fromkeys(("slider", "spinbutton"), frozenset({"increment", "decrement"})),
}
TICKED = frozenset({"checkbox", "radio", "switch"})
VALUED = frozenset({"slider", "spinbutton"})


def faults(controls: list[Any]) -> list[str]:
    """What these controls leave unsaid, a line each."""
    from screens.widgets.a11y import describe

    return [f"{type(control).__name__}: {describe(control)}: {fault}" for control in controls for fault in _of(control)]


def _of(control: Any) -> Iterator[str]:
    from screens.widgets.a11y import OPERABLE, ROLES

    role, actions = control.role, set(control.actions)
    if role not in ROLES:
        yield "a role that no screen reader knows"
    if not control.name.strip():
        yield "no name"
    if not actions >= NEEDED.get(role, frozenset()):
        yield f"cannot be operated: {sorted(NEEDED[role] - actions)} is missing"
    if actions and role not in OPERABLE:
        yield "can be operated, and Tab does not stop at it"
    if not actions <= BY_KEY and not hasattr(control, "key") and not hasattr(control, "take_keyboard"):
        yield f"no key does {sorted(actions - BY_KEY)}"
    if role in TICKED and control.checked is None:
        yield "does not say whether it is chosen"
    if role in VALUED and not control.value:
        yield "does not say its value"
    if role == "progress" and not any(letter.isdigit() for letter in control.name + control.value):
        yield "does not say how far it is"
    if role == "heading" and not control.level:
        yield "does not say its rank"


def unheard(root: Any) -> list[str]:
    """What a finger can press below `root` and no screen reader or key can."""
    return [f"{type(widget).__name__} {getattr(widget, 'name', '')!r}" for widget in _pressed_only(root, heard=True)]


def _pressed_only(widget: Any, heard: bool) -> Iterator[Any]:
    from screens.widgets.a11y import LEAVES

    for child in widget.children:
        if child.opacity <= 0:
            continue
        # A switch that is drawn in its row does what the row does.
        if not heard and getattr(child, "actions", None) and not child.disabled and not child.decorative:
            yield child
        inside = heard and getattr(child, "role", "") not in LEAVES and not getattr(child, "decorative", False)
        yield from _pressed_only(child, inside)
