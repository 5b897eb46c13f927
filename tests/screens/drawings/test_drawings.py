"""Every drawing is made without a display, at any width and text size, and stays inside its box."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from screens.widgets.areaart import AreaArt
from screens.widgets.drawing import Drawing
from screens.widgets.logo import Logo
from screens.widgets.milestones import MilestoneBar
from screens.widgets.scenes import RECOVERED_GLOW, DawnScene, HeroScene, PrepareScene
from screens.widgets.theme import theme
from screens.widgets.timerows import NowLine, SessionLine, TimelineAxis, TimelineRow
from screens.widgets.tracks import PhaseTrack, SourceBars

LABELS = [(0, "Session", "session"), (0.3, "1 day", "day"), (0.5, "Now", "now"), (0.9, "3 days", "end")]
MAKERS: dict[str, Callable[[], Drawing]] = {
    "hero": lambda: HeroScene(glow=RECOVERED_GLOW),
    "card hero": lambda: HeroScene(corners="all"),
    "dawn": DawnScene,
    "prepare": lambda: PrepareScene(0.4),
    "track": lambda: PhaseTrack([(0, 0.3, "avoid"), (0.3, 0.9, "limit")], 0.5, labels=LABELS, clinic=(0.6, "Clinic")),
    "asked": lambda: PhaseTrack([(0, 1, "ask")], None, labels=LABELS),
    "sources": lambda: SourceBars([("Guide", 0.3, "24 h", False), ("Journal", 0.9, "72 h", True)], 0.5),
    "row": lambda: TimelineRow([(0, 0.1, "before"), (0.1, 0.4, "avoid"), (0.4, 1.2, "limit")], now=0.3, halo="card"),
    "axis": lambda: TimelineAxis([(0, "Fri 5", 0), (1, "Mon 22", 1)], [0.2, 1], patch="bg"),
    "now": lambda: NowLine(0.4),
    "session": lambda: SessionLine(0.9),
    "milestones": lambda: MilestoneBar([(0, "8 June", "start"), (0.3, "Today", "today"), (1, "22 June", "end")], 0.3),
    "logo": lambda: Logo(48),
    "face": AreaArt,
    "body": lambda: AreaArt("body", 1),
    "scalp": lambda: AreaArt("scalp"),
}


@pytest.fixture(autouse=True)
def plain_theme() -> Iterator[None]:
    yield
    theme.text_scale = 1.0
    theme.dark = False


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [320, 960])
@pytest.mark.parametrize("kind", MAKERS)
def test_a_drawing_is_made_and_stays_between_its_sides(kind: str, width: float, scale: float) -> None:
    theme.text_scale = scale
    drawing = MAKERS[kind]()
    drawing.size_hint = (None, None)
    drawing.width = width
    if drawing.height < 20 or kind in ("hero", "card hero", "dawn", "prepare", "axis", "now", "session"):
        drawing.height = max(drawing.height, 344 if "row" not in kind else 14)
    drawing.draw_now()
    xs: list[float] = []
    for item in drawing._layer.children:
        if type(item).__name__ == "Mesh":
            xs += list(item.vertices)[0::4]
        elif type(item).__name__ == "Rectangle":
            xs += [item.pos[0], item.pos[0] + item.size[0]]
    assert xs
    # The pill of "Now" and the bead may stand over the edge by half their width.
    slack = 60 if kind in ("now", "session") else 12
    assert min(xs) >= -slack
    assert max(xs) <= width + slack


def test_a_drawing_that_nothing_changed_is_not_drawn_again() -> None:
    row = TimelineRow([(0, 0.5, "avoid")], size=(300, 14), size_hint=(None, None))
    row.draw_now()
    before = list(row._layer.children)
    row.pos = (40, 80)
    assert list(row._layer.children) == before
    assert not row.redraw.is_triggered


def test_text_in_drawings_grows_with_the_text_scale() -> None:
    track = PhaseTrack([(0, 0.5, "avoid")], 0.5, labels=LABELS)
    small = track.height
    theme.text_scale = 2.0
    assert track.height > small


def test_sources_that_do_not_fit_side_by_side_are_stacked() -> None:
    bars = SourceBars([("No-needle device, clinic guide", 0.9, "72 h, we use this", True)], None, width=600)
    wide = bars.height
    bars.width = 200
    assert bars.height > wide


def test_a_chosen_tone_of_skin_is_drawn() -> None:
    art = AreaArt("face", 3)
    art.draw_now()
    tones = {tuple(round(c * 255) for c in i.rgb) for i in art._layer.children if type(i).__name__ == "Color"}
    assert (0x7D, 0x51, 0x38) in tones
