"""What is sealed opens in its place alone, and never changed; the algorithms give the published answers."""
from __future__ import annotations

import hashlib
import io
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.adapters.vault import cipher
from aftercare.adapters.vault.open_vault import OpenVault
from aftercare.adapters.vault.stream import CHUNK_BYTES, open_stream, seal_stream
from aftercare.adapters.vault.stretching import Cost, measured_cost, stretched
from aftercare.core.sealer_port import Locked, SealBroken

KEY = bytes(range(32))
FROZEN = "ac414601 0c0c0c0c0c0c0c0c0c0c0c0c dd34e2c2 d2bf0cfcd8cc77fd8d2f31cbcfb61a56"
NOTES = b"Heute brennt die Wange ein wenig"
PLACE = b"journal 1a2b 7"


def unhex(text: str) -> bytes:
    return bytes.fromhex(text.replace(" ", ""))


def test_aes_256_gcm_gives_the_answer_of_its_specification() -> None:
    # Test case 16 of McGrew and Viega, "The Galois/Counter Mode of Operation".
    key = unhex("feffe9928665731c6d6a8f9467308308" * 2)
    plain = unhex(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    )
    about = unhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    assert cipher.cipher_of(key).encrypt(unhex("cafebabefacedbaddecaf888"), plain, about) == unhex(
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662 76fc6ece0f4e1768cddf8853bb2d551b"
    )


@pytest.mark.parametrize("own", [True, False])
def test_scrypt_gives_the_answer_of_its_specification(own: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not own:
        # A Python that was built without it asks the library.
        monkeypatch.delattr(hashlib, "scrypt")
    # RFC 7914, section 12; the first 32 bytes.
    key = stretched("pleaseletmein", b"SodiumChloride", Cost(n=16384, r=8, p=1))
    assert key == unhex("7023bdcb3afd7348461c06cd81fd38eb fda8fbba904f8e3ea9b543f6545da1f2")


def test_what_an_older_version_sealed_opens_in_every_later_one() -> None:
    # Given bytes as version 1 wrote them, with the key 00 01 02 … and the nonce 0c times 12
    stored = cipher.sealed(cipher.cipher_of(cipher.subkey(KEY, b"records 1")), b"pink", b"here", nonce=b"\x0c" * 12)
    assert stored == unhex(FROZEN)
    assert OpenVault(KEY).strict().open(stored, b"here") == b"pink"


@given(st.binary(max_size=2000), st.binary(max_size=40))
def test_what_is_sealed_comes_back_and_is_not_to_be_read(content: bytes, place: bytes) -> None:
    sealer = OpenVault(KEY).strict()
    sealed = sealer.seal(content, place)
    assert sealer.open(sealed, place) == content
    assert len(sealed) == len(content) + cipher.OVERHEAD
    assert len(content) < 8 or content not in sealed


def test_the_same_words_are_sealed_differently_each_time() -> None:
    sealer = OpenVault(KEY).strict()
    nonces = {sealer.seal(NOTES, PLACE)[4:16] for _ in range(200)}
    assert len(nonces) == 200


def test_every_flipped_bit_of_every_byte_is_noticed() -> None:
    sealer = OpenVault(KEY).strict()
    sealed = sealer.seal(NOTES, PLACE)
    for place in range(len(sealed)):
        for bit in range(8):
            changed = bytearray(sealed)
            changed[place] ^= 1 << bit
            with pytest.raises(SealBroken):
                sealer.open(bytes(changed), PLACE)


def test_bytes_that_were_cut_or_lengthened_are_noticed() -> None:
    sealer = OpenVault(KEY).strict()
    sealed = sealer.seal(NOTES, PLACE)
    for end in range(len(sealed)):
        with pytest.raises(SealBroken):
            sealer.open(sealed[:end], PLACE)
    with pytest.raises(SealBroken):
        sealer.open(sealed + b"\0", PLACE)


def test_bytes_from_another_place_or_another_key_do_not_open() -> None:
    sealer = OpenVault(KEY).strict()
    sealed = sealer.seal(NOTES, b"journal 1a2b 7")
    with pytest.raises(SealBroken):
        sealer.open(sealed, b"journal 1a2b 8")
    with pytest.raises(SealBroken):
        OpenVault(bytes(32)).strict().open(sealed, b"journal 1a2b 7")


def test_a_closed_vault_opens_and_seals_nothing_and_holds_no_key() -> None:
    vault = OpenVault(KEY)
    sealer, lenient = vault.strict(), vault.lenient(hides=True)
    sealed = sealer.seal(NOTES, PLACE)
    buffer = vault._key
    vault.close()
    assert not buffer
    for each in (sealer, lenient):
        with pytest.raises(Locked):
            each.open(sealed, PLACE)
        with pytest.raises(Locked):
            each.seal(NOTES, PLACE)


def test_a_lenient_sealer_reads_both_forms_and_writes_the_wanted_one() -> None:
    vault = OpenVault(KEY)
    sealed = vault.strict().seal(NOTES, PLACE)
    for hides in (True, False):
        lenient = vault.lenient(hides)
        assert lenient.open(sealed, PLACE) == lenient.open(NOTES, PLACE) == NOTES
        assert (lenient.seal(NOTES, PLACE) == NOTES) is not hides


def streamed(content: bytes, place: bytes = PLACE) -> bytes:
    target = io.BytesIO()
    seal_stream(io.BytesIO(content), target, OpenVault(KEY).strict(), place)
    return target.getvalue()


def reopened(stored: bytes, place: bytes = PLACE) -> bytes:
    target = io.BytesIO()
    open_stream(io.BytesIO(stored), target, OpenVault(KEY).strict(), place)
    return target.getvalue()


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES])
def test_a_file_of_any_length_comes_back(size: int) -> None:
    content = (bytes(range(251)) * (size // 251 + 1))[:size]
    assert reopened(streamed(content)) == content


def test_a_file_is_read_with_one_chunk_or_two_in_memory() -> None:
    class Counting(io.BytesIO):
        largest = 0

        def read(self, size: int | None = -1) -> bytes:
            assert size is not None
            assert size > 0
            self.largest = max(self.largest, size)
            return super().read(size)

    source = Counting(bytes(10 * CHUNK_BYTES))
    target = io.BytesIO()
    seal_stream(source, target, OpenVault(KEY).strict(), PLACE)
    sealed = Counting(target.getvalue())
    open_stream(sealed, io.BytesIO(), OpenVault(KEY).strict(), PLACE)
    assert max(source.largest, sealed.largest) <= CHUNK_BYTES + cipher.OVERHEAD


def test_chunks_that_are_cut_off_exchanged_repeated_or_foreign_are_noticed() -> None:
    stored = streamed(bytes(3 * CHUNK_BYTES))
    head, size = stored[:20], CHUNK_BYTES + cipher.OVERHEAD + 4
    chunks = [stored[20 + size * number :][:size] for number in range(3)]
    assert head + b"".join(chunks) == stored
    foreign = streamed(bytes(3 * CHUNK_BYTES))[20 : 20 + size]
    one, two, three = chunks
    for order in ([], [one], [one, two], [two, one, three], [one, one, three], [one, two, three, three],
                  [foreign, two, three], [three]):  # fmt: skip
        with pytest.raises(SealBroken):
            reopened(head + b"".join(order))
    with pytest.raises(SealBroken):
        reopened(stored, b"another file")


@given(st.integers(0, 300), st.integers(0, 7))
def test_a_flipped_bit_anywhere_in_a_file_is_noticed(place: int, bit: int) -> None:
    stored = bytearray(streamed(NOTES * 8))
    stored[place % len(stored)] ^= 1 << bit
    with pytest.raises(SealBroken):
        reopened(bytes(stored))


@given(st.binary(max_size=300))
def test_any_other_bytes_are_refused_as_broken(noise: bytes) -> None:
    with pytest.raises(SealBroken):
        reopened(noise)
    with pytest.raises(SealBroken):
        reopened(streamed(b"")[:20] + noise)


def test_another_thread_goes_on_while_a_code_is_stretched() -> None:
    """On a phone the other one draws the window."""
    ended = threading.Event()
    worker = threading.Thread(target=lambda: (stretched("739164", bytes(16), Cost(p=2)), ended.set()))
    worker.start()
    turns = 0
    while not ended.wait(0.001):
        turns += 1
    worker.join()
    assert turns > 20


def test_the_measured_cost_is_never_below_the_least() -> None:
    cost = measured_cost(seconds=0)
    assert (cost.n, cost.r, cost.p) == (65536, 8, 2)
    assert cost.is_sane
