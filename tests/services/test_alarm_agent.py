"""How the agent of a desktop waits, with a clock that only its naps move."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import TracebackType

import pytest

from aftercare.services.alarm_agent import LONGEST_NAP, RETRY, keep_delivering, nap

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


class Night:
    """A turn that ends after so many naps, each of which moves the clock."""

    def __init__(self, naps: int) -> None:
        self.left = naps
        self.time = NOW

    def __enter__(self) -> bool:
        return True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def wait(self, seconds: float) -> bool:
        self.time += timedelta(seconds=seconds)
        self.left -= 1
        return self.left <= 0

    def now(self) -> datetime:
        return self.time


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (None, LONGEST_NAP),
        (NOW + timedelta(days=3), LONGEST_NAP),
        (NOW + timedelta(seconds=7), timedelta(seconds=7)),
        (NOW, RETRY),
        (NOW - timedelta(hours=1), RETRY),
    ],
)
def test_a_nap_ends_when_something_is_due_and_never_later_than_five_minutes(
    due: datetime | None, expected: timedelta
) -> None:
    assert nap(NOW, due) == expected


def test_each_instant_is_met_to_the_second() -> None:
    # given three instants, the last of them far away
    instants = [NOW + timedelta(minutes=2, seconds=30), NOW + timedelta(minutes=11), NOW + timedelta(hours=2)]
    night, told = Night(60), dict[datetime, datetime]()

    def deliver() -> None:
        told.update({instant: night.now() for instant in instants if instant <= night.now() and instant not in told})

    def next_due() -> datetime | None:
        return min((instant for instant in instants if instant not in told), default=None)

    keep_delivering(night, night.now, deliver, next_due)

    assert told == {instant: instant for instant in instants}


def test_it_delivers_before_its_first_nap_and_ends_after_the_turn() -> None:
    night, delivered = Night(1), [0]

    def deliver() -> None:
        delivered[0] += 1

    keep_delivering(night, night.now, deliver, lambda: None)
    assert delivered == [1]


def test_once_the_patient_has_withdrawn_nothing_more_is_delivered() -> None:
    # given an agent that came up after it had been removed
    night, delivered = Night(9), [0]

    def deliver() -> None:
        delivered[0] += 1

    keep_delivering(night, night.now, deliver, lambda: None, lambda: delivered[0] == 0)
    assert delivered == [0]
    # and one that sees it between two deliveries
    keep_delivering(night, night.now, deliver, lambda: None, lambda: delivered[0] == 2)
    assert delivered == [2]
