"""The places of Learn and of one guide; imported when the patient goes there."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from aftercare import words
from aftercare.core.guide import Guide
from aftercare.core.protocol import CareProtocol
from aftercare.core.search import SearchIndex
from aftercare.presenters import article, learn
from aftercare.presenters.learn_state import LearnView
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.deeds import Deeds
from screens.places import Place


class _Reading(Place):
    """What both have in common: an article as it stands now."""

    tab = "learn"

    def article(self, snapshot: Snapshot, guide: Guide) -> Any:
        """The state of one guide."""
        catalogue = self.patient.catalogue
        return article.build_state(snapshot, guide, catalogue.guides(), catalogue.evidence(), self._protocols)

    def _protocols(self) -> Iterable[CareProtocol]:
        catalogue = self.patient.catalogue
        return (catalogue.protocol(each) for each in catalogue.protocol_ids())


class LearnPlace(_Reading):
    """The list, and on wide windows the guide beside it."""

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.view = LearnView()
        self._indexes: dict[str, SearchIndex] = {}

    def make(self) -> Screen:
        from screens.learn import LearnScreen

        return LearnScreen()

    def render(self, snapshot: Snapshot) -> datetime | None:
        catalogue = self.patient.catalogue
        guides, beside = catalogue.guides(), bool(self.screen.desktop)
        state = learn.build_state(snapshot, guides, catalogue.evidence(), self._index, self.view, beside)
        if beside and state.view.reading:
            state = replace(state, article=self.article(snapshot, guides[state.view.reading]))
        self.screen.render(state)
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent == "guide" and self.screen.desktop:
            self.read(payload["id"])
            return True
        followed = learn.follow(self.view, intent, payload)
        if followed is None:
            return False
        self.view = followed
        return True

    def read(self, guide_id: str) -> None:
        """Read this guide beside the list."""
        self.view = replace(self.view, reading=guide_id)

    def _index(self) -> SearchIndex:
        """What the search looks in, made once for a language."""
        spoken = words.language()
        if spoken not in self._indexes:
            catalogue = self.patient.catalogue
            found = catalogue.search_words(spoken)
            self._indexes[spoken] = learn.index(catalogue.guides(), found.guide, found.stop)
        return self._indexes[spoken]


class ArticlePlace(_Reading):
    """One guide on a screen of its own. Guides opened from a guide lead back to it."""

    menu = False

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self._trail: list[str] = []

    def make(self) -> Screen:
        from screens.article import ArticleScreen

        return ArticleScreen()

    def begin(self, guide_id: str) -> None:
        """Read this guide; there is nothing yet to go back to."""
        self._trail = [guide_id]

    def render(self, snapshot: Snapshot) -> datetime | None:
        guide = self.patient.catalogue.guides()[self._trail[-1]]
        self.screen.render(self.article(snapshot, guide))
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent == "guide":
            self._trail.append(payload["id"])
            return True
        if intent == "back" and len(self._trail) > 1:
            self._trail.pop()
            return True
        return False
