"""Merging windows: what holds whatever the windows are."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.merge import FOREVER, merge
from aftercare.core.plan import CLINIC, RestrictionWindow
from aftercare.core.protocol import Claim, Phase, Source, Strength
from tests.core.builders import utc
from tests.core.strategies import laws, windows

Group = list[RestrictionWindow]
groups = st.lists(windows(), min_size=1, max_size=12)


def alike(windows: Group | tuple[RestrictionWindow, ...], other: RestrictionWindow) -> Group:
    return [window for window in windows if (window.activity, window.phase) == (other.activity, other.phase)]


def instants_of(group: Group) -> list[datetime]:
    """Every edge, a moment before it and a moment after it."""
    edges = {edge for window in group for edge in (window.start, window.end) if edge}
    return [edge + timedelta(seconds=step) for edge in edges for step in (-1, 0, 1)] + [utc("2099-01-01T00:00")]


def strongest(windows: Group, moment: datetime) -> int:
    return max((window.strength.rank for window in windows if window.covers(moment)), default=-1)


@laws
@given(groups)
def test_merging_again_changes_nothing(group: Group) -> None:
    assert merge(merge(group)) == merge(group)


@laws
@given(groups, st.randoms(use_true_random=False))
def test_the_order_of_the_windows_does_not_matter(group: Group, random: Random) -> None:
    shuffled = list(group)
    random.shuffle(shuffled)

    assert merge(shuffled) == merge(group)


@laws
@given(groups)
def test_at_every_instant_the_strictest_window_holds_and_nothing_else(group: Group) -> None:
    merged = merge(group)

    for window in group:
        for moment in instants_of(group):
            assert strongest(alike(merged, window), moment) == strongest(alike(group, window), moment)


@laws
@given(groups)
def test_merged_windows_are_apart_and_touching_ones_of_one_strength_are_one(group: Group) -> None:
    merged = merge(group)

    for window in merged:
        for earlier, later in pairwise(sorted(alike(merged, window), key=lambda each: each.start)):
            assert earlier.end is not None
            assert earlier.end <= later.start
            assert earlier.end < later.start or earlier.strength is not later.strength


@laws
@given(groups)
def test_everything_that_speaks_in_a_window_stays_named_and_nothing_else(group: Group) -> None:
    for window in merge(group):
        heard = [
            each
            for each in alike(group, window)
            if each.start < (window.end or FOREVER) and window.start < (each.end or FOREVER)
        ]

        assert set(window.rules) == {rule for each in heard for rule in each.rules}
        assert set(window.claims) == {claim for each in heard for claim in each.claims}
        assert set(window.sessions) == {session for each in heard for session in each.sessions}


@laws
@given(groups)
def test_the_rule_that_decides_ends_there_or_gives_way_to_a_stricter_one(group: Group) -> None:
    merged = merge(group)

    for window in merged:
        deciding = [each for each in alike(group, window) if decision(each) == decision(window)]
        followed = [w for w in alike(merged, window) if w.start == window.end]
        stricter = any(w.strength.rank > window.strength.rank for w in followed)
        assert any(w.end == window.end or stricter for w in deciding)


def decision(window: RestrictionWindow) -> tuple[str, str, Strength]:
    return window.decided_by, window.decided_session, window.strength


def window(strength: Strength, start: str, end: str | None, rule: str) -> RestrictionWindow:
    return RestrictionWindow(
        "sauna", Phase.AFTER, strength, utc(start), utc(end) if end else None, rule, "s1",
        (rule,), (Claim(Source("article", 1), rule),), ("s1",),
    )  # fmt: skip


def test_a_longer_gentle_window_goes_on_after_a_strict_one() -> None:
    strict = window(Strength.AVOID, "2026-01-02T00:00", "2026-01-03T00:00", "strict")
    gentle = window(Strength.LIMIT, "2026-01-01T00:00", "2026-01-05T00:00", "gentle")

    merged = merge([gentle, strict])

    assert [(w.strength, w.start.day, w.end.day if w.end else None, w.decided_by) for w in merged] == [
        (Strength.LIMIT, 1, 2, "gentle"), (Strength.AVOID, 2, 3, "strict"), (Strength.LIMIT, 3, 5, "gentle"),
    ]  # fmt: skip
    assert [w.rules for w in merged] == [("gentle",), ("gentle", "strict"), ("gentle",)]


def test_windows_that_only_touch_are_one_and_the_later_rule_decides() -> None:
    first = window(Strength.AVOID, "2026-01-01T00:00", "2026-01-02T00:00", "first")
    second = window(Strength.AVOID, "2026-01-02T00:00", "2026-01-03T00:00", "second")

    [merged] = merge([second, first])

    assert (merged.start, merged.end, merged.decided_by) == (first.start, second.end, "second")
    assert merged.rules == ("first", "second")


def test_windows_of_different_phases_stay_apart() -> None:
    after = window(Strength.AVOID, "2026-01-01T00:00", "2026-01-02T00:00", "rule")
    before = replace(after, phase=Phase.BEFORE)

    assert set(merge([after, before])) == {after, before}


def test_an_open_end_is_the_longest() -> None:
    open_end = window(Strength.ASK, "2026-01-01T00:00", None, "open")
    short = window(Strength.ASK, "2026-01-02T00:00", "2026-01-03T00:00", "short")

    [merged] = merge([short, open_end])

    assert (merged.end, merged.decided_by) == (None, "open")


def test_of_equal_ends_the_clinics_word_decides_and_then_what_an_article_says() -> None:
    extended = replace(window(Strength.AVOID, "2026-01-01T00:00", "2026-01-04T00:00", "z-extended"), extended=True)
    stated = window(Strength.AVOID, "2026-01-02T00:00", "2026-01-04T00:00", "stated")
    clinic = window(Strength.AVOID, "2026-01-03T00:00", "2026-01-04T00:00", CLINIC)

    [of_two], [of_three] = merge([extended, stated]), merge([extended, stated, clinic])

    assert (of_two.decided_by, of_two.extended) == ("stated", False)
    assert (of_three.decided_by, of_three.by_clinic) == (CLINIC, True)


def test_nothing_merges_to_nothing() -> None:
    assert merge([]) == ()
