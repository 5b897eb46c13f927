"""All steps around a session: the whole checklist, what happens there, and what helps after it."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aftercare.core.protocol import Source
from aftercare.core.session import Session
from aftercare.core.steps import CareStep, CareSteps, StepPhase
from aftercare.presenters import review_words, step_words
from aftercare.presenters.aloud import said
from aftercare.presenters.today_words import session_title
from aftercare.services.preparation import kept
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

BEFORE, DURING, AFTER = "before", "during", "after"


@dataclass(frozen=True, slots=True)
class StepEntry:
    """One step with its reason. `number` counts what happens one after the other, and is 0 elsewhere."""

    id: str
    icon: str
    number: int
    title: str
    line: str
    why: str
    own: str
    done: bool


@dataclass(frozen=True, slots=True)
class StepGroup:
    """Steps that belong together; `ticks`: the patient ticks them."""

    title: str
    ticks: bool
    rows: tuple[StepEntry, ...]


@dataclass(frozen=True, slots=True)
class StepsState:
    """The page. `count` is empty where nothing is ticked. `session` is the id of the session."""

    title: str
    heading: str
    lead: str
    count: str
    groups: tuple[StepGroup, ...]
    note: str
    origins: str
    session: str


def build_state(steps: CareSteps, part: str, session: Session, snapshot: Snapshot) -> StepsState:
    """The page of a part ("before", "during" or "after") for one session."""
    heading = {
        BEFORE: _("Your checklist"),
        DURING: step_words.course_title(session),
        AFTER: _("What helps after your session"),
    }[part]
    done = kept(snapshot.settings, session.id).done
    groups = _groups(steps, part, session, snapshot, done)
    ticked = [row for group in groups if group.ticks for row in group.rows]
    return StepsState(
        title=session_title(snapshot.protocols[session.id], session),
        heading=heading,
        lead={
            BEFORE: _("Tick what is done. Nothing here is a duty."),
            DURING: _("What your clinic told you comes first.")
            if step_words.at_home(session)
            else _("Your clinic can do some of it in another way."),
            AFTER: _("What your clinic told you comes first."),
        }[part],
        count=_("{done} of {count} done").format(done=sum(row.done for row in ticked), count=len(ticked))
        if ticked
        else "",
        groups=groups,
        note=review_words.version_note(steps.review),
        origins=_("Where is this from?"),
        session=session.id,
    )


def sources(steps: CareSteps, part: str, session: Session) -> list[Source]:
    """The lines behind a page."""
    return [source for phase in _phases(part) for step in step_words.steps_of(steps, phase, session)
            for source in step.sources]  # fmt: skip


def of_steps(state: StepsState) -> str:
    """The page as it is read aloud."""
    rows = [said(group.title, *(p for row in group.rows for p in (row.title, row.line, row.why)))
            for group in state.groups]  # fmt: skip
    return said(state.heading, state.lead, *rows)


def _phases(part: str) -> tuple[StepPhase, ...]:
    return {BEFORE: (StepPhase.BEFORE, StepPhase.DAY), DURING: (StepPhase.DURING,), AFTER: (StepPhase.AFTER,)}[part]


def _groups(
    steps: CareSteps, part: str, session: Session, snapshot: Snapshot, done: frozenset[str]
) -> tuple[StepGroup, ...]:
    def group(title: str, found: Iterable[CareStep], ticks: bool = False, counted: bool = False) -> StepGroup:
        rows = (
            _entry(step, session, snapshot, number if counted else 0, step.id in done)
            for number, step in enumerate(found, 1)
        )
        return StepGroup(title, ticks, tuple(rows))

    own = [step_words.steps_of(steps, phase, session) for phase in _phases(part)]
    if part == BEFORE:
        made = [group(_("Before the day"), own[0], ticks=True), group(_("On the day"), own[1], ticks=True)]
    elif part == DURING:
        made = [group("", own[0], counted=True)]
    else:
        now = step_words.running(own[0], session, snapshot.now)
        later = step_words.to_come(own[0], session, snapshot.now)
        made = [group(_("Now"), now), group(_("Later"), later)]
    return tuple(each for each in made if each.rows)


def _entry(step: CareStep, session: Session, snapshot: Snapshot, number: int, done: bool) -> StepEntry:
    when = step_words.when(step)
    hint = step_words.line(step, session, snapshot)
    return StepEntry(
        id=step.id,
        icon=step_words.icon(step),
        number=number,
        title=_(step.title),
        line=_("{hint} · {when}").format(hint=_(step.hint), when=when) if when else hint,
        why=_(step.why),
        own=_("Part of this is our own advice.") if step.ours else "",
        done=done,
    )
