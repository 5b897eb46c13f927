"""The sentences of alerts about activities, for one or for many."""
from __future__ import annotations

from aftercare.words import gettext as _
from aftercare.words import ngettext

# Desktops cut a notification at 255 characters or more; a sentence leaves room for a second one.
LONGEST_LIST = 160


def prepare_text(names: list[str], gentle: bool) -> str:
    """What to leave, or to go easy on, before a session."""
    stop, slow = _("Before your session, stop: {activities}."), _("Before your session, go easy on: {activities}.")
    template = slow if gentle else stop
    return template.format(activities=_listed([_inside(name) for name in names]))


def allowed_text(names: list[str], verb: str = "are") -> str:
    """ "Makeup is OK again.", or one sentence for several activities."""
    single = len(names) == 1 and verb == "is"
    template = _("{activities} is OK again.") if single else _("{activities} are OK again.")
    return template.format(activities=_listed(_beginning(names)))


def soon_text(names: list[str], verb: str, minutes: int, time: str) -> str:
    """ "Makeup is OK in 30 minutes, today at 15:00."; `time` is the last part."""
    if len(names) == 1 and verb == "is":
        text = ngettext(
            "{activities} is OK in {count} minute, {time}.", "{activities} is OK in {count} minutes, {time}.", minutes
        )
    else:
        text = ngettext(
            "{activities} are OK in {count} minute, {time}.", "{activities} are OK in {count} minutes, {time}.", minutes
        )
    return text.format(activities=_listed(_beginning(names)), count=minutes, time=time)


def _beginning(names: list[str]) -> list[str]:
    """Names at the beginning of a sentence: only the first keeps its capital letter."""
    return names[:1] + [_inside(name) for name in names[1:]]


def _inside(name: str) -> str:
    return name[:1].lower() + name[1:]


def _listed(names: list[str]) -> str:
    """All names, or as many as there is room for and how many more."""
    names = list(dict.fromkeys(names))
    kept = len(names)
    while kept > 1 and len(_(", ").join(names[:kept])) > LONGEST_LIST:
        kept -= 1
    listed = _(", ").join(names[:kept])
    if kept == len(names):
        return listed
    return _("{activities} and {count} more").format(activities=listed, count=len(names) - kept)
