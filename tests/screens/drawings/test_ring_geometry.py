"""The laws of the ring: nothing overlaps, nothing is lost, the countdown only grows."""

from __future__ import annotations

from itertools import pairwise
from math import degrees

from hypothesis import given
from hypothesis import strategies as st

from screens.widgets.geometry import (
    MOST_SEGMENTS,
    RING_START,
    RING_SWEEP,
    clip_convex,
    ellipse,
    fit_stroke,
    ring_angles,
    ring_slots,
    rounded_box,
    x_at,
)
from screens.widgets.meshes import area_of, filled, pill

counts = st.integers(min_value=0, max_value=80)
radii = st.floats(min_value=30, max_value=600)


@given(st.integers(min_value=1, max_value=MOST_SEGMENTS), radii)
def test_segments_with_their_round_ends_never_touch(segments: int, radius: float) -> None:
    gap = radius * 5 / 114
    stroke = fit_stroke(segments, radius, radius * 13 / 114, gap)
    angles = ring_angles(segments, radius, stroke, gap)
    cap = degrees(stroke / 2 / radius)
    for (_, end), (start, _) in pairwise(angles):
        assert end + cap < start - cap


@given(st.integers(min_value=1, max_value=MOST_SEGMENTS), radii)
def test_segments_and_gaps_fill_the_sweep(segments: int, radius: float) -> None:
    gap = radius * 5 / 114
    stroke = fit_stroke(segments, radius, radius * 13 / 114, gap)
    cap = degrees(stroke / 2 / radius)
    angles = ring_angles(segments, radius, stroke, gap)
    covered = sum(end - start + 2 * cap for start, end in angles) + segments * degrees(gap / radius)
    assert abs(covered - RING_SWEEP) < 1e-6
    assert angles[0][0] > RING_START
    assert angles[-1][1] < RING_START + RING_SWEEP


@given(counts, counts, counts)
def test_grouping_keeps_every_state_that_is_there(segments: int, ended: int, soon: int) -> None:
    slots, shown_ended, shown_soon = ring_slots(segments, ended, soon)
    ended = min(ended, segments)
    soon = min(soon, segments - ended)
    assert slots == min(segments, MOST_SEGMENTS)
    assert bool(shown_ended) == bool(ended)
    assert bool(shown_soon) == bool(soon)
    assert shown_ended + shown_soon <= slots
    assert (shown_ended == slots) == (ended == segments)


@given(st.floats(-1, 2), st.floats(-1, 2), st.floats(1, 2000))
def test_a_later_fraction_is_never_drawn_further_left(a: float, b: float, width: float) -> None:
    first, second = x_at(min(a, b), width), x_at(max(a, b), width)
    assert 0 <= first <= second <= width


@given(st.floats(-200, 600), st.floats(-200, 600), st.floats(5, 400))
def test_a_clipped_circle_stays_inside_its_window(x: float, y: float, radius: float) -> None:
    window = rounded_box(0, 0, 390, 344, 36, 0)
    for px, py in clip_convex(ellipse(x, y, radius, radius), window):
        assert -0.01 <= px <= 390.01
        assert -0.01 <= py <= 344.01


def test_contours_run_counter_clockwise() -> None:
    assert area_of(rounded_box(0, 0, 100, 50, 10, 5)) > 0
    assert area_of(ellipse(0, 0, 30, 10)) > 0


@given(st.floats(0, 300), st.floats(0, 300), st.floats(2, 20))
def test_a_bar_stays_between_its_ends(a: float, b: float, height: float) -> None:
    left, right = min(a, b), max(a, b)
    xs = pill(left, right, 10, height).vertices[0::4]
    assert min(xs) >= left - 0.51
    assert max(xs) <= max(right, left + height) + 0.51


def test_a_concave_shape_keeps_its_area() -> None:
    arrow = [(0.0, 0.0), (50.0, 20.0), (100.0, 0.0), (50.0, 80.0)]
    data = filled(arrow, convex=False)
    # given the triangles of the body, without those of the edge
    points = [(data.vertices[4 * i], data.vertices[4 * i + 1]) for i in range(len(data.vertices) // 4)]
    body = [data.indices[i : i + 3] for i in range(0, 6, 3)]
    total = sum(abs(area_of([points[i] for i in triangle])) for triangle in body)
    assert abs(total - area_of(arrow)) < 150
