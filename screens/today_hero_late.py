"""The hero of Today while only the late watch is left: words at the left, and the way to its end below them."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp

from screens.widgets.block import fit_to
from screens.widgets.theme import theme

# Distances of the picture in dp.
UPPER, UNDER_HEAD, UNDER_WORDS, FOOT, INSET = 12.0, 18.0, 16.0, 22.0, 18.0
OVERLAP = 24.0
WIDEST = 640.0


def show_line(hero: Any, has_ground: bool) -> None:
    """Have the line that fits the Hero which is shown, or none; over the ground, if it is painted already."""
    watch, line = hero.hero.watch, hero.line
    if watch is None:
        if line is not None and line.parent is hero:
            hero.remove_widget(line)
        return
    if line is None:
        from screens.widgets.watchline import WatchLine

        line = hero.line = WatchLine()
    line.over, line.now = watch.over, watch.now
    line.start, line.day, line.end = watch.start, watch.day, watch.end
    if line.parent is None:
        hero.add_widget(line, index=len(hero.children) - has_ground)


def edge(hero: Any, width: float) -> float:
    """Where the head begins, and here words and card too, in pixels from either side."""
    least = dp(22 if hero.desktop else 20)
    return float(max(least, (width - dp(WIDEST)) / 2) if hero.watching else least)


def arrange(hero: Any, width: float) -> float:
    """Fit words and line; returns the height of the ground, in pixels."""
    side = edge(hero, width)
    hero.lead.style, hero.when.style = "title", "body"
    hero.lead.size_hint = (1, None)
    for text in (hero.lead, hero.when):
        text.halign = "left"
    hero.words.align = "left"
    fit_to(hero.words, width - 2 * side)
    # Empty here, but it stays where a ring would want it.
    fit_to(hero.summary, width - 2 * side)
    inset = 0 if theme.large or hero.desktop else dp(INSET)
    hero.line.width = width - 2 * (side + inset)
    below = 0 if theme.large or hero.desktop or hero.card is None else dp(OVERLAP)
    tall = dp(UPPER + UNDER_HEAD + UNDER_WORDS + FOOT) + hero.head.height + hero.words.height + hero.line.height
    return float(tall + below)


def place(hero: Any, top: float) -> None:
    """Put words and line below the head; `top` is that of the hero."""
    side = edge(hero, hero.width)
    y = top - dp(UPPER + UNDER_HEAD) - hero.head.height - hero.words.height
    hero.words.pos = hero.summary.pos = (hero.x + side, y)
    hero.line.pos = (hero.x + (hero.width - hero.line.width) / 2, y - dp(UNDER_WORDS) - hero.line.height)
