"""The wizard that adds or changes a session, as finished strings: one state for each of its three steps."""
from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from aftercare.core.ports import Catalogue
from aftercare.presenters.add_session_change import change
from aftercare.presenters.add_session_check import CheckState, check_state
from aftercare.presenters.add_session_draft import STEPS, Draft, edited, new_draft, resumed, to_session
from aftercare.presenters.add_session_problems import Problem, problems, shown
from aftercare.presenters.add_session_what import WhatState, what_state
from aftercare.presenters.add_session_when import WhenState, when_state
from aftercare.words import gettext as _

__all__ = ["AddSessionState", "Draft", "build_state", "change", "edited", "new_draft", "resumed", "to_session"]


@dataclass(frozen=True, slots=True)
class AddSessionState:
    """`errors` are the sentences beside the fields of this step, by field; `ready`: the draft can be saved."""

    title: str
    step: int
    steps: int
    next: str
    body: WhatState | WhenState | CheckState
    errors: Mapping[str, Problem] = field(default_factory=dict)
    ready: bool = False


def build_state(
    draft: Draft, catalogue: Catalogue, now: dt.datetime, zone: str, language: str = "en"
) -> AddSessionState:
    """The state of the draft's step. `now` is UTC, `zone` the device's; `language` says on which day weeks begin.

    The last step is only shown for a draft that can be saved; otherwise the step that keeps it from it is.
    """
    found = problems(draft, catalogue, now)
    step = draft.step if draft.step in range(1, STEPS + 1) else 1
    ready = not found
    body: WhatState | WhenState | CheckState
    if step == STEPS and ready:
        body, following = check_state(draft, catalogue, now, zone)
    elif step == 1:
        body, following = what_state(draft, catalogue), _("Next: date and time")
    else:
        step = 2
        body, following = when_state(draft, now, zone, language), _("Next: check your plan")
    return AddSessionState(
        title=_("Change my session") if draft.editing else _("Add my session"),
        step=step,
        steps=STEPS,
        next=following,
        body=body,
        errors=shown(draft, found, step),
        ready=ready,
    )
