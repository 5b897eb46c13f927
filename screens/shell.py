"""The frame of the app: the menu at the foot or at the left, and one screen beside it."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from aftercare.words import gettext as _
from screens.widgets.draw import Fill
from screens.widgets.nav import NavBar, NavItem, Rail

RAIL_FROM = 840
DESKTOP_FROM = 1024


class Shell(BoxLayout):
    """Shows one screen at a time. `on_tab(key)` and `on_help()` are fired by the menu.

    Below 840 dp the menu is a bar at the foot, from there on a rail at the left; a screen shown with `menu=False`
    has the window to itself.
    """

    __events__ = ("on_tab", "on_help")
    desktop = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(orientation="horizontal", **kwargs)
        # Made first, because Kivy draws in the order in which things were added.
        self._ground = Fill(self, "bg")
        self.screen: Widget | None = None
        self._menu = False
        self._menus: dict[str, Any] = {}
        self._tab = ""
        self._column = BoxLayout(orientation="vertical")
        self.add_widget(self._column)
        self.bind(pos=self._paint, size=self._paint)
        self.fbind("width", self._arrange)

    def on_tab(self, key: str) -> None:
        """A place of the menu was chosen."""

    def on_help(self) -> None:
        """Help was asked for from the rail."""

    def show(self, screen: Widget, menu: bool = True, tab: str = "") -> None:
        """Put a screen in; the same one again only changes the menu."""
        if screen is not self.screen:
            self._column.clear_widgets()
            self.screen = screen
            self._column.add_widget(screen)
        self._menu, self._tab = menu, tab
        self._arrange()

    def renew(self) -> None:
        """Make the menus anew when they are next shown: the language has changed."""
        for menu in self._menus.values():
            if menu.parent is not None:
                menu.parent.remove_widget(menu)
        self._menus.clear()

    def _arrange(self, *_: Any) -> None:
        self.desktop = self.width >= dp(DESKTOP_FROM)
        if self.screen is not None and hasattr(self.screen, "desktop"):
            self.screen.desktop = self.desktop
        wanted = None
        if self._menu:
            wanted = self._made("rail") if self.width >= dp(RAIL_FROM) else self._made("bar")
            wanted.chosen = self._tab
        for kind, menu in self._menus.items():
            if menu is not wanted and menu.parent is not None:
                menu.parent.remove_widget(menu)
            elif wanted is not None and menu is wanted and menu.parent is None:
                if kind == "rail":
                    # Kivy lays children out from the last; the rail stands first.
                    self.add_widget(menu, index=len(self.children))
                else:
                    self._column.add_widget(menu)

    def _made(self, kind: str) -> Any:
        if kind not in self._menus:
            items = [
                NavItem("today", "sun-horizon", _("Today")),
                NavItem("timeline", "chart-bar-horizontal", _("Timeline")),
                NavItem("diary", "notebook", _("Diary")),
                NavItem("learn", "book-open", _("Learn")),
                NavItem("more", "dots-three-circle", _("More")),
            ]
            menu = Rail(items) if kind == "rail" else NavBar(items)
            menu.bind(chosen=self._on_chosen)
            if kind == "rail":
                menu.bind(on_help=lambda *_: self.dispatch("on_help"))
            self._menus[kind] = menu
        return self._menus[kind]

    def _on_chosen(self, _menu: Any, key: str) -> None:
        if key and key != self._tab:
            self._tab = key
            self.dispatch("on_tab", key)

    def _paint(self, *_: Any) -> None:
        self._ground.place(self.x, self.y, self.width, self.height)
