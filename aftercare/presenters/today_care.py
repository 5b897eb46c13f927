"""Today's cards around a session: the self-check, the checklist, what helps now, and what to look out for."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from aftercare.core.preparation import still_open, to_tell
from aftercare.core.session import Session
from aftercare.core.steps import CareStep, CareSteps, StepPhase
from aftercare.presenters import step_words, wording
from aftercare.presenters.result_phone import clinic_phone
from aftercare.presenters.self_check import session_day
from aftercare.presenters.today_before import left_days
from aftercare.presenters.today_care_state import CareCards, CareContent, Checklist, HelpLine, HelpsNow, StepTick
from aftercare.presenters.today_rest import ill_card
from aftercare.presenters.today_state import ActionCard, Mode, TodayState, TodayView
from aftercare.presenters.today_words import session_title
from aftercare.services.preparation import kept
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext, pgettext

BEFORE_SHOWN, DAY_SHOWN, HELPS_SHOWN = 3, 3, 3


def with_care(
    state: TodayState, snapshot: Snapshot, view: TodayView, content: CareContent | None, can_call: bool = False
) -> TodayState:
    """The state with these cards. `content` None: only what needs none, for the first frame.

    `view` is what the patient saw before; the checklist keeps its rows.
    """
    coming, last = snapshot.next, snapshot.last
    if state.mode is Mode.BEFORE and coming is not None:
        state = replace(
            state,
            card=check_card(snapshot, coming, content) or state.card,
            watch=_ill(snapshot, can_call) if state.watch == ill_card() else state.watch,
        )
        state = replace(state, view=replace(state.view, steps=view.steps, steps_of=view.steps_of))
        return _before(state, snapshot, coming, content) if content is not None else state
    if content is None or last is None or state.mode is Mode.NONE:
        return state
    soon = [edge for edge in step_words.edges(content.steps, last) if edge > snapshot.now]
    return replace(
        state,
        refresh_at=min([state.refresh_at, *soon]),
        care=CareCards(
            there=_there(last, content.steps) if state.mode is Mode.DURING else None,
            helps=_helps(snapshot, last, content.steps) if state.mode is Mode.AFTER else None,
            caution=caution(snapshot, last, content),
            check=check_card(snapshot, coming, content) if coming is not None and state.upcoming else None,
            treatment=_treatment(snapshot, last),
        ),
    )


def check_card(snapshot: Snapshot, session: Session, content: CareContent | None) -> ActionCard | None:
    """The way into the self-check or to its list; None when it is done and there is nothing to tell."""
    answers = kept(snapshot.settings, session.id)
    title = _("Tell your doctor if …")
    begun = bool(answers.answers) or answers.period is not None
    checks = content.checks if content is not None else None
    if checks is None:
        line = _("Your answers so far are kept") if begun else _("A few quick questions")
        deed = _("Go on") if begun else pgettext("on a button", "Start")
        return ActionCard("stethoscope", title, line, deed, "self-check")
    day, count = session_day(session), len(checks.questions)
    opened = len(still_open(checks, answers, day))
    told = len(to_tell(checks, answers, day))
    if opened == count:
        line = ngettext("{count} quick question", "{count} quick questions", count).format(count=count)
        return ActionCard("stethoscope", title, line, pgettext("on a button", "Start"), "self-check")
    if opened:
        line = _("{done} of {count} answered").format(done=count - opened, count=count)
        return ActionCard("stethoscope", title, line, _("Go on"), "self-check")
    if not told:
        return None
    things = ngettext("{count} thing to tell your clinic", "{count} things to tell your clinic", told)
    return ActionCard("chat-text", things.format(count=told), _("Say it or show it"), _("See my list"), "my-list")


def caution(snapshot: Snapshot, session: Session, content: CareContent) -> ActionCard | None:
    """What was reported after a repeated session with the same product, on the days on which it was."""
    product = content.products.get(session.product) if content.products and session.product else None
    if product is None or not product.again:
        return None
    with_it = [s for s in snapshot.sessions if s.product == session.product and not s.cancelled]
    repeated = sum(each.start <= session.start for each in with_it) > 1
    passed = (snapshot.now - session.end) / timedelta(days=1)
    first, last = product.again_days
    if not repeated or not first <= passed <= last:
        return None
    title = _("After a repeated session with {product}").format(product=_(product.name))
    return ActionCard("eye", title, _(product.again), intent="treatment", payload={"id": session.id}, tone="care")


def _before(state: TodayState, snapshot: Snapshot, session: Session, content: CareContent) -> TodayState:
    checklist, view = _checklist(snapshot, session, content.steps, state.view)
    there, treatment = _there(session, content.steps), _treatment(snapshot, session)
    return replace(state, view=view, care=CareCards(checklist=checklist, there=there, treatment=treatment))


def _there(session: Session, steps: CareSteps) -> ActionCard | None:
    if not step_words.steps_of(steps, StepPhase.DURING, session):
        return None
    return ActionCard(
        "question", step_words.course_title(session), _("Step by step"),
        intent="steps", payload={"part": "during", "id": session.id},
    )  # fmt: skip


def _checklist(
    snapshot: Snapshot, session: Session, steps: CareSteps, view: TodayView
) -> tuple[Checklist | None, TodayView]:
    before = step_words.steps_of(steps, StepPhase.BEFORE, session)
    day = step_words.steps_of(steps, StepPhase.DAY, session)
    done = kept(snapshot.settings, session.id).done
    if not before and not day:
        return None, view
    today = left_days(snapshot, session) <= 0
    # What is shown stays where it is while it is ticked; the next day it is chosen anew.
    chosen_for = f"{session.id} {wording.local(snapshot.now, snapshot.zone):%F}"
    if view.steps_of != chosen_for:
        view = replace(view, steps_of=chosen_for, steps=_chosen(before, day, done, today))
    rows = [step for step in (*before, *day) if step.id in view.steps]
    rows.sort(key=lambda step: view.steps.index(step.id))
    count, ticked = len(before) + len(day), sum(step.id in done for step in (*before, *day))
    return Checklist(
        heading=_("Your checklist"),
        count=_("{done} of {count} done").format(done=ticked, count=count),
        rows=tuple(
            StepTick(step.id, _(step.title), step_words.line(step, session, snapshot), step.id in done)
            for step in rows
        ),
        more=_("See all {count}").format(count=count) if count > len(rows) else "",
        session=session.id,
    ), view


def _chosen(
    before: tuple[CareStep, ...], day: tuple[CareStep, ...], done: frozenset[str], today: bool
) -> tuple[str, ...]:
    """The steps that Today shows: what is not done goes first; on the day itself those of the day do."""

    def first(steps: tuple[CareStep, ...], count: int) -> tuple[str, ...]:
        waiting = sorted(steps, key=lambda step: step.id in done)[:count]
        return tuple(step.id for step in steps if step in waiting)

    early, late = first(before, BEFORE_SHOWN), first(day, DAY_SHOWN)
    return (*late, *early) if today else (*early, *late)


def _helps(snapshot: Snapshot, session: Session, steps: CareSteps) -> HelpsNow | None:
    own = step_words.steps_of(steps, StepPhase.AFTER, session)
    now = step_words.running(own, session, snapshot.now)
    if not now:
        return None
    lines = tuple(
        HelpLine(step.id, step_words.icon(step), _(step.title), step_words.line(step, session, snapshot))
        for step in now[:HELPS_SHOWN]
    )
    count = len(now) + len(step_words.to_come(own, session, snapshot.now))
    more = _("See all {count}").format(count=count) if count > len(lines) else ""
    return HelpsNow(_("What helps now"), lines, more)


def _ill(snapshot: Snapshot, can_call: bool) -> ActionCard:
    """Whom to tell before going; a clinic that is known can be called from here."""
    card, phone = ill_card(), clinic_phone(snapshot.settings)
    if phone and can_call:
        return replace(card, intent="call", payload={"number": phone})
    return replace(card, subtitle=f"{card.subtitle}\n{phone}") if phone else card


def _treatment(snapshot: Snapshot, session: Session) -> ActionCard | None:
    protocol = snapshot.protocols.get(session.id)
    if protocol is None:
        return None
    return ActionCard(
        protocol.icon, _("About my treatment"), session_title(protocol, session),
        intent="treatment", payload={"id": session.id},
    )  # fmt: skip
