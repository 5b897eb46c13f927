"""The words of an advice that depend on a number or on what the content has to say."""
from __future__ import annotations

from dataclasses import replace

import pytest

from aftercare.core import advice_words
from aftercare.core.protocol import ExpectedEffect
from tests.core.builders import CATALOGUE

CONTENT = CATALOGUE.advice()


@pytest.mark.parametrize(
    ("hours", "said"), [(12, "12 h"), (24, "1 day"), (36, "36 h"), (72, "3 days"), (0.5, "0.5 h")]
)
def test_a_time_of_whole_days_is_said_in_days(hours: float, said: str) -> None:
    rule = replace(next(iter(CONTENT.conditions.values())), text="{symptom} for {time}")
    effect = ExpectedEffect("redness", 0, (0, hours), hours, ())
    assert advice_words.of_condition(rule, "Redness", effect) == f"Redness for {said}"


def test_skin_is_named_only_where_there_is_something_to_say() -> None:
    silent = {rule.id for rule in CONTENT.symptoms.values() if not rule.skin}
    assert silent
    assert CONTENT.skin.keys() == CONTENT.symptoms.keys() - silent
