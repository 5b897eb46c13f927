"""Where things stand in the recovery chart: days along, four strengths up."""
from __future__ import annotations

from typing import TYPE_CHECKING

from aftercare.core.observation import Severity
from aftercare.presenters.check_in_usual import STRENGTHS
from aftercare.presenters.recovery_state import ChartDrawing, ChartPoint
from aftercare.presenters.recovery_words import spoken
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

if TYPE_CHECKING:
    from aftercare.presenters.recovery import Line

DAY = 24.0
LEAST_DAYS = 3
# Room behind the end of what may be normal, so that the end is seen.
BEHIND = DAY / 2
# Beyond these many days a step of the axis is more than one day.
EACH_DAY = 8
# Of more check-ins than this the strongest of each stretch is drawn.
MOST_POINTS = 120


def drawing(line: Line, snapshot: Snapshot, name: str, told: tuple[str, ...]) -> ChartDrawing:
    """The picture of a symptom; `told` are the sentences that say the same."""
    expected = line.usual_hours > 0
    usual, latest = (line.usual_hours, line.latest_hours) if expected else (0.0, 0.0)
    now = line.hours(snapshot.now)
    last = line.hours(line.logged[-1][0]) if line.logged else 0.0
    # Now stands in the picture while it is near what is told of; months later it would press all to the left.
    with_now = now <= 3 * max(latest, last, LEAST_DAYS * DAY)
    most = max(latest + BEHIND, last, now if with_now else 0.0, LEAST_DAYS * DAY)
    step = max(1, -(-int(-(-most // DAY)) // EACH_DAY))
    days = -(-int(-(-most // DAY)) // step) * step
    width = days * DAY
    return ChartDrawing(
        usual=usual / width if expected else None,
        latest=latest / width if expected else None,
        now=now / width if with_now else None,
        points=_points(line, width),
        ticks=tuple((day / days, str(day)) for day in range(0, days + 1, step)),
        steps=tuple(_(STRENGTHS[severity]) for severity in Severity),
        now_word=_("Now"),
        axis=_("Days after your session"),
        usual_word=_("Usual time"),
        latest_word=_("Can still be normal"),
        spoken=spoken(name, told),
    )


def _points(line: Line, width: float) -> tuple[ChartPoint, ...]:
    ranks = [(line.hours(at) / width, r.known_severity.rank) for at, r in line.logged if r.known_severity is not None]
    if len(ranks) > MOST_POINTS:
        strongest: dict[int, tuple[float, int]] = {}
        for at, rank in ranks[:-1]:
            kept = strongest.get(int(at * MOST_POINTS))
            if kept is None or rank > kept[1]:
                strongest[int(at * MOST_POINTS)] = (at, rank)
        ranks = [*sorted(strongest.values()), ranks[-1]]
    return tuple(ChartPoint(at, rank) for at, rank in ranks)
