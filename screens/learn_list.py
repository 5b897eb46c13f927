"""The list of Learn: the guide of the day, the groups, the guides, and what stands where none is found."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty

from aftercare.presenters.learn_state import GuideRow, LearnState, NothingFound, Pick
from screens.widgets.block import fit_to
from screens.widgets.buttons import Link, PushButton
from screens.widgets.draw import Edge, Fill
from screens.widgets.geometry import arc, ellipse, rounded_box
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.meshes import filled, joined, stroke
from screens.widgets.pillstrip import PillStrip
from screens.widgets.press import Pressable
from screens.widgets.rows import ListRow
from screens.widgets.scenes import Scene
from screens.widgets.surfaces import Card
from screens.widgets.text import Icon, Text

SKY, ROUND = 132.0, 22.0


class Chip(Row):
    """A word on soft petrol with a star before it."""

    def __init__(self, words: str) -> None:
        self.words = Text(words, style="small_strong", color="onPrimarySoft", hug=True)
        super().__init__(Icon("star-fill", 18, color="onPrimarySoft"), self.words, spacing=6, padding=[10, 5, 12, 5],
                         hug=True)  # fmt: skip

    def build(self) -> None:
        self._ground = Fill(self, "primarySoft", dp(15))

    def place(self) -> None:
        self._ground.place(self.x, self.y, self.width, self.height)
        super().place()


class LowSun(Scene):
    """A low sun over two hills, for the head of a card: only its upper corners are round."""

    def draw(self) -> None:
        radius = dp(self.radius)
        ground = rounded_box(0, 0, self.width, self.height, 0.01, radius)
        self.fill("dawn", filled(ground))
        x, y, sun = self.width * 0.72, self.height - dp(82), dp(44)
        for times, alpha in ((2.55, 0.13), (1.66, 0.2), (1.0, 1.0)):
            self.inside("dawnSun", ellipse(x, y, sun * times, sun * times), ground, alpha)
        dashes = [stroke(arc(x, y, sun * 1.36, 190 + 21.5 * i, 203 + 21.5 * i), dp(6)) for i in range(8)]
        self.fill("primary", joined(dashes[:4]))
        self.fill("dawnSun", joined(dashes[4:]))
        for token, (middle, below, across, tall) in (
            ("dawnHill", (0.25, 122, 0.74, 158)), ("hero", (0.9, 148, 0.8, 170))
        ):  # fmt: skip
            self.inside(token, ellipse(self.width * middle, -dp(below), self.width * across, dp(tall)), ground)


class PickCard(Pressable):
    """The guide of the day under a dawn: one large button."""

    arranges = True
    read = BooleanProperty(False)

    def __init__(self, pick: Pick, **kwargs: Any) -> None:
        head = Row(Chip(pick.chip), Text(pick.detail, style="small", color="ink2"), spacing=8, stack="large")
        self.words = Column(head, Text(pick.title, style="heading"), spacing=8, padding=[18, 14, 18, 16])
        self.scene = LowSun(size_hint=(None, None), radius=ROUND)
        super().__init__(radius=ROUND, name=pick.spoken, **kwargs)
        for part in (self.scene, self.words):
            self.add_widget(part)
        self.words.fbind("height", self.invalidate)

    def build(self) -> None:
        self._ground = Fill(self, "card", [0.01, 0.01, dp(ROUND), dp(ROUND)], self.canvas)
        self._edge = Edge(self, None, dp(2.5), dp(ROUND), canvas=self.canvas.after)
        self.on_read()

    def on_read(self, *_: Any) -> None:
        if "_edge" in self.__dict__:
            self._edge.token, self.selected = ("primary" if self.read else None), self.read

    def fit(self, width: float) -> float:
        if "words" not in self.__dict__ or self.words.parent is None:
            return 0.0
        fit_to(self.words, width)
        return float(dp(SKY)) + self.words.height

    def place(self) -> None:
        if "scene" not in self.__dict__:
            return
        tall = self.words.height
        self.scene.size, self.scene.pos = (self.width, dp(SKY)), (self.x, self.y + tall)
        self.words.pos = self.pos
        self._ground.place(self.x, self.y, self.width, tall)
        self._edge.place(self.x, self.y, self.width, self.height)


class GuideLine(ListRow):
    """One guide. `read`: it stands beside the list."""

    read = BooleanProperty(False)

    def __init__(self, row: GuideRow, fire: Any) -> None:
        self._spoken = row.spoken
        super().__init__(row.icon, row.title, row.detail, tone=row.tone, on_press=lambda *_: fire("guide", id=row.id))
        self.read = row.read

    def build_ground(self) -> None:
        self._ground = Fill(self, None, dp(16))

    def on_read(self, *_: Any) -> None:
        if self._ready:
            self._ground.token = "primarySoft" if self.read else None
        self.selected = self.read

    def place(self) -> None:
        super().place()
        self._ground.place(*self.shape_box())

    def _say(self) -> None:
        self.name = self._spoken


class GuideList(Column):
    """Everything below the search. `fire(intent, **payload)`: "guide" (id), "learn-group" (group), "learn-search"
    (query), "can-i" (query)."""

    def __init__(self, fire: Any) -> None:
        self._fire = fire
        self._state: LearnState | None = None
        self._made: dict[tuple[Any, ...], GuideLine] = {}
        self._rows = Card(padding=[16, 4, 16, 4], role="list")
        self._found, self._note = Text(style="label", color="ink2"), Text(style="small", color="ink2")
        self._pick: Any = None
        self._groups: Any = None
        super().__init__(spacing=14)

    def render(self, state: LearnState) -> None:
        """Show a list; rows that are there already are only moved."""
        before, self._state = self._state, state
        if before == state:
            return
        if state.pick is not None and (before is None or before.pick != state.pick):
            self._pick = PickCard(state.pick, on_press=lambda *_: self._open_pick())
            self._pick.read = state.pick.read
        if self._groups is None or before is None or before.groups != state.groups:
            self._groups = PillStrip(state.groups, state.view.group, name=state.groups_title)
            self._groups.bind(chosen=lambda _group, chosen: self._choose(chosen))
        self._groups.chosen = state.view.group
        self._found.text, self._note.text, self._rows.name = state.found, state.note, state.list_title
        keep(self._rows, [self._line(row, number) for number, row in enumerate(state.rows)])
        keep(self, self._parts(state))

    def _parts(self, state: LearnState) -> list[Any]:
        if state.nothing is not None:
            return [nothing(state.nothing, state.view.query, self._fire)]
        head = [self._found] if state.found else [self._groups] if not state.view.query.strip() else []
        pick = [self._pick] if state.pick is not None else []
        return [*pick, *head, *([self._rows] if state.rows else []), self._note]

    def _line(self, row: GuideRow, number: int) -> GuideLine:
        key = (row.id, row.title, row.detail)
        if key not in self._made:
            self._made[key] = GuideLine(row, self._fire)
        line = self._made[key]
        line.read, line.line = row.read, number > 0
        return line

    def _choose(self, group: str) -> None:
        if self._state is not None and group != self._state.view.group:
            self._fire("learn-group", group=group)

    def _open_pick(self) -> None:
        if self._state is not None and self._state.pick is not None:
            self._fire("guide", id=self._state.pick.id)


def nothing(words: NothingFound, query: str, fire: Any) -> Card:
    """No guide: the ways on."""
    return Card(
        Column(Text(words.title, style="subhead"), Text(words.text, color="ink2"), spacing=4),
        PushButton(words.show_all, kind="tonal", on_press=lambda *_: fire("learn-search", query="")),
        Link(words.can_i, icon="caret-right", role="button", on_press=lambda *_: fire("can-i", query=query)),
        spacing=14, padding=[18, 18, 18, 8],
    )
