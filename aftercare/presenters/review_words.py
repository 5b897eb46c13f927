"""Who has looked at a piece of content, in words that stand beside it."""
from __future__ import annotations

from aftercare.core.review import Review
from aftercare.presenters import calendar_names
from aftercare.words import gettext as _


def compiled_note(review: Review) -> str:
    """The note under the articles behind an answer."""
    if review.reviewed:
        return _("Compiled from published articles. Reviewed by {clinician}.").format(clinician=review.reviewed_by)
    return _("Compiled from published articles. No clinician has reviewed it.")


def version_note(review: Review) -> str:
    """Version, date and reviewer, for the end of a text."""
    day = review.date
    date = _("{day} {month} {year}").format(day=day.day, month=calendar_names.month_name(day.month), year=day.year)
    said = {"version": review.version, "date": date}
    if review.reviewed:
        return _("Version {version} of {date}. Reviewed by {clinician}.").format(clinician=review.reviewed_by, **said)
    return _("Version {version} of {date}. No clinician has reviewed this yet.").format(**said)
