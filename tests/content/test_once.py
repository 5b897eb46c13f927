"""An answer that is worked out once stays with its object."""
from __future__ import annotations

import pytest

from aftercare.adapters.once import once


class Reader:
    def __init__(self, whole: bool = True) -> None:
        self.reads = 0
        self.whole = whole

    @once
    def words(self) -> list[str]:
        self.reads += 1
        if not self.whole:
            raise ValueError("damaged")
        return ["word"]


def test_it_is_read_when_first_asked_for_and_once() -> None:
    reader = Reader()
    assert reader.reads == 0

    assert reader.words() is reader.words()

    assert reader.reads == 1


def test_each_object_has_its_own_answer() -> None:
    assert Reader().words() is not Reader().words()


def test_what_could_not_be_read_is_tried_again() -> None:
    reader = Reader(whole=False)
    with pytest.raises(ValueError, match="damaged"):
        reader.words()

    reader.whole = True

    assert reader.words() == ["word"]
