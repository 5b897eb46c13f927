"""A page of the diary's list. Only what is shown is advised on: thousands of entries cost one pass over them."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from aftercare.core.advice import AdviceContent, advise
from aftercare.core.advice_lasting import Carried, carried_over, lasting
from aftercare.core.observation import SYMPTOMS, Observation, SymptomReport
from aftercare.core.observation_history import in_order, previous_of
from aftercare.core.photo import Photo
from aftercare.numerals import thousands
from aftercare.presenters import check_in_temperature as degrees
from aftercare.presenters import wording
from aftercare.presenters.backup_words import version_words
from aftercare.presenters.check_in_usual import STRENGTHS, name
from aftercare.presenters.diary_state import EmptyPart, EntriesState, EntryRow
from aftercare.presenters.photo_grid import shot_of
from aftercare.presenters.result import WORDS
from aftercare.presenters.result_facts import LOOKS
from aftercare.presenters.today_words import lower, sentence
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext

PAGE = 10


def page(
    snapshot: Snapshot, content: AdviceContent, symptom: str = "", number: int = 0, photos: Sequence[Photo] = ()
) -> EntriesState:
    """The entries of a page, 0 the newest. A symptom that nobody logged shows all; a page too far shows the last."""
    ordered = _in_order(snapshot.observations)
    logged: set[str] = set()
    for report in (report for each in ordered for report in each.symptoms):
        # What is in already is not looked at again, of thousands of reports nearly all.
        if report.symptom not in logged and report.there:
            logged.add(report.symptom)
    symptom = symptom if symptom in logged else ""
    kept = [each for each in ordered if _there(each.report(symptom))] if symptom else list(ordered)
    kept.reverse()
    number = max(0, min(number, (len(kept) - 1) // PAGE))
    shown = kept[number * PAGE : (number + 1) * PAGE]
    wanted = {each.id for each in shown}
    before, carried = previous_of(ordered, wanted), carried_over(ordered, wanted)
    choices = [s for s in SYMPTOMS if s in logged] + sorted(logged - set(SYMPTOMS))
    first, last = number * PAGE + 1, number * PAGE + len(shown)
    known = {photo.id: photo for photo in photos}
    numbers = {"first": thousands(first), "last": thousands(last), "count": thousands(len(kept))}
    counted = _("{first} to {last} of {count}").format(**numbers)
    return EntriesState(
        title=_("Check-ins"),
        check_in=_("Check in"),
        filter_title=_("Show"),
        filters=(("", _("All")), *((s, name(s, content)) for s in choices)) if len(choices) > 1 else (),
        chosen=symptom,
        rows=tuple(
            _row(each, before.get(each.id), carried.get(each.id, {}), snapshot, content, known) for each in shown
        ),
        counted=counted if len(kept) > PAGE else "",
        newer=_("Newer") if number else "",
        older=_("Older") if last < len(kept) else "",
        page=number,
        empty=None if ordered else _empty(),
    )


def _in_order(observations: Sequence[Observation]) -> Sequence[Observation]:
    """The stored order is by moment already; sorting thousands once more would hold up a finger."""
    if all(one.at < other.at for one, other in pairwise(observations)):
        return observations
    return in_order(observations)


def _empty() -> EmptyPart:
    return EmptyPart(_("No check-ins yet"), _("Your first one takes 1 minute."), _("Check in"))


def _there(report: SymptomReport | None) -> bool:
    return report is not None and report.there


def _row(
    each: Observation,
    before: Observation | None,
    carried: Carried,
    snapshot: Snapshot,
    content: AdviceContent,
    known: dict[str, Photo],
) -> EntryRow:
    session = next((s for s in snapshot.sessions if s.id == each.session_id), None)
    protocol = snapshot.protocols.get(session.id) if session else None
    outlasting = lasting(
        carried, session, snapshot.sessions, lambda earlier: snapshot.protocols.get(earlier.id), content
    )
    tier = advise(each, before, session, protocol, content, outlasting).tier
    tone, icon = LOOKS[tier]
    day, time = _day(each, snapshot), wording.clock(each.at, snapshot.zone)
    word, summary = _(WORDS[tier]), summary_of(each, snapshot, content)
    moment = _("{day}, {time}").format(day=day, time=time)
    # Check-ins may name pictures that were deleted since.
    photos = [known[photo_id] for photo_id in each.photos if photo_id in known]
    aside = (_counts_for(each, snapshot), version_words(each.copy_from), each.note)
    count = ngettext("{count} photo", "{count} photos", len(photos)).format(count=len(photos)) if photos else ""
    return EntryRow(
        id=each.id,
        day=day,
        time=time,
        icon=icon,
        tone=tone,
        word=word,
        summary=summary,
        note="\n".join(filter(None, aside)),
        spoken=sentence(moment, word, summary, *aside, count, _("Opens the result")),
        delete=_("Delete: {moment}").format(moment=moment),
        photo=shot_of(photos[0], snapshot) if photos else None,
    )


def summary_of(each: Observation, snapshot: Snapshot, content: AdviceContent) -> str:
    """What a check-in says, in one line: "Swelling mild, redness strong"."""
    told = ", ".join(_told(each, snapshot, content)) or _("Nothing unusual")
    return wording.capital(told)


def _day(each: Observation, snapshot: Snapshot) -> str:
    """ "Today", "Tue 9 June", and with its year where that is another one."""
    shown, today = (wording.local(when, snapshot.zone).date() for when in (each.at, snapshot.now))
    if shown == today:
        return _("Today")
    day = wording.full_date(shown)
    return day if shown.year == today.year else _("{date} {year}").format(date=day, year=shown.year)


def _counts_for(each: Observation, snapshot: Snapshot) -> str:
    """Said of an entry after midnight that answers the evening before."""
    if each.date == wording.local(each.at, snapshot.zone).date():
        return ""
    return _("Counts for {day}.").format(day=wording.full_date(each.date))


def _told(each: Observation, snapshot: Snapshot, content: AdviceContent) -> Iterator[str]:
    """Warning signs first, then each symptom that is there: "swelling mild"."""
    for code in each.signs:
        sign = content.signs.get(code)
        yield lower(_(sign.name)) if sign else code
    if each.temperature_c is not None:
        yield degrees.shown(each.temperature_c, degrees.unit(snapshot.settings))
    for report in each.symptoms:
        if report.there:
            known = report.known_severity
            strength = lower(_(STRENGTHS[known])) if known else report.severity or ""
            yield _("{symptom} {strength}").format(symptom=lower(name(report.symptom, content)), strength=strength)
