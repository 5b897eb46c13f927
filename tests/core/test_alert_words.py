"""Given the alerts of a notice, then its words are true at the moment they are said."""
from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from aftercare.core.alarm_port import with_times
from aftercare.core.alert import Alert, AlertKind, Late
from aftercare.core.alert_texts import LONGEST_LIST, allowed_text
from aftercare.core.alert_words import discreet_words, full_words, near_time
from tests.core.builders import utc

NOON = utc("2026-06-10T12:00")
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def an_alert(kind: AlertKind, subject: str = "", at: datetime = NOON, **more: object) -> Alert:
    text = f"{kind} text."
    return Alert(
        f"{kind}{subject}", kind, at, at + 24 * HOUR, Late.SHOW, text, "Your plan has an update.", "s1", subject,
        **more,  # type: ignore[arg-type]
    )


def said(*alerts: Alert, at: datetime = NOON) -> tuple[str, str]:
    title, text = full_words(alerts, at)
    return title, with_times(text, lambda moment: near_time(moment, at, "UTC"))


def test_one_activity_is_told_with_its_own_verb() -> None:
    assert said(an_alert(AlertKind.ALLOWED, "Makeup")) == ("OK again", "Makeup is OK again.")
    assert said(an_alert(AlertKind.ALLOWED, "Own creams", verb="are"))[1] == "Own creams are OK again."


def test_what_is_late_says_since_when_all_of_it_is_true() -> None:
    early, later = an_alert(AlertKind.ALLOWED, "Sun", NOON - 3 * HOUR), an_alert(AlertKind.ALLOWED, "Pool", NOON)

    assert said(early, later, at=NOON + 10 * MINUTE)[1] == "Sun, pool are OK again."
    assert said(early, later, at=NOON + 2 * HOUR)[1] == "Sun, pool are OK again. Since today at 12:00."


def test_the_minutes_ahead_are_those_that_are_left() -> None:
    coming = an_alert(AlertKind.ALLOWED, "Makeup", NOON)

    assert said(coming, at=NOON - 30 * MINUTE) == ("OK soon", "Makeup is OK in 30 minutes, today at 12:00.")
    assert said(coming, at=NOON - 50 * timedelta(seconds=1))[1] == "Makeup is OK in 1 minute, today at 12:00."
    assert said(coming, at=NOON) == ("OK again", "Makeup is OK again.")


def test_what_begins_later_says_when_once_for_all() -> None:
    midnight = utc("2026-06-11T00:00")
    stop = an_alert(AlertKind.PREPARE, "Makeup", midnight)
    slow = an_alert(AlertKind.PREPARE, "Exercise", midnight, gentle=True)

    assert said(stop, slow, at=NOON)[1] == (
        "Before your session, stop: makeup. Before your session, go easy on: exercise. This starts tonight at midnight."
    )
    assert "starts" not in said(stop, slow, at=midnight)[1]


def test_a_session_is_told_by_its_own_time_however_late() -> None:
    start = utc("2026-06-11T10:00")
    notice = an_alert(AlertKind.SESSION, at=start - 24 * HOUR)

    assert said(notice, at=NOON)[1].startswith("Your session is tomorrow at 10:00.")
    assert said(notice, at=utc("2026-06-11T08:00"))[1].startswith("Your session is today at 10:00.")


def test_aftercare_that_began_long_ago_does_not_start_now() -> None:
    alert = an_alert(AlertKind.AFTERCARE_START)

    assert said(alert)[1] == alert.private_text
    assert said(alert, at=NOON + HOUR)[1].startswith("Your aftercare has started.")


def test_several_kinds_are_told_in_one_text_without_saying_anything_twice() -> None:
    title, text = said(
        an_alert(AlertKind.CHECK_IN), an_alert(AlertKind.CHECK_IN), an_alert(AlertKind.ALLOWED, "Sauna")
    )

    assert (title, text) == ("Your plan today", "Sauna is OK again. check-in text.")


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-06-10T15:00", "today at 15:00"),
        ("2026-06-11T15:00", "tomorrow at 15:00"),
        ("2026-06-11T00:00", "tonight at midnight"),
        ("2026-06-09T23:30", "yesterday at 23:30"),
        ("2026-06-17T10:00", "in 7 days, at 10:00"),
        ("2026-06-08T10:00", "2 days ago, at 10:00"),
    ],
)
def test_a_time_is_said_from_where_one_stands(moment: str, words: str) -> None:
    assert near_time(utc(moment), NOON, "UTC") == words


def test_a_long_list_is_cut_between_names_and_says_how_many_more() -> None:
    text = allowed_text([f"Activity number {n}" for n in range(20)])

    assert text.endswith(" more are OK again.")
    assert len(text) < LONGEST_LIST + 40


def test_discreet_words_are_the_same_for_every_kind_but_for_what_to_do() -> None:
    plan, task = an_alert(AlertKind.ALLOWED), an_alert(AlertKind.PREPARE)

    assert discreet_words([plan, task]) == ("Aftercare reminder", "Your plan has an update.")
