"""Today: what the patient may do right now, what changes next, and what is normal."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from aftercare.core.session import Session
from aftercare.presenters import today_hero as heroes
from aftercare.presenters import today_tiles as tiles
from aftercare.presenters import weekday_phrases, wording
from aftercare.presenters.alerts_banner import alerts_line
from aftercare.presenters.today_before import in_days, left_days, stop_list
from aftercare.presenters.today_healed import healed_cards
from aftercare.presenters.today_late import below_hero, late_card, watch_card, watching
from aftercare.presenters.today_limits import Courses, Limit, courses, limits
from aftercare.presenters.today_lists_state import StopList
from aftercare.presenters.today_mode import mode_of
from aftercare.presenters.today_rest import (
    advice_line,
    ask_card,
    check_in_card,
    clinic_question,
    example_banner,
    help_card,
    ill_card,
    lost_card,
    no_session,
    version_notice,
)
from aftercare.presenters.today_signs import changes, signs
from aftercare.presenters.today_state import ActionCard, Hero, Mode, TodayState, TodayView
from aftercare.presenters.today_ticks import refresh_at
from aftercare.presenters.today_words import session_moment
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

if TYPE_CHECKING:
    from aftercare.core.data_loss import Loss
    from aftercare.core.notify_port import Availability
    from aftercare.presenters.today_care_state import CareContent


def build_state(
    snapshot: Snapshot,
    view: TodayView | None = None,
    reach: Availability | None = None,
    care: CareContent | None = None,
    can_call: bool = False,
    losses: Sequence[Loss] = (),
) -> TodayState:
    """The whole screen at the snapshot's instant; `view` is what the patient chose on it.

    `reach`: whether alerts arrive, None until the system was asked. `care`: the content of steps and products, None
    for the first frame. `can_call`: this device can dial. `losses`: what damage to the data file has cost.
    """
    view = view or TodayView()
    last, coming = snapshot.last, snapshot.next
    states = courses(snapshot)
    counted = limits(snapshot, last, states) if last is not None else ()
    mode = mode_of(snapshot, counted)
    if mode is Mode.BEFORE and coming is not None:
        state = _before(snapshot, coming, states)
    elif last is not None:
        state = _after(snapshot, last, states, counted, mode, view)
    else:
        state = no_session(snapshot)
    if care is not None or state.mode is Mode.BEFORE:
        # Not for the first frame after a session.
        from aftercare.presenters.today_care import with_care

        state = with_care(state, snapshot, view, care, can_call)
    return replace(
        state,
        help_word=_("Feels wrong?"),
        can_i=_("Can I …?"),
        ask=ask_card() if state.mode is Mode.NONE else None,
        banner=example_banner() if snapshot.example else None,
        alerts=None if snapshot.example else alerts_line(reach, snapshot.settings),
        notice=version_notice(snapshot),
        lost=lost_card(losses),
    )


def respond(view: TodayView, state: TodayState, name: str, payload: Mapping[str, Any]) -> TodayView:
    """The view after an intent of Today: "filter" (state=; again, or empty, for all) or "see-all"."""
    view = replace(view, order=view.order or state.view.order, order_of=view.order_of or state.view.order_of)
    if name == "filter":
        chosen = str(payload.get("state", ""))
        return replace(view, filter="" if chosen == view.filter else chosen)
    if name == "see-all":
        return replace(view, filter="", expanded=True)
    return view


def next_tick(state: TodayState) -> datetime:
    """The next instant (UTC) at which a text of this state changes by itself."""
    return state.refresh_at


def _before(snapshot: Snapshot, session: Session, states: Courses) -> TodayState:
    days = left_days(snapshot, session)
    local = wording.local(session.start, session.zone).date()
    if days <= 0:
        heading = _("Stop before your session")
    elif days < 7:
        heading = _("Stop {before_weekday}").format(before_weekday=weekday_phrases.before(local))
    else:
        heading = _("Stop before {date}").format(date=wording.short_date(local))
    return TodayState(
        mode=Mode.BEFORE,
        hero=heroes.before(snapshot, session),
        refresh_at=refresh_at(snapshot.now, snapshot.zone, [session.start], _edges(snapshot)),
        card=heroes.before_card(snapshot, session),
        stops=stop_list(snapshot, session, states, heading),
        late=late_card(snapshot),
        watch=ill_card(),
        help=help_card(),
        advice=advice_line(),
    )


def _after(
    snapshot: Snapshot, last: Session, states: Courses, counted: tuple[Limit, ...], mode: Mode, view: TodayView
) -> TodayState:
    found = tiles.all_tiles(snapshot, states)
    if mode is Mode.RECOVERED:
        # What is left are the questions, so they come first.
        found = tuple(sorted(found, key=lambda tile: tile.tone == "ok"))
    order_of = f"{last.id} {wording.local(snapshot.now, snapshot.zone):%F} {mode}"
    if view.order_of != order_of:
        view = replace(view, order=tuple(tile.activity for tile in found), order_of=order_of)
    day = wording.day_after(last.start, snapshot.now, last.zone, snapshot.zone)
    targets = [limit.end for limit in counted] + tiles.countdowns(snapshot, states)
    hero, card = _top(snapshot, last, counted, mode)
    late = late_card(snapshot)
    if late is not None and mode is Mode.RECOVERED:
        hero, late = watching(snapshot, last, counted), below_hero(late)
    coming = snapshot.next
    if coming is not None:
        targets.append(coming.start)
    showing = tiles.shown(found, view)
    asks = view.filter == "ask"
    return TodayState(
        mode=mode,
        hero=hero,
        refresh_at=refresh_at(snapshot.now, snapshot.zone, targets, _edges(snapshot)),
        view=view,
        card=card,
        heading=_("Still with you") if mode is Mode.RECOVERED else _("Right now"),
        counts=tiles.counts(found, view),
        tiles=showing,
        later=() if view.filter else tiles.shown(found, replace(view, expanded=True))[len(showing) :],
        more=_more(len(found), view),
        note=clinic_question(snapshot, last, [tile.activity for tile in showing]) if asks else None,
        upcoming=_upcoming(snapshot, coming, states) if coming is not None else None,
        signs=signs(snapshot, last, day),
        late=late,
        watch=watch_card(snapshot) if mode is Mode.RECOVERED and late is None else None,
        healed=healed_cards(snapshot) if mode is Mode.RECOVERED else (),
        help=help_card(),
        advice=advice_line(),
    )


def _top(
    snapshot: Snapshot, last: Session, counted: tuple[Limit, ...], mode: Mode
) -> tuple[Hero, ActionCard | None]:
    if mode is Mode.DURING:
        return heroes.during(snapshot, last, counted), heroes.during_card(snapshot, counted)
    if mode is Mode.AFTER:
        return heroes.after(snapshot, last, counted), check_in_card()
    return heroes.recovered(snapshot, last, counted), heroes.recovered_card(snapshot)


def _more(count: int, view: TodayView) -> str:
    if view.filter:
        return _("Show all {count}").format(count=count)
    return "" if view.expanded or count <= tiles.FIRST else _("See all {count}").format(count=count)


def _upcoming(snapshot: Snapshot, session: Session, states: Courses) -> StopList | None:
    days = left_days(snapshot, session)
    if days >= 14:
        return None
    heading = _("Next session {when}").format(when=in_days(days))
    return stop_list(snapshot, session, states, heading, session_moment(session, snapshot.now, snapshot.zone))


def _edges(snapshot: Snapshot) -> list[datetime]:
    """Every instant at which a state, a session or a sentence changes."""
    found = [edge for window in snapshot.plan.parts for edge in (window.start, window.end) if edge is not None]
    found += [edge for session in snapshot.plan.sessions for edge in (session.start, session.end)]
    last = snapshot.last
    if last is not None:
        found += [last.end + after for after in changes(snapshot, last)]
    return found
