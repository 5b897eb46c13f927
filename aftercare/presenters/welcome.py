"""The first screen: three ways in, one consent, and the honest small print."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.words import gettext as _


@dataclass(frozen=True, slots=True)
class Way:
    """One of the three ways in; `intent` is what a press asks for."""

    intent: str
    icon: str
    title: str
    subtitle: str
    kind: str = "tonal"


@dataclass(frozen=True, slots=True)
class Paper:
    """A short text that opens over the screen."""

    title: str
    paragraphs: tuple[str, ...]
    close: str


@dataclass(frozen=True, slots=True)
class WelcomeState:
    """`fault` is empty, or the words beside the consent row that was passed over."""

    brand: str
    title: str
    lead: str
    ways: tuple[Way, ...]
    consent: str
    consented: bool
    fault: str
    read_more: str
    privacy: str
    about: Paper
    clinic_plan: Paper
    help: str


def build_state(consented: bool, refused: bool = False) -> WelcomeState:
    """`consented`: the row is ticked. `refused`: the patient went on without a tick and is told where it is."""
    return WelcomeState(
        brand=_("Aftercare"),
        title=_("Know what’s OK, and when"),
        lead=_("Your plan before and after mesotherapy: clear times, and help if something feels wrong."),
        ways=_ways(),
        consent=_(
            "I understand that Aftercare gives general advice. It does not replace my clinic or a doctor."
        ),
        consented=consented,
        fault=_("Please tick this first") if refused and not consented else "",
        read_more=_("Read more"),
        privacy=_("No account. Your data stays on this device."),
        about=_about(),
        clinic_plan=clinic_plan(),
        help=_("Feels wrong?"),
    )


def may_go_on(intent: str, consented: bool) -> bool:
    """Whether a way in is open: looking around saves nothing and needs no consent."""
    return consented or intent != "add-session"


def _ways() -> tuple[Way, ...]:
    return (
        Way("add-session", "calendar-plus", _("Add my session"), _("Coming up, or already done"), "primary"),
        Way("open-clinic-plan", "qr-code", _("Open a plan from my clinic"), _("For now, type its times in")),
        Way("example", "eye", _("Look around with an example"), _("Nothing is saved")),
    )


def _about() -> Paper:
    return Paper(
        title=_("What Aftercare is"),
        paragraphs=(
            _("Aftercare is not a medical device, and it is not a doctor."),
            _("Its times come from published articles. No clinician has reviewed them."),
            _("Your clinic knows your skin. What they say always comes first."),
            _("There is no account. Your data stays on this device."),
            _("Your files are readable only by your user account on this device."),
        ),
        close=_("Close"),
    )


def clinic_plan() -> Paper:
    """What stands in for plans from the clinic until they can be opened."""
    return Paper(
        title=_("Plans from your clinic"),
        paragraphs=(
            _("Opening a plan from your clinic is coming in a later version."),
            _("Until then, add your session. Then open a limit and choose “My clinic said”."),
            _("There you can type in the time your clinic gave you. It replaces ours."),
        ),
        close=_("Close"),
    )
