"""Once all limits are over, Today looks back: how the skin healed, and a last picture to compare."""
from __future__ import annotations

from collections.abc import Sequence

from aftercare.core.observation import Observation
from aftercare.core.session import Session
from aftercare.presenters import wording
from aftercare.presenters.today_state import ActionCard
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext


def healed_cards(snapshot: Snapshot) -> tuple[ActionCard, ...]:
    """The way to the chart, where the patient checked in, and to the camera, where an earlier picture waits."""
    session = snapshot.last
    if session is None:
        return ()
    mine = [each for each in snapshot.observations if each.session_id == session.id and not each.copy_from]
    return tuple(card for card in (_healed(len(mine)), _picture(snapshot, session, mine)) if card is not None)


def _healed(count: int) -> ActionCard | None:
    if not count:
        return None
    line = ngettext("{count} check-in, as a chart", "{count} check-ins, as a chart", count).format(count=count)
    return ActionCard("trend-down", _("How you healed"), line, intent="healing", tone="pri")


def _picture(snapshot: Snapshot, session: Session, mine: Sequence[Observation]) -> ActionCard | None:
    dates = [each.date for each in mine if each.photos]
    if not dates or max(dates) >= wording.local(snapshot.now, snapshot.zone).date():
        return None
    day = (min(dates) - wording.local(session.start, session.zone).date()).days
    line = _("To compare with day {day}").format(day=day)
    return ActionCard("camera", _("Last photo, same light"), line, intent="add-photo", tone="pri")
