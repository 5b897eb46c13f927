"""One picture, large: its day, its check-in, comparing, deleting."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.photos_state import PhotoPageState
from screens.framed import FramedScreen
from screens.photo_top import photo_top
from screens.widgets.buttons import PushButton
from screens.widgets.layout import Column
from screens.widgets.outline import OutlinedPicture
from screens.widgets.page import Frame, Page
from screens.widgets.sides import Sides
from screens.widgets.text import Text

WIDE_DP = 960


class PhotoPageScreen(FramedScreen[PhotoPageState]):
    """Renders a PhotoPageState. Intents: "back", "help", "result" (id), "compare" (id), "draw-outline" (id),
    "delete-photo" (id).
    """

    rebuilt_on = ("desktop",)

    def __init__(self, pictures: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._pictures = pictures

    def build(self, state: PhotoPageState) -> None:
        picture = OutlinedPicture(self._pictures)
        picture.outline = state.outline
        picture.show(state.shot.id, state.shot.name, large=True)
        ways = [
            (state.check_in, "notebook", "tonal", lambda: self.intent("result", id=state.check_in_id)),
            (state.compare, "columns", "tonal", lambda: self.intent("compare", id=state.shot.id)),
            (state.draw, "pencil-simple", "tonal", lambda: self.intent("draw-outline", id=state.shot.id)),
            (state.delete, "trash", "danger_text", lambda: self.intent("delete-photo", id=state.shot.id)),
        ]
        buttons = [
            PushButton(words, icon=icon, kind=kind, on_press=lambda *_, way=way: way())
            for words, icon, kind, way in ways
            if words
        ]
        words = Column(
            Text(state.facts, style="subhead"), *buttons,
            Text(state.gone, style="small", color="ink2", halign="center"), spacing=12,
        )  # fmt: skip
        body = Sides(picture, words, spacing=32, from_dp=800) if self.desktop else Column(picture, words, spacing=16)
        page = Page(body, padding=(4, 28), measure_dp=WIDE_DP if self.desktop else 640)
        self.add_widget(Frame(page, top=photo_top(self, state.title, state.back)))
