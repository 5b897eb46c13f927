"""A check-in that is being filled in: kept as a setting after every touch, so that an interruption loses nothing."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from aftercare.core.instants import utc_text
from aftercare.core.observation import Severity, SymptomReport
from aftercare.presenters.check_in_moment import EVENING, NOW, OTHER, last_evening, last_quarter, quarters_on
from aftercare.presenters.check_in_temperature import stepped

LONGEST_NOTE = 2000

Answers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CheckInDraft:
    """`begun` is UTC. `severities` and `trends` by symptom; codes of newer versions stay in them untouched.

    `added` are symptoms that are not expected but were named. `wall` is the device's clock time of a late entry, of
    yesterday evening too; `counts_for` is the date of an alert that was acted on after midnight. `editing` is the id
    of a stored check-in. `tried`: the result was asked for, so what is missing is said. `photos` are ids of stored
    pictures.
    """

    begun: datetime
    severities: Answers = ()
    trends: Answers = ()
    added: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    celsius: float | None = None
    note: str = ""
    when: str = NOW
    wall: datetime | None = None
    counts_for: date | None = None
    editing: str = ""
    resumed: bool = False
    tried: bool = False
    photos: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether there is anything that an advice can be given on."""
        return bool(self.severities or self.signs or self.celsius is not None)

    def severity(self, symptom: str) -> str | None:
        """How strong it is; None: not answered."""
        return dict(self.severities).get(symptom)

    def trend(self, symptom: str) -> str | None:
        """How it compares with the day before; None: not answered."""
        return dict(self.trends).get(symptom)

    def reports(self) -> tuple[SymptomReport, ...]:
        """What was answered, by symptom."""
        named = dict.fromkeys([symptom for symptom, _ in (*self.severities, *self.trends)])
        return tuple(SymptomReport(name, self.severity(name), self.trend(name)) for name in named)

    def to_dict(self) -> dict[str, Any]:
        """What is kept between two starts of the app."""
        return {
            "begun": utc_text(self.begun),
            "severities": dict(self.severities),
            "trends": dict(self.trends),
            "added": list(self.added),
            "signs": list(self.signs),
            "celsius": self.celsius,
            "note": self.note,
            "when": self.when,
            "wall": self.wall.isoformat() if self.wall else "",
            "counts_for": self.counts_for.isoformat() if self.counts_for else "",
            "editing": self.editing,
            "photos": list(self.photos),
        }


def change(draft: CheckInDraft, field: str, value: Any, now: datetime, zone: str) -> CheckInDraft:
    """The draft after one touch; `now` is UTC, `zone` the device's. Fields: severity and trend (symptom, code),
    none (the symptoms asked), sign, symptom (to add or take back), temperature (steps, unit), unmeasured, note,
    photo (an id, to add), unphoto (ids), when, day, quarter (steps), again, tried. Raises ValueError for any other.
    """
    answer = _ANSWERS.get(field)
    if answer is not None:
        return answer(draft, value)
    if field == "when":
        wall = last_evening(now, zone) if value == EVENING else draft.wall or last_quarter(now, zone)
        return replace(draft, when=value, wall=wall)
    if field == "day":
        wall = draft.wall or last_quarter(now, zone)
        return replace(draft, when=OTHER, wall=datetime.combine(value, wall.time()))
    if field == "quarter":
        return replace(draft, when=OTHER, wall=quarters_on(draft.wall or last_quarter(now, zone), value))
    if field == "again":
        return CheckInDraft(now)
    raise ValueError(f"{field!r} is no field of a check-in")


def _severity(draft: CheckInDraft, value: tuple[str, str]) -> CheckInDraft:
    symptom, code = value
    # How it compares with the last time is only asked while something is there.
    trends = tuple(pair for pair in draft.trends if pair[0] != symptom or code != Severity.NONE)
    return replace(draft, severities=_put(draft.severities, symptom, code), trends=trends)


def _trend(draft: CheckInDraft, value: tuple[str, str]) -> CheckInDraft:
    return replace(draft, trends=_put(draft.trends, *value))


def _none(draft: CheckInDraft, symptoms: tuple[str, ...]) -> CheckInDraft:
    """None for every symptom without an answer; where all of them say none already, back to no answer."""
    if all(draft.severity(symptom) == Severity.NONE for symptom in symptoms):
        return replace(draft, severities=tuple(pair for pair in draft.severities if pair[0] not in symptoms))
    missing = [symptom for symptom in symptoms if draft.severity(symptom) is None]
    return replace(draft, severities=(*draft.severities, *((name, Severity.NONE.value) for name in missing)))


def _symptom(draft: CheckInDraft, symptom: str) -> CheckInDraft:
    if symptom not in draft.added:
        return replace(draft, added=(*draft.added, symptom))
    return replace(
        draft,
        added=tuple(name for name in draft.added if name != symptom),
        severities=tuple(pair for pair in draft.severities if pair[0] != symptom),
        trends=tuple(pair for pair in draft.trends if pair[0] != symptom),
    )


def _temperature(draft: CheckInDraft, value: tuple[int, str]) -> CheckInDraft:
    return replace(draft, celsius=stepped(draft.celsius, *value))


_ANSWERS: dict[str, Callable[[CheckInDraft, Any], CheckInDraft]] = {
    "severity": _severity,
    "trend": _trend,
    "none": _none,
    "symptom": _symptom,
    "temperature": _temperature,
    "sign": lambda draft, code: replace(draft, signs=_toggled(draft.signs, code)),
    "unmeasured": lambda draft, _value: replace(draft, celsius=None),
    "note": lambda draft, text: replace(draft, note=str(text)[:LONGEST_NOTE]),
    "photo": lambda draft, photo_id: replace(draft, photos=(*_without(draft.photos, (photo_id,)), photo_id)),
    "unphoto": lambda draft, photo_ids: replace(draft, photos=_without(draft.photos, photo_ids)),
    "tried": lambda draft, _value: replace(draft, tried=True),
}


def _without(photos: tuple[str, ...], gone: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in photos if each not in gone)


def _put(pairs: Answers, key: str, value: str) -> Answers:
    return tuple({**dict(pairs), key: value}.items())


def _toggled(codes: tuple[str, ...], code: str) -> tuple[str, ...]:
    return tuple(c for c in codes if c != code) if code in codes else (*codes, code)
