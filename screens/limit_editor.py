"""Where the patient enters what the clinic said: a time in days or hours, or that it is fine."""
from __future__ import annotations

from typing import Any

from aftercare.presenters import limit_clinic
from aftercare.presenters.limit_parts import ClinicWord
from aftercare.words import gettext as _
from aftercare.words import pgettext
from screens.widgets.buttons import PushButton
from screens.widgets.choices import Segmented
from screens.widgets.layout import Column
from screens.widgets.stepper import Stepper
from screens.widgets.surfaces import Note
from screens.widgets.text import Text


class ClinicEditor(Column):
    """`on_said(hours)` is fired with the hours, or None for "it is fine"; `on_removed()` takes the word back.

    A time shorter than the sources is fired only after a second yes. `on_done()` closes the editor without a word.
    """

    __events__ = ("on_said", "on_removed", "on_done")

    def __init__(self, word: ClinicWord, **kwargs: Any) -> None:
        self.word = word
        self.unit = limit_clinic.unit_of(word.hours)
        self.hours = limit_clinic.in_unit(word.hours, self.unit)
        self._asked: float | None = None
        super().__init__(spacing=12, padding=[0, 4, 0, 14], role="group", name=word.heading, **kwargs)
        units = ((limit_clinic.DAYS, _("Days")), (limit_clinic.HOURS, _("Hours")))
        self._units = Segmented(units, self.unit, name=_("Count in"))
        self._units.bind(chosen=lambda _box, unit: self._count_in(unit))
        self._stepper = Stepper(word.heading, "", _("Less"), pgettext("a step up", "More"), color="bg", radius=18)
        self._stepper.bind(on_step=lambda _stepper, by: self._step(by))
        self._outcome = Text("", style="label_strong")
        self._scope = Text(word.scope, style="small", color="ink2")
        self._actions = Column(spacing=8)
        for part in (self._stepper, self._units, Column(self._outcome, self._scope), self._actions):
            self.add_widget(part)
        self._say()
        self._offer()

    def on_said(self, hours: float | None) -> None:
        """Fired with what the clinic said."""

    def on_removed(self) -> None:
        """Fired when the word is taken back."""

    def on_done(self) -> None:
        """Fired when nothing is to change."""

    def follow(self, word: ClinicWord) -> None:
        """Take a newer minute without touching what is being entered."""
        if word != self.word:
            self.word = word
            self._say()

    def _step(self, by: int) -> None:
        self.hours = limit_clinic.stepped(self.hours, by, self.unit)
        self._say()
        self._offer()

    def _count_in(self, unit: str) -> None:
        self.unit, self.hours = unit, limit_clinic.in_unit(self.hours, unit)
        self._say()
        self._offer()

    def _say(self) -> None:
        self._stepper.shown = limit_clinic.shown(self.hours, self.unit)
        self._outcome.text = limit_clinic.outcome(self.word, self.hours)

    def _offer(self) -> None:
        """The ways on while a time is entered."""
        self._actions.clear_widgets()
        fine = PushButton(self.word.fine, kind="outline", small=True, on_press=lambda *_: self._try(None))
        self._actions.add_widget(PushButton(_("Save this time"), on_press=lambda *_: self._try(self.hours)))
        self._actions.add_widget(fine)
        if self.word.override_id is not None:
            remove = PushButton(_("Remove my clinic's time"), icon="trash", kind="text", small=True)
            remove.bind(on_press=lambda *_: self.dispatch("on_removed"))
            self._actions.add_widget(remove)
        self._actions.add_widget(
            PushButton(_("Cancel"), kind="text", small=True, on_press=lambda *_: self.dispatch("on_done"))
        )

    def _try(self, hours: float | None) -> None:
        doubt = limit_clinic.second_yes(self.word, hours)
        if doubt is None:
            self.dispatch("on_said", hours)
            return
        warning, yes = doubt
        self._actions.clear_widgets()
        self._actions.add_widget(Note(warning, icon="warning-fill", tone="care"))
        self._actions.add_widget(PushButton(yes, on_press=lambda *_: self.dispatch("on_said", hours)))
        self._actions.add_widget(PushButton(_("Go back"), kind="text", small=True, on_press=lambda *_: self._offer()))
