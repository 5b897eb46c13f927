"""App lock in More: set a code, keep the recovery code, change the code, when it locks, and turning it off."""
from __future__ import annotations

from dataclasses import dataclass, replace

from aftercare.core.lock_code import FEWEST_DIGITS, FEWEST_LETTERS
from aftercare.core.lock_policy import CHOICES, AutoLock
from aftercare.presenters.my_data import how_it_lies
from aftercare.services.neutral_delivery import neutral_words
from aftercare.words import gettext as _
from aftercare.words import ngettext


@dataclass(frozen=True, slots=True)
class SetupView:
    """How far the patient is. `stage`: "home", "current", "choose", "confirm" or "note".

    `purpose`: "set", "change" or "off". `words`: a passphrase is typed in place of digits. `groups`: the recovery code
    that is shown once.
    """

    stage: str = "home"
    purpose: str = "set"
    words: bool = False
    busy: bool = False
    fault: str = ""
    groups: tuple[str, ...] = ()
    ticked: bool = False
    missing_tick: bool = False
    done: str = ""


@dataclass(frozen=True, slots=True)
class SetupState:
    """What the page shows; only the parts of its `stage` are filled. `step` of 2, or 0 outside the two steps."""

    stage: str
    title: str
    back: str
    heading: str
    lead: str
    step: int
    fault: str
    busy: str
    done: str
    words: bool = False
    entry: str = ""
    show: str = ""
    other_way: str = ""
    next: str = ""
    delete: str = ""
    lock_on: bool = False
    facts: tuple[tuple[str, str], ...] = ()
    set: str = ""
    change: str = ""
    off: str = ""
    now: str = ""
    after_title: str = ""
    after: tuple[tuple[str, str], ...] = ()
    after_chosen: str = ""
    hidden: str = ""
    hidden_on: bool = False
    hidden_line: str = ""
    groups: tuple[str, ...] = ()
    groups_spoken: str = ""
    copy: str = ""
    copied: str = ""
    save: str = ""
    tick: str = ""
    ticked: bool = False
    tick_fault: str = ""
    alerts_title: str = ""
    alert: tuple[str, str] = ("", "")
    alerts_line: str = ""


def build_state(view: SetupView, lock_on: bool, choice: AutoLock, hides_screens: bool, recovered: bool) -> SetupState:
    """`hides_screens`: this system keeps our screens out of its list of open apps."""
    base = SetupState(
        stage=view.stage, title=_("App lock"), back=_("Back"), heading="", lead="", step=0, fault=view.fault,
        busy=_busy(view) if view.busy else "", done=view.done, words=view.words, lock_on=lock_on,
        delete=_("Delete the last digit"),
    )  # fmt: skip
    if view.stage == "note":
        return _note(base, view)
    if view.stage in ("current", "choose", "confirm"):
        return _typing(base, view, recovered)
    return _home(base, choice, hides_screens)


def _busy(view: SetupView) -> str:
    if view.stage == "note":
        return _("Encrypting your data")
    return _("Bringing your data back") if view.purpose == "off" else _("Checking")


def _home(base: SetupState, choice: AutoLock, hides_screens: bool) -> SetupState:
    hides = (
        _("Your screens are hidden in the list of open apps.") if hides_screens
        else _("This system cannot hide our screens from other programs.")
    )  # fmt: skip
    if not base.lock_on:
        return replace(
            base, heading=_("Lock Aftercare with a code"), lead=how_it_lies(False),
            facts=(
                ("lock-key", _("With a code, everything is encrypted: plan, diary and photos.")),
                ("bell", _("Alerts still come, with hidden wording.")),
                ("first-aid-kit", _("Emergency help stays open without a code.")),
                ("key", _("A recovery code opens it if you forget your code.")),
            ),
            set=_("Set a code"),
        )  # fmt: skip
    return replace(
        base, heading=_("The lock is on"), lead=how_it_lies(True), facts=(("eye-slash", hides),),
        change=_("Change the code"), off=_("Turn the lock off"), now=_("Lock now"),
        after_title=_("Lock by itself"),
        after=tuple((str(minutes), _after(minutes)) for minutes in CHOICES),
        after_chosen=str(choice.minutes),
        hidden=_("Lock when another app is in front"), hidden_on=choice.when_hidden or choice.minutes == 0,
        hidden_line=_("Or when the window is put away"),
    )  # fmt: skip


def _after(minutes: int) -> str:
    if not minutes:
        return _("At once")
    return ngettext("After {count} minute", "After {count} minutes", minutes).format(count=minutes)


def _typing(base: SetupState, view: SetupView, recovered: bool) -> SetupState:
    other = _("Use digits") if view.words else _("Use a passphrase")
    entry, show = (_("Passphrase"), _("Show the passphrase")) if view.words else ("", "")
    base = replace(base, entry=entry, show=show, other_way=other)
    if view.stage == "current":
        return replace(
            base, heading=_("Enter your code"), lead=_("The code that opens Aftercare until now."),
            next=_("Turn the lock off") if view.purpose == "off" else _("Next: new code"),
        )  # fmt: skip
    if view.stage == "confirm":
        return replace(
            base, step=1, heading=_("Once more, please"), lead=_("Type the same code again."), other_way="",
            next=_("Next: recovery code"),
        )  # fmt: skip
    lead = (
        _("{fewest} characters or more. Several words are easy to keep in mind.").format(fewest=FEWEST_LETTERS)
        if view.words else
        _("{fewest} digits or more. Not your birthday, and not the code of your phone.").format(fewest=FEWEST_DIGITS)
    )  # fmt: skip
    heading = _("Choose a new code") if recovered or view.purpose == "change" else _("Choose a code")
    return replace(base, step=1, heading=heading, lead=lead, next=_("Next: type it again"))


def _note(base: SetupState, view: SetupView) -> SetupState:
    return replace(
        base, step=2, heading=_("Your recovery code"),
        lead=_("The only way in if you forget your code. We cannot reset it: we have no account for you."),
        groups=view.groups, groups_spoken=_("Recovery code: {groups}").format(groups=", ".join(view.groups)),
        copy=_("Copy"), copied=_("Copied"), save=_("Save as file"),
        tick=_("I wrote it down in a safe place"), ticked=view.ticked,
        tick_fault=_("Please tick this first") if view.missing_tick else "",
        alerts_title=_("While the app is locked"), alert=neutral_words(),
        alerts_line=_("Alerts still come, with hidden wording. A tap asks for your code. Emergency help stays open."),
        next=_("Turn on the lock") if view.purpose == "set" else _("Use the new code"),
    )  # fmt: skip


def differ() -> str:
    """The two codes are not the same."""
    return _("The two codes are not the same.")


def done_words(purpose: str) -> str:
    """What was done, in one sentence."""
    return {
        "set": _("The lock is on. Your data is encrypted."),
        "change": _("The new code is set. The old one opens nothing any more."),
        "off": _("The lock is off. Your data is not encrypted any more."),
    }[purpose]


def file_text(groups: tuple[str, ...]) -> str:
    """What is written into the file of the recovery code."""
    return _("Recovery code of Aftercare: {groups}").format(groups=" ".join(groups)) + "\n"


def saved_words(path: str) -> str:
    """Where the recovery code was saved."""
    return _("Saved: {path}. Keep it apart from this device.").format(path=path)


def not_saved_words() -> str:
    """The recovery code could not be written into a file."""
    return _("The recovery code was not saved. Write it down.")
