"""The top of Today: the answer on its painted ground, and the card that lies over its edge."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp

from aftercare.presenters.today_state import Hero
from screens import today_hero_late as late
from screens.today_hero_layout import HeroLayout
from screens.today_hero_sun import CardSun, LowSun
from screens.widgets.block import width_wanted
from screens.widgets.heropill import HeroPill
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.ring import ReturnRing, RingBar
from screens.widgets.scenes import RECOVERED_GLOW, HeroScene, PrepareScene
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme


class HeroWords(Column):
    """Lead, countdown and moment; to a screen reader one text, which the presenter has made."""

    def build(self) -> None:
        self.role = "text"


class Beside(Row):
    """Two buttons side by side: the words of the wider one wrap in what the other leaves."""

    def _stacks(self, children: list[Any], width: float) -> bool:
        return False

    def arrange(self, children: list[Any], width: float) -> float:
        rest = width - dp(self.spacing) * (len(children) - 1)
        for child in sorted(children, key=width_wanted):
            self.fix(child, max(rest, 1))
            rest -= child.width
        return max((child.height for child in children), default=0)


class TodayHero(HeroLayout):
    """Shows a Hero of the presenter."""

    def __init__(self, on_help: Any, **kwargs: Any) -> None:
        self._kind: tuple[Any, ...] = ()
        self.title, self.subtitle = Text(style="heading"), Text(style="small")
        self.help = HeroPill(icon="first-aid-kit", on_press=lambda *_: on_help())
        self._names = Column(self.title, self.subtitle)
        self._aloud: Any = None
        self._aside = Beside(spacing=4, hug=True)
        self.head = Row(self._names, spacing=8, stack="large")
        self.sign = Icon("check-circle-fill", 44, color="mint")
        self.lead = Text(style="body_strong", halign="center")
        self.countdown = Text(style="countdown", halign="center")
        self.when = Text(style="body_strong", halign="center")
        self.words = HeroWords(self.lead, self.countdown, self.when, spacing=2, align="center")
        self.summary = Text(style="button", halign="center", decorative=True)
        super().__init__(**kwargs)
        for widget in (self.head, self.words, self.summary):
            self.add_widget(widget)
        self.fbind("ground", self._repaint_words)

    def show(self, hero: Hero, ground: str, help_word: str, done: bool) -> None:
        """Show a hero; only what differs is touched. `done`: everything has ended."""
        self.ground = ground
        self.done = done
        beside = [each for each in (self._aloud, self.help if help_word else None) if each is not None]
        if theme.large:
            # Below the title help comes first, and its edge is that of the words.
            beside.reverse()
        keep(self._aside, beside)
        keep(self.head, [self._names, self._aside] if beside else [self._names])
        self.help.text = help_word
        self.title.text, self.subtitle.text = hero.title, hero.subtitle
        if (hero.lead, len(hero.countdown)) != (self.lead.text, len(self.countdown.text)):
            self.invalidate()
        self.lead.text, self.countdown.text, self.when.text = hero.lead, hero.countdown, hero.when
        self.summary.text = hero.summary
        self.words.name = hero.spoken
        self._show_sign(done and bool(hero.segments))
        self.hero = hero
        self._repaint_words()
        self._show_ring()

    def offer(self, aloud: Any) -> None:
        """Have a button that reads the screen aloud, beside "Feels wrong?"; shown with the next hero."""
        self._aloud = aloud
        self._repaint_words()

    def _show_sign(self, shown: bool) -> None:
        if shown and self.sign.parent is None:
            self.words.add_widget(self.sign, index=len(self.words.children))
        elif not shown and self.sign.parent is not None:
            self.words.remove_widget(self.sign)

    def _show_ring(self) -> None:
        hero = self.hero
        late.show_line(self, has_ground=self._scene is not None)
        if self.ground == "hero" and hero.segments:
            wanted: Any = self._made_bar() if theme.large else self._made_ring()
        else:
            wanted = None
        for shape in (self.ring, self.bar):
            if shape is not None and shape is not wanted and shape.parent is self:
                self.remove_widget(shape)
        if wanted is not None:
            wanted.segments, wanted.ended, wanted.next_count = hero.segments, hero.ended, hero.upcoming
            if self.ring is not None and wanted is self.ring:
                self.ring.fraction, self.ring.counting = hero.fraction, hero.counting
            if wanted.parent is None:
                # Under the words, over the scene.
                self.add_widget(wanted, index=len(self.children) - (1 if self._scene else 0))
        if isinstance(self._scene, PrepareScene):
            self._scene.fraction = hero.fraction

    def _made_ring(self) -> ReturnRing:
        if self.ring is None:
            self.ring = ReturnRing(decorative=True)
        return self.ring

    def _made_bar(self) -> RingBar:
        if self.bar is None:
            self.bar = RingBar(decorative=True)
        return self.bar

    def hold(self, card: Any) -> None:
        """Lay a card over the lower edge; None takes it away."""
        if card is self.card:
            return
        if self.card is not None:
            self.remove_widget(self.card)
        self.card = card
        if card is not None:
            self.add_widget(card)

    def _repaint_words(self, *_: Any) -> None:
        dawn = self.ground == "dawn"
        strong, soft = ("onDawn", "onDawn2") if dawn else ("onHero", "onHero2")
        self.help.ground = self.ground
        if self._aloud is not None:
            self._aloud.color = strong
        self.title.color = self.countdown.color = self.summary.color = strong
        self.subtitle.color = soft
        done = self.done
        self.lead.color = strong if done else soft
        self.when.color = soft if dawn or done else "peach"

    def prepare(self) -> None:
        self._paint()
        self._show_ring()

    def _paint(self) -> None:
        """The scene is made anew only when the mood or the shape changes."""
        done = self.done
        kind = (self.ground, self.desktop, theme.large, done, self.watching)
        if kind == self._kind:
            return
        self._kind = kind
        if self._scene is not None:
            self.remove_widget(self._scene)
        shape: dict[str, Any] = {"corners": "all", "radius": 34} if self.desktop else {}
        if self.ground == "dawn":
            scene = LowSun if theme.large else CardSun if self.desktop else PrepareScene
            self._scene = scene(self.hero.fraction, **shape)
        elif self.watching:
            self._scene = HeroScene(focus_x=310 / 390, focus_top=-4, radii=[190, 110], **shape)
        elif theme.large:
            self._scene = HeroScene(focus_x=330 / 390, focus_top=84, radii=[210, 130], **shape)
        else:
            glow = RECOVERED_GLOW if done else []
            self._scene = HeroScene(focus_top=188, glow=glow, **shape)
        self.add_widget(self._scene, index=len(self.children))
