"""For developers: shows every control of the kit, or writes them as pictures.

KIVY_NO_ARGS=1 python -m screens.widgets.gallery --out DIR      PNGs: light and dark, text at 100 and 200 %
"""

from __future__ import annotations

from typing import Any

from screens.widgets.buttons import Button, IconButton, Link, Pill
from screens.widgets.checks import CheckRow, Toggle, ToggleRow
from screens.widgets.choices import PillGroup, RadioCard, Segmented
from screens.widgets.layout import Column, Flow, Grid2, Row, Spread
from screens.widgets.nav import NavBar, NavItem
from screens.widgets.page import BigTop, BottomAction, Frame, Page, Steps
from screens.widgets.rows import ChoiceRow, KeyValueRow, ListRow
from screens.widgets.sheet import Sheet
from screens.widgets.status import Chip, CountPill, Status
from screens.widgets.stepper import Stepper
from screens.widgets.surfaces import Banner, Card, IconBox, Note, PressCard, Separator
from screens.widgets.text import Icon, Text
from screens.widgets.tiles import Tile
from screens.widgets.topbar import TopBar

SUB: dict[str, Any] = {"style": "small", "color": "ink2"}


def answers() -> Page:
    """As on Today."""
    check_in = Card(
        Row(
            IconBox("smiley", "plain", 28, icon_dp=28),
            Column(Text("How is your skin?", style="label_strong"), Text("Takes 1 minute", **SUB)),
            Button("Check in", small=True, hug=True),
            spacing=12,
            stack="huge",
        ),
        padding=[16, 12, 12, 12],
        radius=24,
        shadow=True,
    )
    counts = Spread(
        CountPill("ok", 2, "OK"),
        CountPill("with_care", 2),
        CountPill("not_yet", 7),
        CountPill("ask", 4, "Ask clinic", on=True),
        spacing=7,
    )
    tiles = Grid2(
        Tile("lipstick", "not_yet", "", "Makeup", "OK in 5 h 12 min", 0.89),
        Tile("sun", "with_care", "", "Sun", "SPF 50 and shade", 0.13),
        Tile("hair-dryer", "ask", "Ask clinic", "Hair washing", "No rule found"),
        Tile("sauna", "not_yet", "", "Sauna, hot bath", "Tomorrow, 15:00", 0.59),
        Tile("snowflake", "ok", "", "Cold and frost", "Ended Tue, 15:00", 1.0),
        Tile("swimming-pool", "ask", "Ask your clinic", "Pool and sea", "Tomorrow, 15:00"),
        Tile("barbell", "with_care", "", "Exercise", "Light walks only", 0.59),
        Tile("pill", "ask", "Ask first", "Aspirin", "Prescribed? Keep taking it."),
        spacing=10,
    )
    normal = Card(
        Text("Normal on day 2", style="heading"),
        ListRow("redness", "Redness", "Mostly gone. A little pink is fine."),
        ListRow("bumps", "Small bumps", "Should be gone by tonight.", line=True),
        ListRow("bell", "Alerts", "At the end of each limit", line=True, on_press=print),
        ToggleRow("moon", "Quiet hours", "22:00 to 07:00", on=True, line=True),
        padding=[18, 18, 18, 8],
    )
    wrong = PressCard(
        Row(
            IconBox("first-aid-kit", "dg"),
            Column(Text("Something feels wrong?", style="label_strong"), Text("Answer a few questions now", **SUB)),
            Icon("caret-right", 20),
            spacing=12,
        ),
        name="Something feels wrong?",
        color="sand",
        padding=[18, 16, 16, 16],
        radius=24,
    )
    head = Row(Text("Right now", style="heading"), Pill("Can I …?", icon="magnifying-glass", tone="primarySoft"))
    return Page(
        check_in,
        head,
        counts,
        tiles,
        Button("See all 15", kind="tonal"),
        normal,
        wrong,
        spacing=12,
        padding=(16, 24),
    )


def questions() -> Any:
    """As in the wizard."""
    kinds = (
        ("syringe", "Injections", "Fine needles, by hand"),
        ("dots-nine", "Fractional", "Tiny holes, by device"),
        ("drop", "Hyaluronic acid", "Skin booster shots"),
        ("waveform", "No-needle device", "Current or ultrasound"),
    )
    cards = Grid2(*[RadioCard(*kind, on=number == 0) for number, kind in enumerate(kinds)], spacing=10)
    page = Page(
        Text("When is your session?", style="heading"),
        Segmented([("planned", "Coming up"), ("done", "Already done")], chosen="done", name="Your session"),
        Stepper("When did it end?", "15:00"),
        cards,
        PillGroup([(3, "3 days"), (14, "2 weeks"), (0, "Before")], chosen=14, name="How long to show"),
        Card(
            KeyValueRow("face", "Area and treatment", "Face, injections", "Change"),
            KeyValueRow("calendar-check", "Session ended", "Mon 8 June, 15:00", "Change", line=True),
            KeyValueRow("hospital", "Clinic phone", "Not added yet", "Add", line=True),
            padding=[18, 4, 18, 4],
        ),
        CheckRow(
            "I understand that Aftercare gives general advice. It does not replace my clinic or a doctor.", on=True
        ),
        CheckRow("I understand that Aftercare gives general advice.", fault="Please tick this first"),
        ChoiceRow("calendar-plus", "Add my session", "Coming up, or already done", kind="primary"),
        ChoiceRow("qr-code", "Open a plan from my clinic", "For now, type its times in"),
        ChoiceRow("eye", "Look around with an example", "Nothing is saved", kind="card"),
        spacing=12,
        padding=(20, 24),
    )
    top = Column(
        TopBar("Add my session", on_back=print, on_close=print),
        Column(Steps(count=3, done=2), padding=[20, 0, 20, 0]),
    )
    return Frame(page, top=top, bottom=BottomAction(Button("Next: check your plan")))


def parts() -> Page:
    """What is left."""
    return Page(
        BigTop("Timeline", Pill("Feels wrong?", icon="first-aid-kit")),
        Text(
            "Your plan before and after mesotherapy: clear times, and help if something feels wrong.", color="ink2"
        ),
        *[Button("Next: check your plan", kind=k) for k in ("primary", "tonal", "outline", "text", "danger")],
        Button("Not possible now", disabled=True),
        Flow(*[Pill(f"Tone {t}", tone=t) for t in ("sand", "on", "primarySoft", "outline", "hero")], spacing=8),
        Flow(*[Status(s) for s in ("not_yet", "with_care", "ask", "ok")], spacing=14),
        Flow(*[Chip(s) for s in ("not_yet", "with_care", "ask", "ok", "before_stop", "danger")], spacing=8),
        Row(*[IconBox("sun", t) for t in ("sand", "pri", "notyet", "care", "ask", "ok", "dg")], spacing=6),
        Separator(),
        Row(
            IconButton("minus", name="Less", filled=True),
            Toggle("Alerts", on=True),
            Toggle("Sound"),
            Link("See all", icon="caret-right"),
            spacing=10,
        ),
        Note("Wait until you have asked.", lead="No article gives a time for these.", icon="hospital", tone="ask"),
        Note(
            "You are pregnant or breastfeeding.",
            lead="Tell your clinic if any of these is true.",
            icon="warning-fill",
            tone="care",
        ),
        Banner("Example", action="Add my session", icon="eye"),
        spacing=12,
        padding=(8, 24),
    )


PLACES = [
    NavItem("today", "sun-horizon", "Today"),
    NavItem("timeline", "chart-bar-horizontal", "Timeline"),
    NavItem("diary", "notebook", "Diary"),
    NavItem("learn", "book-open", "Learn"),
    NavItem("more", "dots-three-circle", "More"),
]


def layers() -> Any:
    """A tab with its bar and an open sheet."""
    head = Row(
        IconBox("lipstick", "notyet", 56), Column(Text("Makeup", style="title"), Status("not_yet")), spacing=12
    )
    sheet = Sheet(
        "Makeup",
        Text("Why wait?", style="subhead"),
        Text(
            "The tiny needle holes need time to close. Makeup and brushes can carry germs into the skin.",
            color="ink2",
        ),
        Card(
            KeyValueRow("hospital", "My clinic said: 2 days", "You added this on 8 June", "Change"),
            ListRow(
                "book-open", "4 sources", "From clinics and medical reviews", tone="pri", line=True, on_press=print
            ),
            padding=[16, 4, 16, 4],
        ),
        head=head,
        bottom=Button("Tell me at 15:00", icon="bell"),
    )
    sheet.shown = 1
    return sheet


def places() -> Any:
    """The bar."""
    return Frame(answers(), bottom=NavBar(PLACES, "today"))


SHEETS = {"layers": layers, "places": places, "answers": answers, "questions": questions, "parts": parts}


def main() -> None:
    """Write the pictures; the window is made here and nowhere above."""
    import argparse
    from pathlib import Path

    parser = argparse.ArgumentParser(prog="gallery")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--width", type=int, default=390, help="in dp")
    parser.add_argument("--height", type=int, default=1400, help="in dp")
    parser.add_argument("--text", type=float, nargs="+", default=[1.0, 2.0])
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    from kivy.base import EventLoop, runTouchApp
    from kivy.core.window import Window
    from kivy.metrics import dp
    from kivy.uix.floatlayout import FloatLayout

    from screens.widgets.draw import Fill
    from screens.widgets.theme import theme

    runTouchApp(embedded=True)
    ground = FloatLayout(size_hint=(None, None), size=(dp(options.width), dp(options.height)))
    Fill(ground, "bg").place(0, 0, *ground.size)
    Window.add_widget(ground)
    for dark in (False, True):
        for scale in options.text:
            theme.dark, theme.text_scale = dark, scale
            for name, make in SHEETS.items():
                ground.clear_widgets()
                ground.add_widget(make())
                for _ in range(6):
                    EventLoop.idle()
                ground.export_to_png(str(options.out / f"{name}-{'dark' if dark else 'light'}-{scale}.png"))


if __name__ == "__main__":
    main()
