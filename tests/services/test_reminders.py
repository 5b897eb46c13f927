"""Given sessions and a journal, when alerts are delivered, then each arrives once and none is lost."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.adapters.store import Store
from aftercare.core.session import Session, SessionStatus, new_session
from aftercare.services.reminders import deliver
from aftercare.services.snapshot import build
from tests.fakes.notifiers import MemoryNotifier

CATALOGUE = FileCatalogue()
MINUTE = timedelta(minutes=1)


def body_session(**changes: object) -> Session:
    """10:00 to 10:30 in Berlin on 8 June; timed limits end on 10 and 11 June at 10:30."""
    return new_session(
        "s1", CATALOGUE.protocol("body-injection"), datetime(2026, 6, 8, 10), "Europe/Berlin", **changes
    )  # type: ignore[arg-type]


END = datetime(2026, 6, 11, 8, 30, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def run(store: Store, notifier: MemoryNotifier, now: datetime, session: Session | None = None, wording: str = ""):
    snapshot = build(CATALOGUE, [session or body_session()], [], now, "Europe/Berlin", {"wording": wording})
    return deliver(snapshot, store.journal, notifier, now)


def settle_everything_before(store: Store, moment: datetime) -> None:
    run(store, MemoryNotifier(), moment)


def test_what_ends_together_is_told_in_one_message(store: Store) -> None:
    # given a session whose makeup, sauna and other limits end at the same minute
    settle_everything_before(store, END - MINUTE)
    notifier = MemoryNotifier()
    # when that minute comes
    run(store, notifier, END, wording="full")
    # then one message names them all
    [message] = notifier.shown
    assert message.title == "OK again"
    assert "makeup" in message.body
    assert "sauna" in message.body
    assert message.body.endswith("are OK again.")


def test_an_alert_is_told_once(store: Store) -> None:
    settle_everything_before(store, END - MINUTE)
    notifier = MemoryNotifier()
    run(store, notifier, END)
    run(store, notifier, END + MINUTE)
    run(Store(store.home), notifier, END + 2 * MINUTE)
    assert len(notifier.shown) == 1


def test_the_wording_is_discreet_unless_the_patient_chose_otherwise(store: Store) -> None:
    settle_everything_before(store, END - MINUTE)
    notifier = MemoryNotifier()
    run(store, notifier, END)
    [message] = notifier.shown
    assert (message.title, message.body) == ("Aftercare reminder", "Your plan has an update.")


def test_what_could_not_be_handed_over_stays_due(store: Store) -> None:
    # given a system that refuses notifications
    settle_everything_before(store, END - MINUTE)
    report = run(store, MemoryNotifier(failure="no daemon"), END)
    assert [reason for _message, reason in report.failed] == ["no daemon"]
    # when it takes them again, then the alert arrives
    notifier = MemoryNotifier()
    run(store, notifier, END + MINUTE)
    assert len(notifier.shown) == 1


def test_an_end_is_told_for_a_day_and_says_since_when(store: Store) -> None:
    settle_everything_before(store, END - MINUTE)
    notifier = MemoryNotifier()
    run(store, notifier, END + timedelta(hours=23), wording="full")
    [message] = notifier.shown
    assert message.body.endswith("are OK again. Since yesterday at 10:30.")


def test_an_end_of_more_than_a_day_ago_is_dropped(store: Store) -> None:
    settle_everything_before(store, END - MINUTE)
    notifier = MemoryNotifier()
    report = run(store, notifier, END + timedelta(hours=25))
    assert notifier.shown == []
    assert "s1:body-injection.sauna.after:sauna:end" in report.dropped
    assert run(store, notifier, END + timedelta(hours=26)).dropped == ()


def test_a_beginning_is_told_while_the_window_is_open(store: Store) -> None:
    # given the alcohol window, open from three days before the session until after it
    begins = datetime(2026, 6, 5, 8, tzinfo=UTC)
    notifier = MemoryNotifier()
    run(store, notifier, begins + timedelta(hours=30), wording="full")
    assert any("stop: sun, alcohol" in m.body or "stop: alcohol, sun" in m.body for m in notifier.shown)


def test_aspirin_is_never_told_to_be_stopped_or_ok(store: Store) -> None:
    notifier = MemoryNotifier()
    for hours in range(0, 24 * 8, 6):
        run(store, notifier, datetime(2026, 6, 5, 8, tzinfo=UTC) + timedelta(hours=hours), wording="full")
    told = [m.body for m in notifier.shown if "Aspirin" in m.body]
    assert told
    alone = [m.title for m in notifier.shown if m.body.startswith("Aspirin you bought") and "OK again" not in m.body]
    assert "OK again" not in alone
    for body in told:
        assert "Keep taking it" in body
        assert not any(f"{word}: Aspirin" in body or "Aspirin is OK" in body for word in ("stop", "easy on"))


def test_a_cancelled_session_alerts_nothing(store: Store) -> None:
    notifier = MemoryNotifier()
    run(store, notifier, END, body_session().cancel())
    assert notifier.shown == []


def test_a_session_moved_to_later_alerts_again_at_its_new_time(store: Store) -> None:
    # given an end that was told
    notifier = MemoryNotifier()
    settle_everything_before(store, END)
    # when the session is moved by a day
    moved = new_session(
        "s1", CATALOGUE.protocol("body-injection"), datetime(2026, 6, 9, 10), "Europe/Berlin",
        status=SessionStatus.DONE,
    )
    run(store, notifier, END + timedelta(days=1), moved)
    # then its new end is told too
    assert len(notifier.shown) == 1


def test_a_clock_set_back_repeats_nothing(store: Store) -> None:
    settle_everything_before(store, END - timedelta(hours=20))
    settle_everything_before(store, END)
    notifier = MemoryNotifier()
    run(store, notifier, END - timedelta(hours=2))
    run(store, notifier, END)
    assert notifier.shown == []


def test_edges_before_a_session_was_entered_are_silent(store: Store) -> None:
    # given a session of yesterday, entered today on a screen that shows it all
    from dataclasses import replace

    now = END - timedelta(hours=30)
    entered = replace(body_session(), quiet_until=now)
    notifier = MemoryNotifier()
    run(store, notifier, now, entered)
    assert notifier.shown == []
    # when a limit ends later, then that is told
    run(store, notifier, END, entered)
    assert notifier.shown != []
