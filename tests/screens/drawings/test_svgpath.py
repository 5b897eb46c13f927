"""Path data becomes the points it describes."""

from __future__ import annotations

import pytest

from screens.widgets.areaart import STEPS
from screens.widgets.meshes import area_of, ears, tidy
from screens.widgets.svgpath import flatten


def test_absolute_and_relative_words_mean_the_same() -> None:
    assert flatten("M10 10 H30 V40 L5 6") == flatten("M10 10 h20 v30 l-25 -34")


def test_a_curve_passes_through_its_middle_and_end() -> None:
    (points,) = flatten("M0 0 Q50 100 100 0", scale=2)
    assert points[-1] == (100, 0)
    assert max(y for _x, y in points) == pytest.approx(50, abs=0.5)


def test_every_move_starts_a_path_of_its_own() -> None:
    assert len(flatten("M39 50 q4 3 8 0 M57 50 q4 3 8 0")) == 2


FILLS = [(area, data) for area, steps in STEPS.items() for what, *_rest, data in steps if what == "fill"]


@pytest.mark.parametrize(("area", "data"), FILLS)
def test_drawn_people_are_cut_into_triangles_without_a_hole(area: str, data: str) -> None:
    points = tidy(flatten(data, scale=2)[0])
    triangles = ears(points)
    covered = sum(abs(area_of([points[i] for i in triangles[k : k + 3]])) for k in range(0, len(triangles), 3))
    assert covered == pytest.approx(area_of(points), rel=1e-6)
