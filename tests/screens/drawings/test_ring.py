"""The ring as a widget, without a display."""

from __future__ import annotations

import gc
import weakref

from screens.widgets.ring import ReturnRing, RingBar
from screens.widgets.theme import theme


def meshes(widget: ReturnRing | RingBar) -> list[object]:
    return [i for i in widget._layer.children if type(i).__name__ == "Mesh"]


def test_a_new_fraction_leaves_the_other_instructions_alone() -> None:
    ring = ReturnRing(11, 2, 1, 0.2)
    ring.draw_now()
    before, moving = meshes(ring), ring._progress
    old = list(moving.vertices)
    ring.fraction = 0.6
    assert meshes(ring) == before
    assert list(moving.vertices) != old


def test_all_ended_is_one_full_ring_without_a_countdown() -> None:
    ring = ReturnRing(11, 11, 0, 1.0)
    ring.draw_now()
    assert len(meshes(ring)) == 1
    assert ring._progress is None


def test_no_limits_draw_nothing() -> None:
    ring, bar = ReturnRing(0, 0, 0, 0.0), RingBar(0, 0, 0)
    ring.draw_now()
    bar.draw_now()
    assert not meshes(ring)
    assert not meshes(bar)


def test_the_ring_follows_the_theme_without_a_new_drawing() -> None:
    ring = ReturnRing(11, 2, 1, 0.2)
    ring.draw_now()
    before = meshes(ring)
    light = ring._inks["heroTrack"][0][0].rgba
    try:
        theme.dark = True
        assert ring._inks["heroTrack"][0][0].rgba != light
        assert meshes(ring) == before
    finally:
        theme.dark = False


def test_a_played_ring_ends_as_it_was() -> None:
    ring, still = ReturnRing(11, 4, 1, 0.5), ReturnRing(11, 4, 1, 0.5)
    still.draw_now()
    ring.reveal = 0.0
    ring.draw_now()
    assert len(meshes(ring)) < len(meshes(still))
    ring.reveal = 1.0
    ring.draw_now()
    assert [list(m.vertices) for m in meshes(ring)] == [list(m.vertices) for m in meshes(still)]


def test_a_ring_that_is_gone_is_forgotten() -> None:
    ring = ReturnRing(11, 4, 1, 0.5)
    ring.draw_now()
    gone = weakref.ref(ring)
    del ring
    gc.collect()
    assert gone() is None
