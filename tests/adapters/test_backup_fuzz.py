"""Whatever bytes come: a refusal, or rows that can be put in."""
from __future__ import annotations

from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from aftercare.adapters.backup_files import FolderBackups
from aftercare.core.backup_errors import BackupRefused
from aftercare.core.rows import Rows
from bench.fuzz_restore import good_rows, put_together
from bench.strange_backups import CHEAP, seeds, strange


class Known(NamedTuple):
    files: FolderBackups
    seeds: list[bytes]
    here: Rows


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    folder = tmp_path_factory.mktemp("seeds")
    files, found = FolderBackups(folder, cost=CHEAP), seeds(folder)
    return Known(files, found, good_rows(files, found[0]))


def survives(known: Known, content: bytes) -> None:
    try:
        put_together(known.files, content, known.here)
    except BackupRefused:
        return


def test_the_good_ones_are_put_in(known: Known) -> None:
    for content in known.seeds:
        put_together(known.files, content, known.here)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(min_value=0, max_value=2**32))
def test_strange_backups_are_refused_or_put_in(known: Known, number: int) -> None:
    survives(known, strange(Random(number), known.seeds))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=600), start=st.sampled_from([b"", b"PK", b"PK\x05\x06", b"AFTERCARE BACKUP\n"]))
@example(content=b"{}\n", start=b"AFTERCARE BACKUP\n")
@example(content=bytes(18), start=b"PK\x05\x06")
def test_any_bytes_are_refused(known: Known, content: bytes, start: bytes) -> None:
    with pytest.raises(BackupRefused):
        put_together(known.files, start + content, known.here)


def test_the_corpus_of_once_found_faults_is_survived(known: Known) -> None:
    corpus = sorted((Path(__file__).parent / "strange_backups").iterdir())
    assert len(corpus) >= 12
    for path in corpus:
        survives(known, path.read_bytes())
