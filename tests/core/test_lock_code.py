"""Which codes are taken, and what is said of the others."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.errors import InvalidInput
from aftercare.core.lock_code import FEWEST_DIGITS, check_code, is_date, is_easy, tidy_code

digits = st.text("0123456789", min_size=1, max_size=12)


@pytest.mark.parametrize("code", ["739164", "8305917", "4471038265", "blue kettle on roof", "Зелёный чайник 7"])
def test_a_code_that_nobody_guesses_is_taken(code: str) -> None:
    assert check_code(code) == code


@pytest.mark.parametrize("code", ["", "1", "73916", "   73916   "])
def test_few_digits_are_refused_with_what_is_accepted(code: str) -> None:
    with pytest.raises(InvalidInput, match=r"^Code: use (6 digits|10 characters) or more"):
        check_code(code)


def test_few_letters_are_refused_with_what_is_accepted() -> None:
    with pytest.raises(InvalidInput, match=r"^Code: use 10 characters or more, or 6 digits\.$"):
        check_code("teapot")


def test_an_endless_code_is_refused() -> None:
    with pytest.raises(InvalidInput, match="200 characters or fewer"):
        check_code("ab c" * 60)


@pytest.mark.parametrize(
    "code",
    "000000 111111 123456 654321 012345 987654 890123 234567 246802 121212 123123 112233 111222 123321 696969 100000"
    " 112211 147258 159753 789456 147258369 102030 142536 passwords1 Password123 qwerty12345 йцукен12345 abcdefghij"
    " aaaaaaaaaa ababababab aftercare1 mesotherapy".split(),
)
def test_a_code_that_is_tried_first_is_refused(code: str) -> None:
    with pytest.raises(InvalidInput, match=r"^Code: this one is easy to guess; choose another one\.$"):
        check_code(code)


@pytest.mark.parametrize(
    "code", ["310585", "053185", "850531", "290200", "198505", "051985", "31051985", "19850531", "05311985"]
)
def test_a_date_is_refused(code: str) -> None:
    with pytest.raises(InvalidInput, match=r"^Code: a date is easy to guess; choose another one\.$"):
        check_code(code)


def test_digits_of_any_script_are_the_same_code() -> None:
    assert check_code("٧٣٩١٦٤") == check_code("７３９１６４") == check_code(" 739164 ") == "739164"


@given(st.text(max_size=40))
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy_code(tidy_code(text)) == tidy_code(text)


@given(st.text(max_size=40))
def test_what_is_taken_is_long_enough_and_not_easy(text: str) -> None:
    try:
        code = check_code(text)
    except InvalidInput:
        return
    assert len(code) >= FEWEST_DIGITS
    assert not is_easy(code)
    assert not is_date(code)


@given(digits, st.integers(2, 6))
def test_a_part_over_and_over_is_always_easy(part: str, times: int) -> None:
    assert is_easy(part * times)


@given(st.integers(0, 9), st.integers(0, 9), st.integers(6, 12))
def test_equal_steps_are_always_easy(start: int, step: int, length: int) -> None:
    assert is_easy("".join(str((start + step * place) % 10) for place in range(length)))


@given(digits.filter(lambda code: len(code) >= 6))
def test_a_code_is_as_easy_backwards_when_it_is_a_pattern(code: str) -> None:
    from aftercare.core.lock_code import _is_way, _repeats

    assert (_is_way(code) or _repeats(code)) == (_is_way(code[::-1]) or _repeats(code[::-1]))


def test_most_chosen_codes_are_left() -> None:
    # One in four at most is refused, or chance itself would annoy.
    refused = sum(1 for number in range(0, 1_000_000, 97) if is_easy(f"{number:06d}") or is_date(f"{number:06d}"))
    assert refused / (1_000_000 / 97) < 0.25
