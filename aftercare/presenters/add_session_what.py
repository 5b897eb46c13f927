"""The first step: which area, which treatment, and, for those who know, which method or product."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aftercare.core.ports import Catalogue
from aftercare.core.protocol import CareProtocol, Choice
from aftercare.presenters.add_session_draft import Draft, protocol_of
from aftercare.words import gettext as _
from aftercare.words import marked

# In the order of the pictures; an area that is not named here comes after them under its own name.
AREAS = {"face": marked("Face"), "body": marked("Body"), "scalp": marked("Hair, scalp")}
# By treatment, as the catalogue orders files and not what patients look for.
ORDER = ("syringe", "dots-nine", "drop", "waveform", "wind", "paint-roller")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; an empty `id` means "not known"."""

    id: str
    title: str
    subtitle: str = ""
    icon: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question that may be left out. `field` is the draft's, `answer` what is chosen now."""

    field: str
    title: str
    answer: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class HelpState:
    """How to tell the treatments apart."""

    title: str
    lead: str
    options: tuple[Option, ...]
    end: str
    close: str


@dataclass(frozen=True, slots=True)
class WhatState:
    """`waiting` stands in place of the treatments until an area is chosen."""

    area_title: str
    areas: tuple[Option, ...]
    treatment_title: str
    treatments: tuple[Option, ...]
    waiting: str
    not_sure: str
    help: HelpState
    optional: str
    questions: tuple[Question, ...]


def what_state(draft: Draft, catalogue: Catalogue) -> WhatState:
    """The step for a draft; treatments and areas are those of the catalogue."""
    all_of_them = sorted((catalogue.protocol(id) for id in catalogue.protocol_ids()), key=_rank)
    treatments = tuple(_treatment(p, draft) for p in all_of_them if draft.area in p.areas)
    chosen = protocol_of(draft, catalogue)
    fits = chosen is not None and draft.area in chosen.areas
    return WhatState(
        area_title=_("Which area?"),
        areas=tuple(Option(id, area_name(id), chosen=id == draft.area) for id in _areas(all_of_them)),
        treatment_title=_("Which treatment?"),
        treatments=treatments,
        waiting="" if treatments else _("Choose the area first."),
        not_sure=_("Not sure?") if treatments else "",
        help=HelpState(
            title=_("Which treatment was it?"),
            lead=_("These words may help you tell them apart."),
            options=treatments,
            end=_("Still not sure? Your clinic knows. Ask them for the name."),
            close=_("Close"),
        ),
        optional=_("Only if you know it"),
        questions=_questions(draft, chosen) if chosen is not None and fits else (),
    )


def area_name(area: str) -> str:
    """ "Hair, scalp" for scalp."""
    return _(AREAS[area]) if area in AREAS else area.replace("-", " ").capitalize()


def treatment_name(draft: Draft, protocol: CareProtocol) -> str:
    """ "Face, injections"; the area goes before a treatment that is done in several."""
    if len(protocol.areas) < 2:
        return _(protocol.name)
    return _("{area}: {treatment}").format(area=area_name(draft.area), treatment=_(protocol.name))


def choice_names(draft: Draft, protocol: CareProtocol) -> str:
    """The names of the chosen method and product, or nothing."""
    named = [*_found(protocol.techniques, draft.technique), *_found(protocol.products, draft.product)]
    return ", ".join(_(choice.name) for choice in named)


def _found(choices: Sequence[Choice], id: str) -> list[Choice]:
    return [choice for choice in choices if choice.id == id]


def _words(text: str) -> str:
    # The empty text is the head of a catalogue of translations.
    return _(text) if text else ""


def _rank(protocol: CareProtocol) -> tuple[int, str]:
    return (ORDER.index(protocol.icon) if protocol.icon in ORDER else len(ORDER), protocol.name)


def _areas(protocols: Sequence[CareProtocol]) -> list[str]:
    offered = {area for protocol in protocols for area in protocol.areas}
    return [area for area in AREAS if area in offered] + sorted(offered - AREAS.keys())


def _treatment(protocol: CareProtocol, draft: Draft) -> Option:
    return Option(
        protocol.id, _(protocol.treatment), _words(protocol.hint), protocol.icon, chosen=protocol.id == draft.protocol
    )


def _questions(draft: Draft, protocol: CareProtocol) -> tuple[Question, ...]:
    method = _("Which device?") if protocol.icon == "waveform" else _("Which method?")
    asked = (
        ("technique", method, protocol.techniques, draft.technique),
        ("product", _("Which product?"), protocol.products, draft.product),
    )
    return tuple(_question(*each) for each in asked if each[2])


def _question(field: str, title: str, choices: Sequence[Choice], chosen: str) -> Question:
    unknown = Option("", _("I do not know"), chosen=not _found(choices, chosen))
    known = [Option(choice.id, _(choice.name), _words(choice.hint), chosen=choice.id == chosen) for choice in choices]
    options = (unknown, *known)
    return Question(field, title, next(option.title for option in options if option.chosen), options)
