"""The kit in the Kivy language: names, properties and events as anywhere else in Kivy."""
from __future__ import annotations

from tests.screens.harness import Stage

LAYOUT = """
BoxLayout:
    orientation: "vertical"
    Page:
        Card:
            Text:
                text: "Right now"
                style: "heading"
            ListRow:
                icon: "bell"
                title: "Alerts"
                static: False
                role: "button"
                on_press: app_pressed.append("row")
        Pill:
            text: "Can I …?"
            icon: "magnifying-glass"
            tone: "primarySoft"
            hug: True
    BottomAction:
        PushButton:
            text: "Go"
            kind: "danger"
            on_press: app_pressed.append("go")
"""


def test_a_screen_can_be_laid_out_in_kv(stage: Stage) -> None:
    from kivy.lang import Builder
    from kivy.lang.parser import global_idmap

    import screens.widgets.buttons
    import screens.widgets.page
    import screens.widgets.rows
    import screens.widgets.surfaces  # noqa: F401

    pressed: list[str] = []
    global_idmap["app_pressed"] = pressed
    root = stage.show(Builder.load_string(LAYOUT))

    assert stage.spoken() == ["heading 'Right now'", "button 'Alerts'", "button 'Can I …?'", "button 'Go'"]
    stage.tap("button", "Alerts")
    stage.tap("button", "Go")
    assert pressed == ["row", "go"]
    go = stage.find("button", "Go")
    assert go.to_window(go.x, go.y) == (20, 28)
    assert root.children[1].height == 844 - root.children[0].height
