"""The boards of look_drawings: each puts drawings of one kind side by side, at the measures of the design."""

from __future__ import annotations

from collections.abc import Callable

from kivy.metrics import dp
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from screens.widgets.theme import theme


def put(root: FloatLayout, widget: Widget, x: float, top: float, width: float, height: float) -> None:
    """Place a widget by its CSS box in dp."""
    widget.size_hint = (None, None)
    widget.size = dp(width), dp(height)
    widget.pos = dp(x), root.height - dp(top) - dp(height)
    root.add_widget(widget)


def board(width: float, height: float, *parts: tuple[Widget, float, float, float, float]) -> FloatLayout:
    """A picture of several widgets, each with its CSS box."""
    root = FloatLayout(size_hint=(None, None), size=(dp(width), dp(height)))
    for widget, x, top, w, h in parts:
        put(root, widget, x, top, w, h)
    return root


BOARDS: dict[str, tuple[Callable[[], FloatLayout], str]] = {}


def rings() -> FloatLayout:
    """Four states of the ring and the bar."""
    from screens.widgets.ring import ReturnRing, RingBar

    return board(
        780, 344,
        (ReturnRing(11, 2, 1, 0.89), 74.5, 103.5, 241, 241),
        (ReturnRing(11, 11, 0, 1.0), 400, 20, 180, 180),
        (ReturnRing(34, 9, 3, 0.3), 590, 20, 180, 180),
        (ReturnRing(6, 2, 1, counting=False, start_angle=-90, sweep=360), 400, 220, 99, 99),
        (ReturnRing(14, 0, 0, counting=False), 520, 220, 120, 120),
        (RingBar(11, 2, 1), 20, 20, 350, 14),
    )  # fmt: skip


BOARDS["rings"] = rings, "hero"


def scenes() -> FloatLayout:
    """The grounds on a phone, narrow and wide."""
    from screens.widgets.ring import ReturnRing
    from screens.widgets.scenes import RECOVERED_GLOW, DawnScene, HeroScene, PrepareScene

    return board(
        1580, 1130,
        (DawnScene(), 0, 0, 390, 318),
        (PrepareScene(0.26), 400, 0, 390, 344),
        (HeroScene(), 800, 0, 390, 344),
        (ReturnRing(11, 2, 1, 0.89), 874.5, 103.5, 241, 241),
        (HeroScene(corners="all", radius=34, focus_top=188, radii=[250, 166]), 1200, 0, 372, 384),
        (ReturnRing(11, 2, 1, 0.89, stroke_width=dp(13)), 1253.5, 55.5, 265, 265),
        (DawnScene(sun_radius=66), 0, 400, 320, 344),
        (PrepareScene(0.8), 330, 400, 320, 344),
        (HeroScene(glow=RECOVERED_GLOW), 660, 400, 390, 344),
        (HeroScene(focus_x=330 / 390, focus_top=120, radii=[210, 130]), 1060, 400, 390, 382),
        (DawnScene(), 0, 790, 780, 318),
        (PrepareScene(0.0), 790, 790, 780, 344),
    )  # fmt: skip


BOARDS["scenes"] = scenes, "bg"


def sheets() -> FloatLayout:
    """The tracks of 07 to 07f at 310 dp, in one column a kind."""
    from screens.widgets.tracks import PhaseTrack, SourceBars

    now = 1.783 / 3.4
    day, end = 1 / 3.4, 3 / 3.4
    row = [(0, "Session", "session"), (day, "1 day", "day"), (now, "Now", "now"), (end, "3 days", "end")]
    made = [
        PhaseTrack([(day, end, "range"), (0, now, "time")], now, labels=row, marks=[day, end],
                   clinic=(2 / 3.4, "Your clinic: 2 days")),
        PhaseTrack([(0, day, "avoid"), (day, end, "limit")], now, labels=row),
        PhaseTrack([(0, day, "ended")], now, labels=row),
        PhaseTrack([(0, 1, "ask")], now, labels=[row[0], row[2], (1, "No end known", "end")]),
        PhaseTrack([(0, end, "avoid")], now, labels=[row[0], row[2], row[3]]),
    ]  # fmt: skip
    root = board(680, 620)
    top = 20.0
    for widget in made:
        put(root, widget, 20, top, 310, widget.height / dp(1))
        top += widget.height / dp(1) + 14
    rows = [("Fractional, journal", 24 / 84, "24 h", False), ("Face, clinic guide", 48 / 84, "48 h", False),
            ("No-needle, guide", 72 / 84, "72 h · we use this", True)]  # fmt: skip
    bars = SourceBars(rows, 42.8 / 84)
    bars.width = dp(310)
    put(root, bars, 350, 20, 310, bars.height / dp(1))
    return root


def large() -> FloatLayout:
    """The same with the largest text."""
    theme.text_scale = 2.0
    return sheets()


def times() -> FloatLayout:
    """Rows, axis and lines of 06, 06b, 06c and 06d."""
    from screens.widgets.timerows import NowLine, SessionLine, TimelineAxis, TimelineRow

    def at(day: float) -> float:
        return (day + 3) / 17

    now = at(1.783)
    axis = TimelineAxis([(0, "Fri 5", 0), (at(0), "Mon 8", 0.5), (at(7), "Mon 15", 0.5), (1, "Mon 22", 1)],
                        [at(0), at(7), 1])  # fmt: skip
    rows = [
        [(at(-0.6), at(-0.06), "before"), (at(0), at(2), "avoid")],
        [(at(0), at(1), "avoid"), (at(1), at(3), "limit")],
        [(0, at(-0.06), "before"), (at(0), at(3), "avoid")],
        [(0, at(-0.06), "before"), (at(0), 1, "limit")],
        [(at(0), 1, "avoid")],
        [(at(0), 1, "ask")],
        [(at(0), at(1), "ended")],
    ]
    root = board(780, 500)
    put(root, axis, 20, 32, 350, 440)
    put(root, NowLine(now), 20, 8, 350, 464)
    for index, bars in enumerate(rows):
        put(root, TimelineRow(bars, now=now), 20, 98 + 55 * index, 350, 14)
    third = 1 / 3
    days = TimelineAxis(lines=[third * (k + q) for k in range(3) for q in (0.25, 0.5, 0.75)],
                        columns=[(third * k, third * (k + 1)) for k in range(3)])  # fmt: skip
    names = [(third * (k + 0.5), t, 0.5) for k, t in enumerate(("Wed 10", "Thu 11", "Fri 12"))]
    put(root, days, 400, 32, 350, 300)
    present = (1.783 - 1.375) / 3
    put(root, NowLine(present), 400, 8, 350, 324)
    put(root, TimelineAxis(names, strong="Wed 10", patch="bg"), 400, 36, 350, 296)
    for index, bars in enumerate(([(0, 0.21, "avoid")], [(0, 1.4, "avoid")], [(0, 3.0, "limit")], [(0, 1, "ask")])):
        put(root, TimelineRow(bars, track=False, now=present), 400, 100 + 57 * index, 350, 14)
    put(root, SessionLine(0.92), 400, 340, 350, 150)
    put(root, TimelineRow([(0.2, 0.9, "stop")]), 400, 420, 350, 14)
    put(
        root,
        TimelineRow([(0, 2 / 14, "avoid"), (2 / 14, 6 / 14, "limit")], now=0.127, halo="bg"),
        400,
        460,
        318,
        14,
    )
    return root


def marks() -> FloatLayout:
    """The milestones of 03b and the mark."""
    from screens.widgets.logo import Logo
    from screens.widgets.milestones import MilestoneBar

    stops = [(0, "8 June", "start"), (0.253, "Today", "today"), (0.402, "11", "end"), (0.692, "15", "end"),
             (1, "22 June", "end")]  # fmt: skip
    bar = MilestoneBar(stops, 0.253)
    root = board(360, 260)
    put(root, bar, 18, 10, 314, bar.height / dp(1))
    for x, side in ((18, 36), (70, 48), (134, 56), (210, 120)):
        put(root, Logo(side), x, 110, side, side)
    return root


def months(scale: float = 1.0) -> FloatLayout:
    """03 at three widths."""
    from datetime import date

    from screens.widgets.block import Block, settle
    from screens.widgets.month import MonthGrid

    root = board(1000, 560)
    for x, width in ((20, 326), (370, 256), (650, 320)):
        theme.text_scale = scale
        grid = MonthGrid(2026, 6, date(2026, 6, 8), today=date(2026, 6, 10), last=date(2026, 6, 26))
        grid.width = dp(width)
        put(root, grid, x, 10, width, 400)
        for each in grid.walk():
            if isinstance(each, Block):
                each.layout()
        grid.layout()
        grid.top = root.height - dp(10)
    settle()
    return root


def large_months() -> FloatLayout:
    """The same with the largest text."""
    return months(2.0)


BOARDS["months"] = months, "card"


def areas() -> FloatLayout:
    """The people of 02 and every tone."""
    from screens.widgets.areaart import AreaArt

    root = board(330, 440)
    for row, tone in enumerate((0, 1, 2, 3)):
        for column, area in enumerate(("face", "body", "scalp")):
            put(root, AreaArt(area, tone), 3 + 110 * column, 3 + 110 * row, 104, 104)
    return root


BOARDS["areas"] = areas, "primarySoft"
BOARDS["sheets"] = sheets, "card"
BOARDS["times"] = times, "bg"
BOARDS["marks"] = marks, "hero"
BOARDS["large"] = large, "card"
BOARDS["large_months"] = large_months, "card"
