"""Feels wrong? Signs by urgency and what to do about each, with or without a session, even without content."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.core.help import HelpContent, Sign, Tier, Urgency
from aftercare.presenters import wording
from aftercare.presenters.emergency import EmergencyNumber, emergency, signs_in_short
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext

# urgency -> (tone, icon); the emergency stands apart, on solid red
_LOOKS = {
    Urgency.SAME_HOUR: ("not_yet", "phone-call-fill"),
    Urgency.SAME_DAY: ("not_yet", "stethoscope"),
    Urgency.CLINIC: ("with_care", "chat-text"),
}


@dataclass(frozen=True, slots=True)
class SignLine:
    """One sign; `under` says how it shows on brown or black skin, or what else to know. May be empty."""

    text: str
    under: str
    spoken: str


@dataclass(frozen=True, slots=True)
class CallState:
    """The emergency number and, in `source`, where it comes from (may be empty). `can_call`: this device can dial it;
    otherwise the number stands large, to be copied.
    """

    number: str
    source: str
    can_call: bool
    label: str
    action: str
    copied: str


@dataclass(frozen=True, slots=True)
class TierCard:
    """A less urgent step. `call` is the words of a button for the emergency number, or empty."""

    urgency: str
    tone: str
    icon: str
    title: str
    lead: str
    signs: tuple[SignLine, ...]
    call: str
    spoken: str


@dataclass(frozen=True, slots=True)
class HelpState:
    """`say` is empty where no session of the patient's own explains the call. `skip` leads past the emergency,
    `check_in` to the questions about the skin; both may be empty."""

    title: str
    close: str
    heading: str
    lead: str
    signs: tuple[SignLine, ...]
    call: CallState
    say: str
    skip: str
    steps_title: str
    steps: tuple[str, ...]
    others_title: str
    others_lead: str
    tiers: tuple[TierCard, ...]
    check_in: str
    notes: tuple[str, ...]


def build_state(content: HelpContent | None, snapshot: Snapshot | None = None, can_call: bool = False) -> HelpState:
    """`content` None: it could not be read; `snapshot` None: the patient's data could not. Help stands all the same."""
    called = emergency(snapshot)
    number = called.number
    tiers = content.tiers if content else ()
    first = next((tier for tier in tiers if tier.urgency is Urgency.EMERGENCY), None)
    others = tuple(_card(tier, number, can_call) for tier in tiers if tier.urgency in _LOOKS)
    return HelpState(
        title=_("Feels wrong?"),
        close=_("Close"),
        heading=_(first.title) if first else _("Get emergency help now"),
        lead=_(first.lead) if first else _("Do not wait for your clinic."),
        signs=tuple(_line(sign) for sign in first.signs) if first else _plain_signs(),
        call=_call(called, can_call),
        say=_say(content, snapshot),
        skip=_("None of these") if others else "",
        steps_title=_("While you wait"),
        steps=tuple(_(step) for step in content.steps) if content else (_("Ask someone to stay with you."),),
        others_title=_("None of these?") if others else _("Anything else?"),
        others_lead=_("Start at the top. Take the first that fits.") if others
        else _("We could not open our list of signs. When in doubt, call your clinic."),
        tiers=others,
        check_in=_("None of these? Check in") if others else "",
        notes=(
            _("Not sure? Choose the step that is more urgent, or call."),
            _("General advice, not a diagnosis. Your clinic’s advice comes first."),
            _("Put together from public health texts. No clinician has reviewed it."),
        ),
    )


def _plain_signs() -> tuple[SignLine, ...]:
    """What must be said even where the content cannot be read."""
    return tuple(SignLine(text, "", text) for text in signs_in_short())


def _call(called: EmergencyNumber, can_call: bool) -> CallState:
    number = called.number
    return CallState(
        number=number,
        source=called.source,
        can_call=can_call,
        label="" if can_call else _("Call this number from any phone"),
        action=_("Call {number}").format(number=number) if can_call else _("Copy number"),
        copied=_("Copied"),
    )


def _line(sign: Sign) -> SignLine:
    under = wording.join(_(sign.skin) if sign.skin else "", _(sign.note) if sign.note else "")
    return SignLine(_(sign.text), under, ". ".join(part.rstrip(".") for part in (_(sign.text), under) if part))


def _card(tier: Tier, number: str, can_call: bool) -> TierCard:
    tone, icon = _LOOKS[tier.urgency]
    soon = tier.urgency is Urgency.SAME_HOUR
    lead = _(tier.lead)
    if soon and not can_call:
        lead = wording.join(lead, _("No answer? Call {number}.").format(number=number))
    return TierCard(
        urgency=tier.urgency.value,
        tone=tone,
        icon=icon,
        title=_(tier.title),
        lead=lead,
        signs=tuple(_line(sign) for sign in tier.signs),
        call=_("No answer? Call {number}").format(number=number) if soon and can_call else "",
        spoken=_("{title}. {lead}").format(title=_(tier.title), lead=lead),
    )


def _say(content: HelpContent | None, snapshot: Snapshot | None) -> str:
    """What to say on the phone. An example's session is nobody's, so it is never said."""
    session = snapshot.last if snapshot and not snapshot.example else None
    if session is None or snapshot is None:
        return ""
    passed = wording.day_after(session.start, snapshot.now, session.zone, snapshot.zone)
    if passed <= 0:
        when = _("today")
    elif passed == 1:
        when = _("yesterday")
    else:
        when = ngettext("{count} day ago", "{count} days ago", passed).format(count=passed)
    sentence = (content.said if content else {}).get(session.protocol)
    words = _(sentence) if sentence else _("I had a skin treatment {when}, and …")
    return _("Say: “{sentence}”").format(sentence=words.format(when=when))
