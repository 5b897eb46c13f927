"""The lock screen: the code, the passphrase, the recovery code, the wait; nothing of the patient's data."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from math import ceil

from aftercare.core.lock_policy import WAITS, wait_after
from aftercare.services.app_lock_state import LockState
from aftercare.words import gettext as _
from aftercare.words import ngettext

CODE, WORDS, RECOVERY = "code", "words", "recovery"
FEWEST_DOTS = 6


@dataclass(frozen=True, slots=True)
class LockView:
    """Which secret is typed. `busy`: it is being tried."""

    way: str = CODE
    busy: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class LockScreenState:
    """`stage`: "code", "words", "recovery" or "wait". `ways` are (way, icon, title, subtitle); `fraction`: of the wait
    that is left."""

    stage: str
    title: str
    lead: str
    fault: str
    busy: str
    open: str
    delete: str
    entry: str = ""
    show: str = ""
    ways: tuple[tuple[str, str, str, str], ...] = ()
    clock: str = ""
    clock_line: str = ""
    clock_spoken: str = ""
    fraction: float = 0.0
    note: str = ""
    emergency: str = ""
    emergency_line: str = ""
    empty: str = ""


def build_state(lock: LockState, view: LockView) -> LockScreenState:
    """What is shown while the data is locked."""
    stage = "wait" if lock.wait and view.way != RECOVERY else view.way
    base = LockScreenState(
        stage=stage,
        title=_("Enter your code"),
        lead=_("Aftercare is locked"),
        fault=view.fault,
        busy=_("Opening") if view.busy else "",
        open=_("Open"),
        empty=_("Type your code first."),
        delete=_("Delete the last digit"),
        emergency=_("Emergency help"),
        emergency_line=_("Works without your code. Shows none of your data."),
    )
    code = (CODE, "dots-nine", _("Use my digits"), "")
    words = (WORDS, "text-aa", _("Type a passphrase"), "")
    recovery = (RECOVERY, "key", _("Use my recovery code"), _("The 4 groups you wrote down"))
    forgot = (RECOVERY, "", _("Forgot your code?"), "")
    if stage == "wait":
        return _waiting(base, lock, recovery)
    if stage == WORDS:
        return replace(
            base, title=_("Enter your passphrase"), entry=_("Passphrase"), show=_("Show the passphrase"),
            ways=(code, forgot), empty=_("Type your passphrase first."),
        )  # fmt: skip
    if stage == RECOVERY:
        return replace(
            base, title=_("Your recovery code"), lead=_("Type the 4 groups. 0 and O, 1 and I count as the same."),
            entry=_("Recovery code"), ways=(code, words), note=lost_code(),
            empty=_("Type your recovery code first."),
        )  # fmt: skip
    return replace(base, ways=(words, forgot))


def lost_code() -> str:
    """What is left without any code."""
    return _("No code left? Nobody can open this data. A backup file opens with its own password.")


def _waiting(base: LockScreenState, lock: LockState, recovery: tuple[str, str, str, str]) -> LockScreenState:
    left = ceil(lock.wait.total_seconds())
    whole = max(wait_after(lock.wrong), lock.wait).total_seconds()
    said = ngettext("{count} wrong code. Try again soon.", "{count} wrong codes. Try again soon.", lock.wrong)
    minutes, seconds = divmod(left, 60)
    spoken = ngettext("{count} second to wait", "{count} seconds to wait", left).format(count=left)
    if minutes:
        spoken = ngettext("{count} minute to wait", "{count} minutes to wait", minutes).format(count=minutes)
    return replace(
        base, title=_("Please wait a little"), lead=said.format(count=lock.wrong), fault="",
        clock=f"{minutes}:{seconds:02}", clock_line=_("to wait"), clock_spoken=spoken,
        fraction=lock.wait.total_seconds() / whole if whole else 0.0, ways=(recovery,), note=_how_it_grows(),
    )  # fmt: skip


def _how_it_grows() -> str:
    text = _("Nothing is deleted, however often you try. The wait grows: {steps}.")
    return text.format(steps=", ".join(_short(wait) for wait in WAITS))


def _short(wait: timedelta) -> str:
    seconds = int(wait.total_seconds())
    said = _("{count} s").format(count=seconds) if seconds < 60 else _("{count} min").format(count=seconds // 60)
    # No line ends between a number and its unit.
    return said.replace(" ", "\u00a0")


def typed_words(count: int) -> str:
    """How many digits are typed; which ones nobody hears."""
    return ngettext("{count} digit typed", "{count} digits typed", count).format(count=count)
