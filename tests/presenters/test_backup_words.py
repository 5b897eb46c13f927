"""What a backup holds and what a restore has kept, as the patient reads it."""
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.core.backup import Counts, Preview
from aftercare.presenters.backup_words import in_words, preview_words
from aftercare.presenters.diary_entries import page
from aftercare.presenters.more_sessions import sessions_part
from aftercare.services import snapshot
from tests.services.backup_cases import NOW, check_in, session

NONE = Counts()


@pytest.mark.parametrize(
    ("newer", "said"),
    [
        (Counts(check_ins=2, sessions=1), "12 check-ins, 2 sessions; 3 are newer here"),
        (Counts(photos=1), "12 check-ins, 2 sessions; 1 is newer here"),
        (NONE, "12 check-ins, 2 sessions"),
    ],
)
def test_a_preview_is_one_line(newer: Counts, said: str) -> None:
    made = datetime(2026, 6, 9, tzinfo=UTC)

    assert preview_words(Preview(made, Counts(2, 12), NONE, NONE, newer, NONE, NONE)) == said


def test_each_kind_has_its_own_number_and_nothing_is_said_as_such() -> None:
    assert in_words(Counts(1, 1, 1, 1)) == "1 check-in, 1 session, 1 photo, 1 clinic time"
    assert in_words(NONE) == "nothing"


@pytest.mark.parametrize(
    ("origin", "said"),
    [("backup", "Older version, from the backup"), ("device", "Older version, from this device")],
)
def test_a_kept_version_is_a_second_entry_that_says_so(origin: str, said: str) -> None:
    mine, kept = session("s1"), replace(session("s2"), status="cancelled", copy_from=origin)
    both = [check_in("c1"), replace(check_in("c2"), copy_from=origin)]
    catalogue = FileCatalogue()
    seen = snapshot.build(catalogue, [mine, kept], [], NOW, "Europe/Berlin", observations=both)

    rows = page(seen, catalogue.advice()).rows
    sessions = sessions_part(seen).rows

    assert {row.id: row.note for row in rows} == {"c1": "fine", "c2": f"{said}\nfine"}
    assert [said in row.spoken for row in rows if row.id == "c2"] == [True]
    assert [row.status for row in sessions if row.id == "s2"] == [said]
