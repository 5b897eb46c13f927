"""The one line on Today that says no alert can arrive, until the patient puts it away."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aftercare.words import gettext as _

if TYPE_CHECKING:
    from aftercare.core.notify_port import Availability

# The reason that was put away; another one is told again.
DISMISSED = "alerts_banner"


@dataclass(frozen=True, slots=True)
class AlertsLine:
    """`text` with a link, `action`, that opens the alerts, and a button named `dismiss` that stores `reason`."""

    text: str
    action: str
    dismiss: str
    reason: str


def alerts_line(found: Availability | None, settings: Mapping[str, str]) -> AlertsLine | None:
    """The line while alerts are known not to arrive, unless this reason was put away."""
    if found is None or found.ok:
        return None
    # Imported when there is something to say: Today's first frame comes before that is known.
    from aftercare.presenters.alerts_phone import question
    from aftercare.presenters.alerts_reach import blocked_title

    reason = blocked_title(found)
    if settings.get(DISMISSED) == reason:
        return None
    if found.ask:
        return AlertsLine(question(), _("Answer"), _("Put this line away"), reason)
    return AlertsLine(_("Alerts cannot reach you."), _("See why"), _("Put this line away"), reason)
