"""What the screens of pictures show, as finished strings. Pictures themselves are named by their ids."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.core.photo import Line


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: `name` stands for it where it is not seen, `caption` under it, `badge` in its corner."""

    id: str
    name: str
    caption: str = ""
    badge: str = ""
    press: str = ""


@dataclass(frozen=True, slots=True)
class PhotoDay:
    """The pictures of a date, under its title."""

    title: str
    shots: tuple[Shot, ...]


@dataclass(frozen=True, slots=True)
class CompareCard:
    """The two that are compared unless others are chosen."""

    title: str
    line: str
    choose: str
    spoken: str
    pair: tuple[Shot, Shot]


@dataclass(frozen=True, slots=True)
class PhotosState:
    """A page of the pictures, the newest day first. `empty` is title and text where there is none."""

    add: str
    compare: CompareCard | None
    days: tuple[PhotoDay, ...]
    counted: str
    newer: str
    older: str
    page: int
    empty: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class PhotoPageState:
    """One picture, large. `check_in` leads to the check-in that names it and may be empty, like `compare`."""

    back: str
    title: str
    shot: Shot
    facts: str
    outline: tuple[Line, ...]
    draw: str
    check_in: str
    check_in_id: str
    compare: str
    delete: str
    gone: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A picture to compare, and whether it is one of the two."""

    shot: Shot
    on: bool


@dataclass(frozen=True, slots=True)
class CompareState:
    """Two pictures, the older first. `value` is what the divider says, with {first} and {second} percent."""

    back: str
    title: str
    modes_title: str
    modes: tuple[tuple[str, str], ...]
    mode: str
    pair: tuple[Shot, Shot]
    divider: str
    hint: str
    value: str
    choose: str
    choices: tuple[Choice, ...]
    newer: str
    older: str
    skin: str
    add: str


@dataclass(frozen=True, slots=True)
class GuideState:
    """What is shown before a picture is taken. `last` is the picture from this side, if there is one.

    `take` and `choose` are empty where the device has neither; `typed` labels the line for a file's name.
    `adding` stands there while a picture is taken in, `fault` is why one was not.
    """

    close: str
    title: str
    lead: str
    views_title: str
    views: tuple[tuple[str, str], ...]
    view: str
    last: Shot | None
    outline: tuple[Line, ...]
    drawing: str
    caption: str
    hints: tuple[tuple[str, str, str], ...]
    hints_note: str
    take: str
    choose: str
    typed: str
    typed_hint: str
    typed_add: str
    typed_empty: str
    drop: str
    kept: str
    adding: str
    fault: str


@dataclass(frozen=True, slots=True)
class OutlineState:
    """The picture on which an outline is drawn, and the words of what can be done with it.

    `usual` puts `usual_lines` there, for those who do not draw; it may be empty.
    """

    back: str
    title: str
    lead: str
    shot: Shot
    outline: tuple[Line, ...]
    usual: str
    usual_lines: tuple[Line, ...]
    undo: str
    save: str
    saved: str


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """The pictures of a check-in: each shot's `caption` is the word of its removal, `press` its spoken name."""

    title: str
    add: str
    shots: tuple[Shot, ...]
    kept: str
