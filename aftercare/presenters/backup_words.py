"""How much is in a backup, and what a restore has kept, in words."""
from __future__ import annotations

from aftercare.core.backup import Counts, Preview
from aftercare.core.rows import BACKUP
from aftercare.words import gettext as _
from aftercare.words import ngettext


def counted_words(counts: Counts) -> tuple[str, ...]:
    """Each kind that is there with its number, such as "12 check-ins"."""
    sessions, check_ins, photos, times = counts.sessions, counts.check_ins, counts.photos, counts.clinic_times
    found = (
        (check_ins, ngettext("{count} check-in", "{count} check-ins", check_ins)),
        (sessions, ngettext("{count} session", "{count} sessions", sessions)),
        (photos, ngettext("{count} photo", "{count} photos", photos)),
        (times, ngettext("{count} clinic time", "{count} clinic times", times)),
    )
    return tuple(text.format(count=number) for number, text in found if number)


def kind_lines(counts: Counts) -> tuple[tuple[str, str], ...]:
    """The same, each with its icon, in the order of lists."""
    kinds = (
        ("syringe", Counts(sessions=counts.sessions)), ("notebook", Counts(check_ins=counts.check_ins)),
        ("image", Counts(photos=counts.photos)), ("hospital", Counts(clinic_times=counts.clinic_times)),
    )  # fmt: skip
    return tuple((icon, words) for icon, one in kinds for words in counted_words(one))


def in_words(counts: Counts) -> str:
    """All kinds in one line; a sentence where there is nothing."""
    return ", ".join(counted_words(counts)) or _("nothing")


def preview_words(preview: Preview) -> str:
    """What is in a backup and how much of it is newer here, in one line."""
    newer = preview.newer_here.total
    if not newer:
        return in_words(preview.backup)
    text = ngettext("{what}; {count} is newer here", "{what}; {count} are newer here", newer)
    return text.format(what=in_words(preview.backup), count=newer)


def version_words(copy_from: str) -> str:
    """Whose older version an entry is; nothing for every other entry."""
    if not copy_from:
        return ""
    return _("Older version, from the backup") if copy_from == BACKUP else _("Older version, from this device")
