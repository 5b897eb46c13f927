"""Labels on one line: they never overlap, never leave the drawing, and the most needed one stays."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from screens.widgets.placing import PRIORITY, Wish, place

wishes = st.lists(
    st.builds(
        Wish,
        x=st.floats(0, 400),
        width=st.floats(5, 300),
        anchor=st.sampled_from((0.0, 0.5, 1.0)),
        priority=st.integers(0, 4),
    ),
    max_size=7,
)


@given(wishes, st.floats(100, 400), st.floats(0, 20))
def test_labels_never_overlap_and_stay_inside(labels: list[Wish], room: float, gap: float) -> None:
    spots = [
        (left, left + wish.width)
        for wish, left in zip(labels, place(labels, room, gap), strict=True)
        if left is not None
    ]
    spots.sort()
    for (_, right), (left, _) in pairwise(spots):
        assert right + gap <= left + 1e-6
    for left, right in spots:
        assert left >= -1e-6
        assert right <= room + 1e-6


@given(wishes, st.floats(100, 400))
def test_the_most_needed_label_that_fits_is_kept(labels: list[Wish], room: float) -> None:
    inside = [Wish(min(w.x, room), w.width, 0.5, w.priority) for w in labels]
    fitting = [i for i, wish in enumerate(inside) if wish.width <= room]
    if fitting:
        first = min(fitting, key=lambda i: (inside[i].priority, i))
        assert place(inside, room, 8)[first] is not None


def test_a_label_moves_before_it_is_dropped() -> None:
    labels = [Wish(100, 40, 0.5, PRIORITY["now"]), Wish(140, 40, 0.5, PRIORITY["day"])]
    assert place(labels, 400, 8) == [80, 128]


def test_now_wins_over_a_day_mark_on_the_same_spot() -> None:
    labels = [Wish(100, 60, 0.5, PRIORITY["day"]), Wish(101, 60, 0.5, PRIORITY["now"])]
    spots = place(labels, 150, 8)
    assert spots == [None, 71]


def test_labels_keep_the_order_of_their_places() -> None:
    labels = [Wish(50, 60, 0.5, 4), Wish(80, 60, 0.5, 0), Wish(115, 60, 0.5, 3)]
    shown = [left for left in place(labels, 400, 4) if left is not None]
    assert shown == sorted(shown)
