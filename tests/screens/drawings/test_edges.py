"""Edges are smooth on any driver: without multisampling there are shades between the ring and its ground."""

from __future__ import annotations

import pytest

from screens.widgets.ring import ReturnRing
from screens.widgets.theme import theme

pytestmark = pytest.mark.display


def test_the_rim_of_the_ring_has_shades_in_between() -> None:
    from kivy.graphics import ClearBuffers, ClearColor, Fbo

    ring = ReturnRing(11, 11, 0, 1.0, size=(241, 241))
    ring.draw_now()
    fbo = Fbo(size=(241, 241))
    with fbo:
        ClearColor(0, 0, 0, 1)
        ClearBuffers()
    fbo.add(ring.canvas)
    fbo.draw()
    full = round(theme.mint[1] * 255)
    greens = list(fbo.pixels[1::4])
    inked, between = greens.count(full), sum(8 < green < full - 8 for green in greens)
    assert inked > 3000
    assert between > 600
