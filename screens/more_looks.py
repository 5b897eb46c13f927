"""How the app looks and speaks, in More: the size of text, the theme and the language."""
from __future__ import annotations

from collections.abc import Callable

from aftercare.presenters.more import TEXT_SETTING, THEME_SETTING, LooksPart
from aftercare.presenters.more_language import LanguagePart
from screens.widgets.choices import Segmented
from screens.widgets.layout import Column, Row
from screens.widgets.rows import ListRow
from screens.widgets.stepslider import StepSlider
from screens.widgets.surfaces import Card, Separator
from screens.widgets.text import Text


class LooksColumn(Column):
    """Shows a LooksPart and a LanguagePart, each in place. What is chosen is asked for with "setting" (name, value)."""

    def __init__(self, looks: LooksPart, language: LanguagePart, intent: Callable[..., None]) -> None:
        self._looks, self._spoken, self._intent = looks, language, intent
        values = [value for value, _words in looks.sizes]
        at = values.index(looks.size)
        size_words = Text(looks.sizes[at][1], style="small", color="ink2", hug=True, decorative=True)
        self._slider = StepSlider(looks.size_title, [words for _value, words in looks.sizes], at)
        self._slider.bind(
            at=lambda _slider, number: setattr(size_words, "text", looks.sizes[int(number)][1]),
            on_choose=lambda _slider, number: intent("setting", name=TEXT_SETTING, value=values[number]),
        )
        self._themes = Segmented(looks.themes, looks.theme, name=looks.theme_title)
        self._themes.bind(chosen=lambda _group, value: self._choose_theme(value))
        self._language = ListRow(
            "translate", language.title, language.value, tone="pri", static=False, role="button"
        )
        self._language.bind(on_press=lambda *_: self._open_language())
        size = Row(Text(looks.size_title, style="label"), size_words, spacing=8, stack="huge")
        card = Card(
            Column(size, self._slider), Separator(),
            Column(Text(looks.theme_title, style="label"), self._themes, spacing=10),
            Separator(), self._language,
            spacing=14, padding=[18, 16, 18, 8],
        )
        super().__init__(Text(looks.title, style="heading"), card, spacing=10)

    def show(self, looks: LooksPart, language: LanguagePart) -> None:
        """Take what was chosen meanwhile."""
        self._looks, self._spoken = looks, language
        self._slider.at = [value for value, _words in looks.sizes].index(looks.size)
        self._themes.chosen = looks.theme
        self._language.subtitle = language.value

    def _choose_theme(self, value: str) -> None:
        if value != self._looks.theme:
            self._intent("setting", name=THEME_SETTING, value=value)

    def _open_language(self) -> None:
        from screens.more_language import language_sheet

        language_sheet(self._spoken, self._intent).open(self.get_parent_window())
