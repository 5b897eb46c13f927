"""More: the patient's sessions, alerts and emergency number, how the app looks, and what the app is."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from aftercare.core.errors import InvalidInput
from aftercare.core.help import checked_number, own_number
from aftercare.core.notify_port import Availability
from aftercare.presenters import wording
from aftercare.presenters.emergency import emergency
from aftercare.presenters.more_about import AboutPart, about_part
from aftercare.presenters.more_language import LanguagePart, language_part
from aftercare.presenters.more_sessions import SessionsPart, sessions_part
from aftercare.presenters.my_data import DataPart, data_part
from aftercare.presenters.result_phone import clinic_phone, phone_form
from aftercare.presenters.result_state import PhoneForm
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

# The names under which these choices are stored, and what is meant where nothing is.
TEXT_SETTING, THEME_SETTING = "text_scale", "theme"
TEXT_SCALES = ("1.0", "1.15", "1.3", "1.5", "2.0")
THEMES = ("light", "dark", "auto")


@dataclass(frozen=True, slots=True)
class MoreFacts:
    """What only the running app knows. `availability` None: not looked at yet. `next_alert` is UTC."""

    availability: Availability | None
    next_alert: datetime | None
    version: str
    data_folder: str
    # Whether a code locks the app; None where none can be set.
    lock_set: bool | None = None
    # How many other versions are kept since a backup was put in.
    versions: int = 0


@dataclass(frozen=True, slots=True)
class LooksPart:
    """`sizes` are (value to store, words). `size` and `theme` are the present values."""

    title: str
    size_title: str
    sizes: tuple[tuple[str, str], ...]
    size: str
    theme_title: str
    themes: tuple[tuple[str, str], ...]
    theme: str


@dataclass(frozen=True, slots=True)
class AlertsRow:
    """The row that leads to the alerts. `tone` is "pri", or "care" where none can arrive."""

    icon: str
    tone: str
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class NumberPart:
    """The emergency number and the words of the sheet in which it is changed. `number` is the patient's own, or empty;
    `row` is the one that is called, and where it comes from.
    """

    title: str
    label: str
    number: str
    row: str
    hint: str
    save: str


@dataclass(frozen=True, slots=True)
class CancelWords:
    """What is asked before a session is cancelled, and said after."""

    question: str
    text: str
    keep: str
    cancel: str
    done: str


@dataclass(frozen=True, slots=True)
class MoreState:
    """The whole of More."""

    title: str
    help: str
    sessions: SessionsPart
    cancel: CancelWords
    care_title: str
    alerts: AlertsRow
    looks: LooksPart
    language: LanguagePart
    number: NumberPart
    clinic: PhoneForm
    clinic_number: str
    check_title: str
    check_line: str
    data: DataPart
    about: AboutPart


def build_state(snapshot: Snapshot, facts: MoreFacts) -> MoreState:
    """Everything in this state works today; what does not exist yet has no row."""
    return MoreState(
        title=_("More"),
        help=_("Feels wrong?"),
        sessions=sessions_part(snapshot),
        cancel=CancelWords(
            question=_("Cancel this session?"),
            text=_("Its limits and alerts go away. You can undo this for 6 seconds."),
            keep=_("Keep it"),
            cancel=_("Yes, cancel it"),
            done=_("Session cancelled"),
        ),
        care_title=_("My care"),
        alerts=_alerts(snapshot, facts),
        looks=_looks(snapshot),
        language=language_part(snapshot.settings),
        number=_number(snapshot),
        clinic=phone_form(snapshot.settings),
        clinic_number=clinic_phone(snapshot.settings) or _("Not added yet"),
        check_title=_("Before you go"),
        check_line=_("What to tell your clinic first"),
        data=data_part(snapshot, facts.lock_set, facts.versions),
        about=about_part(facts.version, facts.data_folder),
    )


def number_fault(text: str) -> str:
    """Empty, or the sentence beside the field when a number cannot be called."""
    if not text.strip():
        # The number of the country is taken again.
        return ""
    try:
        checked_number(text)
    except InvalidInput as refused:
        return refused.message
    return ""


def _looks(snapshot: Snapshot) -> LooksPart:
    size = snapshot.settings.get(TEXT_SETTING, "")
    theme = snapshot.settings.get(THEME_SETTING, "")
    return LooksPart(
        title=_("How it looks"),
        size_title=_("Text size"),
        sizes=tuple((scale, _("{percent} %").format(percent=round(float(scale) * 100))) for scale in TEXT_SCALES),
        size=size if size in TEXT_SCALES else TEXT_SCALES[0],
        theme_title=_("Theme"),
        themes=tuple(zip(THEMES, (_("Light"), _("Dark"), _("Auto")), strict=True)),
        theme=theme if theme in THEMES else "auto",
    )


def _alerts(snapshot: Snapshot, facts: MoreFacts) -> AlertsRow:
    found = facts.availability
    if found is not None and not found.ok and not snapshot.example:
        return AlertsRow("bell-slash", "care", _("Alerts"), _("They cannot reach you"))
    return AlertsRow("bell", "pri", _("Alerts"), _next(snapshot, facts.next_alert))


def _next(snapshot: Snapshot, alert: datetime | None) -> str:
    if snapshot.example:
        return _("The example sends none")
    if alert is None:
        return _("Nothing is planned now")
    soonest = max(alert, snapshot.now)
    return _("Next: {moment}").format(moment=wording.moment_within(soonest, snapshot.now, snapshot.zone))


def _number(snapshot: Snapshot) -> NumberPart:
    called = emergency(snapshot)
    return NumberPart(
        title=_("Emergency number"),
        label=_("Number to call in an emergency"),
        number=own_number(snapshot.settings),
        row=f"{called.number}. {called.source}" if called.source else called.number,
        hint=_("Leave it empty, and we take the number of the country you are in."),
        save=_("Save"),
    )
