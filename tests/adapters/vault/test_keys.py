"""The key file: what opens it, what is told of damage, and that it opens in every later version."""
from __future__ import annotations

import errno
import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from aftercare.adapters.vault.key_look import COPY_NAME, KEY_NAME
from aftercare.adapters.vault.keyfile import read_text, text_of
from aftercare.adapters.vault.keys import FolderKeys
from aftercare.adapters.vault.stretching import Cost
from aftercare.core.data_errors import UnsavedData
from aftercare.core.sealer_port import Locked
from aftercare.core.vault_port import KeyDamaged, KeyTooNew, Phase, Way, WrongSecret
from tests.fakes.locks import CODE, cheap_keys

RECOVERY = "902E03MJ4R04G0S3"
SECRETS = {Way.CODE: CODE, Way.RECOVERY: RECOVERY}
GOLDEN = Path(__file__).parents[2] / "golden" / "lock.key"


def made(home: Path) -> FolderKeys:
    keys = cheap_keys(home)
    keys.mark(keys.create(SECRETS), Phase.SEALED)
    return cheap_keys(home)


def test_both_secrets_open_the_same_key(tmp_path: Path) -> None:
    keys = made(tmp_path)
    opened = [keys.open(way, secret)[0].key for way, secret in SECRETS.items()]
    assert opened[0] == opened[1]
    assert len(opened[0]) == 32


def test_each_secret_opens_its_own_way_only(tmp_path: Path) -> None:
    keys = made(tmp_path)
    for way, secret in ((Way.CODE, RECOVERY), (Way.RECOVERY, CODE), (Way.CODE, ""), (Way.CODE, CODE + "0")):
        with pytest.raises(WrongSecret):
            keys.open(way, secret)


def test_neither_the_key_nor_a_secret_nor_a_health_word_is_in_the_file(tmp_path: Path) -> None:
    keys = made(tmp_path)
    key = keys.open(Way.CODE, CODE)[0].key
    text = (tmp_path / KEY_NAME).read_bytes() + (tmp_path / COPY_NAME).read_bytes()
    for secret in (key, key.hex().encode(), CODE.encode(), RECOVERY.encode()):
        assert secret not in text
    assert sorted(json.loads((tmp_path / KEY_NAME).read_text())) == [
        "check", "format", "id", "phase", "slots", "version", "voucher",
    ]  # fmt: skip


def test_it_is_closed_to_other_users(tmp_path: Path) -> None:
    made(tmp_path)
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in (KEY_NAME, COPY_NAME)} == {0o600}


def test_a_new_code_leaves_no_way_for_the_old_one(tmp_path: Path) -> None:
    keys = made(tmp_path)
    vault, _ = keys.open(Way.CODE, CODE)
    keys.rewrap(vault, {Way.CODE: "another one", Way.RECOVERY: "R"})
    for name in (KEY_NAME, COPY_NAME):
        (tmp_path / "only").mkdir(exist_ok=True)
        (tmp_path / "only" / KEY_NAME).write_bytes((tmp_path / name).read_bytes())
        alone = cheap_keys(tmp_path / "only")
        for way, secret in SECRETS.items():
            with pytest.raises(WrongSecret):
                alone.open(way, secret)
        assert alone.open(Way.CODE, "another one")[0].key == vault.key


@pytest.mark.parametrize("name", [KEY_NAME, COPY_NAME])
@pytest.mark.parametrize("harm", ["deleted", "emptied", "flipped", "cut"])
def test_one_damaged_file_of_the_two_does_no_harm_and_is_mended(tmp_path: Path, name: str, harm: str) -> None:
    made(tmp_path)
    path = tmp_path / name
    text = path.read_bytes()
    if harm == "deleted":
        path.unlink()
    else:
        path.write_bytes({"emptied": b"", "flipped": bytes([text[200] ^ 1]).join((text[:200], text[201:])),
                          "cut": text[:300]}[harm])  # fmt: skip
    keys = cheap_keys(tmp_path)
    assert keys.phase() is Phase.SEALED
    keys.open(Way.CODE, CODE)
    assert path.read_bytes() == text


def test_every_flipped_bit_is_told_from_a_wrong_code(tmp_path: Path) -> None:
    made(tmp_path)
    text = (tmp_path / KEY_NAME).read_bytes()
    (tmp_path / COPY_NAME).unlink()
    for place in range(len(text)):
        for bit in (0, 5):
            changed = bytearray(text)
            changed[place] ^= 1 << bit
            (tmp_path / KEY_NAME).write_bytes(bytes(changed))
            try:
                cheap_keys(tmp_path).open(Way.CODE, CODE)
            except KeyDamaged:
                continue
            # What JSON reads alike, such as another blank, is no damage.
            assert read_text(bytes(changed)) == read_text(text)


def test_a_phase_that_the_holder_of_the_key_did_not_set_is_noticed(tmp_path: Path) -> None:
    """Whoever could set it would make the app take plain records for the patient's own."""
    made(tmp_path)
    forged = text_of(read_text((tmp_path / KEY_NAME).read_bytes()))
    forged = text_of(replace(read_text(forged), phase=Phase.SEALING))
    for name in (KEY_NAME, COPY_NAME):
        (tmp_path / name).write_bytes(forged)
    with pytest.raises(KeyDamaged):
        cheap_keys(tmp_path).open(Way.CODE, CODE)


def test_a_file_that_asks_for_all_memory_is_refused_before_it_gets_it(tmp_path: Path) -> None:
    made(tmp_path)
    keyfile = read_text((tmp_path / KEY_NAME).read_bytes())
    large = Cost(n=1 << 40), Cost(p=10_000), Cost(r=10_000)
    for cost in (*large, Cost(n=3), Cost(n=0), Cost(p=0), Cost(n=1 << 16, r=1)):
        slots = {way: replace(slot, cost=cost) for way, slot in keyfile.slots.items()}
        for name in (KEY_NAME, COPY_NAME):
            (tmp_path / name).write_bytes(text_of(replace(keyfile, slots=slots)))
        with pytest.raises(KeyDamaged):
            cheap_keys(tmp_path).open(Way.CODE, CODE)


def test_a_newer_version_is_told_as_that(tmp_path: Path) -> None:
    made(tmp_path)
    from aftercare.adapters.vault import keyfile as format_of_keys

    said = json.loads((tmp_path / KEY_NAME).read_text())
    del said["check"]
    said["version"] = 2
    said["check"] = format_of_keys._check(said)
    (tmp_path / KEY_NAME).write_text(json.dumps(said))
    (tmp_path / COPY_NAME).unlink()
    with pytest.raises(KeyTooNew, match="Update the app"):
        cheap_keys(tmp_path).phase()


def test_the_key_file_of_version_1_opens_in_every_later_one(tmp_path: Path) -> None:
    (tmp_path / KEY_NAME).write_bytes(GOLDEN.read_bytes())
    for way, secret in SECRETS.items():
        vault, phase = cheap_keys(tmp_path).open(way, secret)
        assert phase is Phase.SEALED
        assert vault.key == bytes(range(32))


def test_no_file_means_no_code(tmp_path: Path) -> None:
    assert cheap_keys(tmp_path).phase() is None
    assert cheap_keys(tmp_path).key_id() is None


def test_a_key_of_before_is_not_written_over_the_one_of_now(tmp_path: Path) -> None:
    """A window that stayed open while another one removed the code and set it anew."""
    keys = made(tmp_path)
    old, _ = keys.open(Way.CODE, CODE)
    keys.forget()
    keys.mark(keys.create({Way.CODE: "another one", Way.RECOVERY: "R"}), Phase.SEALED)
    with pytest.raises(Locked):
        keys.rewrap(old, SECRETS)
    with pytest.raises(Locked):
        keys.mark(old, Phase.UNSEALING)
    cheap_keys(tmp_path).open(Way.CODE, "another one")


def test_a_key_whose_name_the_disk_does_not_take_seals_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def on_files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "Input/output error")
        sync(descriptor)

    keys = cheap_keys(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", on_files_only)
        with pytest.raises(UnsavedData, match="Input/output"):
            keys.create(SECRETS)
    assert keys.phase() is None
    assert list(tmp_path.iterdir()) == []
