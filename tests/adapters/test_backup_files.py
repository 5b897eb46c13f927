"""Backups from unknown hands: each fault is one sentence, and nothing is changed."""
from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from aftercare.adapters import backup_parts
from aftercare.core.backup import Mode
from aftercare.core.backup_errors import SENTENCES, BackupNotSaved, BackupRefused, Fault
from aftercare.core.migrations import CURRENT
from tests.services.backup_cases import PASSWORD, Home

Parts = dict[str, bytes]


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    """A backup as it was saved."""
    Home(tmp_path / "maker").fill().backups.save(str(tmp_path / "whole.aftercare"))
    return (tmp_path / "whole.aftercare").read_bytes()


@pytest.fixture
def refused(tmp_path: Path) -> Callable[..., Fault]:
    """Why bytes are not put in; and that nothing changed then."""

    def fault_of(content: bytes, password: str = "") -> Fault:
        home = Home(tmp_path / "here")
        home.store.settings.put("theme", "dark")
        before = home.everything()
        file = tmp_path / "strange.aftercare"
        file.write_bytes(content)
        for mode in Mode:
            with pytest.raises(BackupRefused) as caught:
                home.backups.restore(str(file), mode, password)
        assert home.everything() == before
        assert str(caught.value) == SENTENCES[caught.value.fault]
        return caught.value.fault

    return fault_of


def parts_of(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts, /, **said: object) -> bytes:
    """An archive of these parts with a fitting manifest; `said` changes what it says."""
    manifest = json.loads(parts["manifest.json"])
    others = {name: content for name, content in parts.items() if name != "manifest.json"}
    manifest["parts"] = {
        name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in others.items()
    }
    manifest.update(said)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**others, "manifest.json": json.dumps(manifest).encode()}.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_info(content: bytes, info: zipfile.ZipInfo, data: bytes = b"x") -> bytes:
    """One more part, told in detail."""
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(info, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "../evil", "photos/../../evil", "/etc/passwd", "photos//etc/passwd", "C:\\evil", "photos/..", "photos/a/b",
        "photos/.hidden", "photos/CON:x", "rows.json/", "notes.txt", "photos/", "photos/p1\x00.jpg", "фото/1",
    ],
)  # fmt: skip
def test_a_name_that_none_of_ours_has_is_refused(whole: bytes, refused: Callable[..., Fault], name: str) -> None:
    info = zipfile.ZipInfo("x")
    info.filename = name

    assert refused(with_info(whole, info)) in (Fault.UNSAFE, Fault.DAMAGED)


def test_a_link_is_refused(whole: bytes, refused: Callable[..., Fault]) -> None:
    info = zipfile.ZipInfo("photos/link")
    info.external_attr = 0o120777 << 16

    assert refused(with_info(whole, info, b"/etc/passwd")) is Fault.UNSAFE


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_refused(whole: bytes, refused: Callable[..., Fault]) -> None:
    assert refused(with_info(whole, zipfile.ZipInfo("rows.json"))) is Fault.UNSAFE


def test_an_encrypted_part_is_refused(whole: bytes, refused: Callable[..., Fault]) -> None:
    place = whole.index(b"PK\x01\x02") + 8
    flags = struct.unpack_from("<H", whole, place)[0] | 1

    assert refused(whole[:place] + struct.pack("<H", flags) + whole[place + 2 :]) is Fault.UNSAFE


def test_a_part_that_claims_two_gigabytes_is_refused_before_it_is_read(
    whole: bytes, refused: Callable[..., Fault]
) -> None:
    place = whole.index(b"PK\x01\x02") + 24

    assert refused(whole[:place] + struct.pack("<L", 2**31) + whole[place + 4 :]) is Fault.TOO_LARGE


def test_a_part_that_shrank_too_far_is_refused(whole: bytes, refused: Callable[..., Fault]) -> None:
    bomb = packed({**parts_of(whole), "rows.json": b'{"x":[]' + b" " * 60_000_000 + b"}"})

    assert len(bomb) < 200_000
    assert refused(bomb) is Fault.TOO_LARGE


def test_many_small_parts_that_shrank_too_far_are_refused(whole: bytes, refused: Callable[..., Fault]) -> None:
    small = {f"photos/p{number}": bytes(200_000) for number in range(100)}
    bomb = packed({**parts_of(whole), **small})

    assert len(bomb) < 200_000
    assert refused(bomb) is Fault.TOO_LARGE


def test_parts_that_lie_over_each_other_are_refused(whole: bytes, refused: Callable[..., Fault]) -> None:
    """The same packed bytes, listed under a thousand names: each unpacks for itself."""
    picture = os.urandom(20_000)
    parts = packed({**parts_of(whole), "photos/aaaa": picture})
    end = struct.unpack_from("<4s4H2LH", parts, len(parts) - 22)
    start = end[6]
    listed = parts[start : len(parts) - 22]
    at = listed.index(b"photos/aaaa") - 46
    entry = listed[at : at + 57]
    more = b"".join(entry.replace(b"photos/aaaa", b"photos/%04d" % number) for number in range(1000))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, end[3] + 1000, end[4] + 1000, len(listed + more), start, 0)

    assert refused(parts[:start] + listed + more + tail) is Fault.TOO_LARGE


def test_rows_that_would_fill_the_memory_are_refused_before_they_are_read(
    whole: bytes, refused: Callable[..., Fault]
) -> None:
    # Mixed with what does not pack, so that the whole does not shrink too far.
    noise = base64.b64encode(os.urandom(100_000))
    rows = b'{"a": [{"id": "' + noise + b'", "list": [' + b"{}," * 4_000_000 + b"{}]}]}"
    bomb = packed({**parts_of(whole), "rows.json": rows})

    assert len(bomb) < 200_000
    assert refused(bomb) is Fault.TOO_LARGE


def test_rows_that_could_not_be_put_in_again_are_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_parts, "MOST_VALUES", 100)
    file = tmp_path / "b.aftercare"
    with pytest.raises(BackupNotSaved):
        Home(tmp_path / "maker").fill().backups.save(str(file))
    assert not file.exists()


def test_a_list_of_parts_that_is_described_elsewhere_is_refused(whole: bytes, refused: Callable[..., Fault]) -> None:
    """An archive may say a second time how many parts it has, in a way that is read instead of the first."""
    end = whole[-22:]
    length, offset = struct.unpack("<2L", end[12:20])
    parts = struct.unpack("<H", end[8:10])[0]
    large = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, parts, parts, length, offset)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, offset + length, 1)
    longer = end[:12] + struct.pack("<L", length + len(large) + len(locator)) + end[16:]

    assert refused(whole[:-22] + large + locator + longer) is Fault.TOO_LARGE


def test_a_part_with_more_in_it_than_it_claims_is_refused(whole: bytes, refused: Callable[..., Fault]) -> None:
    bomb = packed({**parts_of(whole), "rows.json": b'{"x":[]' + b" " * 60_000_000 + b"}"})
    place = bomb.index(b"PK\x01\x02", bomb.index(b"rows.json") + 60) + 24
    while bomb[place + 22 : place + 31] != b"rows.json":
        place = bomb.index(b"PK\x01\x02", place) + 24

    assert refused(bomb[:place] + struct.pack("<L", 1000) + bomb[place + 4 :]) is Fault.DAMAGED


def test_more_parts_than_any_of_ours_are_refused(whole: bytes, refused: Callable[..., Fault]) -> None:
    place = len(whole) - 22
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 60_000, 60_000, 100, place, 0)

    assert refused(whole[:place] + end) is Fault.TOO_LARGE


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"version": 2}, Fault.NEWER),
        ({"schema": CURRENT + 1}, Fault.NEWER),
        ({"schema": 0}, Fault.DAMAGED),
        ({"schema": "1"}, Fault.DAMAGED),
        ({"format": "something else"}, Fault.FOREIGN),
        ({"made_at": "yesterday"}, Fault.DAMAGED),
        ({"parts": []}, Fault.DAMAGED),
        ({"parts": {"rows.json": 7}}, Fault.DAMAGED),
    ],
)
def test_a_manifest_that_is_newer_or_wrong_is_refused(
    whole: bytes, refused: Callable[..., Fault], said: dict[str, object], fault: Fault
) -> None:
    assert refused(packed(parts_of(whole), **said)) is fault


@pytest.mark.parametrize(
    "rows",
    [
        b"", b"[]", b"{", b'{"sessions": {}}', b'{"sessions": [1]}', b'{"sessions": [{"id": NaN}]}', b"\xff",
        b'{"sessions": [{"id": "a"}, {"id": "a"}]}', b'{"settings": [{"id": "theme"}]}',
        b'{"settings": [{"id": "theme", "value": 3}]}', b'{"a": [{"id": ' + b"[" * 5000 + b"]" * 5000 + b"}]}",
        b'{"a": [{"n": 99999999999999999999999999}]}', b'{"a": [{"n": 1e999}]}',
        b'{"a": [{"n": ' + b"9" * 5000 + b"}]}",
    ],
)  # fmt: skip
def test_rows_that_no_data_file_holds_are_refused(whole: bytes, refused: Callable[..., Fault], rows: bytes) -> None:
    assert refused(packed({**parts_of(whole), "rows.json": rows})) is Fault.DAMAGED


def test_a_part_that_is_not_the_one_of_the_manifest_is_refused(whole: bytes, refused: Callable[..., Fault]) -> None:
    parts = parts_of(whole)
    sums = json.loads(parts["manifest.json"])["parts"]
    photo = next(name for name in parts if name.startswith("photos/"))

    assert refused(packed({**parts, photo: b"another picture"}, parts=sums)) is Fault.DAMAGED


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.INCOMPLETE),
        (b"\xff\xd8\xff\xe0 a photo", Fault.FOREIGN),
        (b"PK\x03\x04 cut off", Fault.INCOMPLETE),
        (b"AFTERCARE BACKUP\n{}\n", Fault.DAMAGED),
        (b"AFTERCARE BACKUP\n", Fault.DAMAGED),
        (b'AFTERCARE BACKUP\n{"version": 2, "kdf": "?", "salt": ""}\n', Fault.NEWER),
        (b'AFTERCARE BACKUP\n{"version":1,"kdf":"scrypt","n":1073741824,"r":8,"p":1,"salt":"00"}\n', Fault.DAMAGED),
        # scrypt itself refuses such a pair.
        (b'AFTERCARE BACKUP\n{"version":1,"kdf":"scrypt","n":65536,"r":1,"p":1,"salt":"%b"}\n' % (b"00" * 16),
         Fault.DAMAGED),
    ],
)
def test_another_kind_of_file_is_refused(refused: Callable[..., Fault], content: bytes, fault: Fault) -> None:
    assert refused(content, PASSWORD) is fault


def test_an_archive_of_something_else_is_refused(refused: Callable[..., Fault]) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")

    assert refused(out.getvalue()) is Fault.UNSAFE


def test_a_folder_a_pipe_and_a_missing_file_are_refused_without_waiting(tmp_path: Path) -> None:
    home = Home(tmp_path / "here")
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path, tmp_path / "pipe", tmp_path / "nowhere", "nul\x00"):
        with pytest.raises(BackupRefused) as caught:
            home.backups.look(str(path))
        assert caught.value.fault is Fault.MISSING
