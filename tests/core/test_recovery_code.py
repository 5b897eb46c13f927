"""A recovery code survives a hurried hand, and says so when it did not."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.errors import InvalidInput
from aftercare.core.recovery_code import ALPHABET, read_recovery_code, recovery_groups

chances = st.binary(min_size=9, max_size=9)


def code_of(chance: bytes) -> str:
    return "".join(recovery_groups(chance))


def test_a_known_answer_stays_what_it_is_in_every_version() -> None:
    assert recovery_groups(bytes(range(1, 10))) == ("902E", "03M0", "4R04", "G0S3")


@given(chances)
def test_there_are_four_groups_of_four_clear_characters(chance: bytes) -> None:
    groups = recovery_groups(chance)
    assert [len(group) for group in groups] == [4, 4, 4, 4]
    assert set("".join(groups)) <= set(ALPHABET)
    assert not set("OILU") & set(ALPHABET)


@given(chances)
def test_it_is_read_with_spaces_dashes_small_letters_and_look_alikes(chance: bytes) -> None:
    code = code_of(chance)
    typed = " - ".join(recovery_groups(chance)).lower().replace("0", "o").replace("1", "l")
    assert read_recovery_code(typed) == code
    assert read_recovery_code(code.replace("1", "I").replace("0", "O")) == code


@given(chances)
def test_letters_of_a_russian_keyboard_that_look_alike_are_taken(chance: bytes) -> None:
    code = code_of(chance)
    assert read_recovery_code(code.translate(str.maketrans("ABEKMHPCTX0", "АВЕКМНРСТХО"))) == code


@given(chances, st.data())
def test_one_or_two_wrong_characters_are_always_noticed(chance: bytes, data: st.DataObject) -> None:
    code = code_of(chance)
    places = data.draw(st.lists(st.integers(0, 15), min_size=1, max_size=2, unique=True))
    typed = list(code)
    for place in places:
        typed[place] = data.draw(st.sampled_from([letter for letter in ALPHABET if letter != code[place]]))
    with pytest.raises(InvalidInput, match=r"^Recovery code: check"):
        read_recovery_code("".join(typed))


@given(chances, st.integers(0, 14))
def test_two_that_changed_places_are_always_noticed(chance: bytes, place: int) -> None:
    code = code_of(chance)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if swapped != code:
        with pytest.raises(InvalidInput):
            read_recovery_code(swapped)


@pytest.mark.parametrize("typed", ["", "ABCD", "ABCD EFGH JKMN PQRS T", "👍" * 16, "ÄÖÜß" * 4])
def test_anything_else_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(InvalidInput, match=r"^Recovery code: "):
        read_recovery_code(typed)


@given(chances, chances)
def test_different_chance_gives_different_codes(one: bytes, other: bytes) -> None:
    # 70 of the 72 bits are used.
    if int.from_bytes(one, "big") % 2**70 != int.from_bytes(other, "big") % 2**70:
        assert code_of(one) != code_of(other)
