"""The calm parts of Today: no session yet, help, the question to the clinic, and what the app cannot read."""
from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aftercare.core.session import Session
from aftercare.presenters import wording
from aftercare.presenters.today_state import ActionCard, Hero, Mode, TodayState
from aftercare.presenters.today_ticks import refresh_at
from aftercare.presenters.today_words import lower, sentence, session_day, session_title
from aftercare.presenters.version_words import newer_times
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext

if TYPE_CHECKING:
    from aftercare.core.data_loss import Loss


def no_session(snapshot: Snapshot) -> TodayState:
    """Nothing is planned and nothing heals."""
    lead, intro = _("No session yet"), _("Add one, past or coming up. We work out your times.")
    return TodayState(
        mode=Mode.NONE,
        hero=Hero(title=_("Hello"), lead=lead, counting=False, spoken=sentence(lead, intro)),
        refresh_at=refresh_at(snapshot.now, snapshot.zone, [], []),
        intro=intro,
        choices=(
            ActionCard("calendar-plus", _("Add my session"), intent="add-session"),
            ActionCard("qr-code", _("Open a plan from my clinic"), intent="open-clinic-plan"),
            ActionCard("sparkle", _("Look around with an example"), _("Nothing is saved"), intent="example"),
        ),
    )


def help_card() -> ActionCard:
    """The way to help at the foot of the screen."""
    return ActionCard(
        "first-aid-kit", _("Something feels wrong?"), _("See what to do now"), intent="help", tone="dg"
    )


def check_in_card() -> ActionCard:
    """The way to the check-in, over the edge of the hero."""
    return ActionCard("smiley", _("How is your skin?"), _("Takes 1 minute"), _("Check in"), "check-in")


def ill_card() -> ActionCard:
    """Plain advice before a session; it leads nowhere."""
    return ActionCard("thermometer-hot", _("Feeling ill, or a new rash?"), _("Call your clinic before you go."))


def clinic_question(snapshot: Snapshot, session: Session, activities: list[str]) -> ActionCard:
    """What to do with what has no time, and one question about all of it, ready to be sent."""
    opening = _("My session was on {date}: {treatment}.").format(
        date=session_day(session),
        treatment=lower(session_title(snapshot.protocols[session.id], session)),
    )
    asked = [_(snapshot.activity(activity).question) for activity in activities]
    return ActionCard(
        "hospital",
        _("No article gives a time for these."),
        _("Wait until you have asked. Prescribed medicines go on."),
        ngettext("Copy my question", "Copy my {count} questions", len(asked)).format(count=len(asked)),
        "copy-question",
        {"text": wording.join(opening, *asked)},
        tone="ask",
    )



def advice_line() -> str:
    """What every plan says of itself."""
    return "\n".join((_("General advice, not a diagnosis."), _("Your clinic’s advice comes first.")))


def ask_card() -> ActionCard:
    """The way to everyday questions before there is a session."""
    return ActionCard("magnifying-glass", _("Ask “Can I …?”"), _("General times, no session needed"), intent="can-i")


def example_banner() -> ActionCard:
    """Shown while nothing on the screen is the patient's own."""
    return ActionCard("info", _("Example"), "", _("Add my session"), "add-session")


def lost_card(losses: Sequence[Loss]) -> ActionCard | None:
    """What damage to the data file has cost, until the patient has read it."""
    if not losses:
        return None
    return ActionCard("info", wording.join(*(loss.sentence for loss in losses)), "", _("Got it"), "losses-told")


def version_notice(snapshot: Snapshot) -> str:
    """What is said of sessions that were made with a newer version; empty where there are none."""
    return wording.join(_unreadable(len(snapshot.unreadable)), newer_times(snapshot))


def _unreadable(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "A session was made with a newer Aftercare. Its times are not shown.",
        "{count} sessions were made with a newer Aftercare. Their times are not shown.",
        count,
    ).format(count=count)
