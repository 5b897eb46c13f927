"""What Hypothesis draws for the laws: windows, sessions near each other, and zones with odd clocks."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st

from aftercare.core.plan import RestrictionWindow
from aftercare.core.protocol import Claim, Phase, Source, Strength
from aftercare.core.session import Session, new_session
from tests.core.builders import ACTIVITIES, PROTOCOLS, protocol, utc

laws = settings(max_examples=80, deadline=None)

# Half an hour of summer time, a day that was skipped, a quarter of an hour, winter time in Ramadan, changes at
# midnight, the date line, no changes at all.
ZONES = (
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu",
    "Africa/Casablanca", "Africa/Cairo", "America/Sao_Paulo", "America/Havana", "Pacific/Kiritimati", "UTC",
)  # fmt: skip

BASE = utc("2026-03-25T09:00")
zones = st.sampled_from(ZONES)
instants = st.datetimes(datetime(2001, 1, 1), datetime(2098, 12, 30)).map(
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=UTC)
)
activities = st.sampled_from(ACTIVITIES)


@st.composite
def windows(draw: st.DrawFn) -> RestrictionWindow:
    """A window within a day of BASE, so that many touch; what its rule says depends on the rule's number alone."""
    start = draw(st.integers(0, 16))
    length = draw(st.one_of(st.integers(1, 6), st.none()))
    number = draw(st.integers(0, 5))
    session = draw(st.sampled_from(("s1", "s2", "s3")))
    return RestrictionWindow(
        activity=draw(st.sampled_from(("sun", "sauna"))),
        phase=draw(st.sampled_from((Phase.BEFORE, Phase.AFTER))),
        strength=draw(st.sampled_from(Strength)),
        start=BASE + timedelta(hours=start),
        end=None if length is None else BASE + timedelta(hours=start + length),
        decided_by=f"rule{number}",
        decided_session=session,
        rules=(f"rule{number}",),
        claims=(Claim(Source("article", number + 1), "about"),),
        sessions=(session,),
        extended=number % 2 == 0,
    )


def session_at(id: str, name: str, moment: datetime, zone: str, minutes: int) -> Session:
    """A session at the wall time that a clock in the zone shows at an instant."""
    shown = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
    return new_session(id, protocol(name), shown, zone, minutes)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """One session anywhere, at any time."""
    name, zone, minutes = draw(st.sampled_from(PROTOCOLS)), draw(zones), draw(st.integers(1, 480))
    return session_at("s1", name, draw(instants), zone, minutes)


@st.composite
def courses(draw: st.DrawFn, least: int = 1) -> list[Session]:
    """Up to four sessions within eleven days around the clock change of March 2026, so that their windows meet."""
    made = []
    for number in range(draw(st.integers(least, 4))):
        moment = BASE + timedelta(hours=draw(st.integers(0, 264)))
        name, zone, minutes = draw(st.sampled_from(PROTOCOLS)), draw(zones), draw(st.integers(1, 480))
        made.append(session_at(f"s{number}", name, moment, zone, minutes))
    return made


moments = st.integers(-24 * 60, 20 * 24 * 60).map(lambda minutes: BASE + timedelta(minutes=minutes))
