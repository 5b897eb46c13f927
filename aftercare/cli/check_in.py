"""The command `check-in`: what the patient says of the skin, and the advice."""
from __future__ import annotations

import json
import re
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from aftercare.core.advice import Advice, Tier, advise
from aftercare.core.errors import InvalidInput
from aftercare.core.instants import parse_instant, zone_named
from aftercare.core.observation import SYMPTOMS, Observation, Severity, SignCode, SymptomReport, Trend
from aftercare.core.session import Session, new_session
from aftercare.core.temperature import parse_temperature
from aftercare.services import checkins
from aftercare.words import gettext as _
from aftercare.words import marked

if TYPE_CHECKING:
    from aftercare.cli.outside import Outside

MOST_HOURS = 10 * 365 * 24
_HOURS = re.compile(r"\d{1,9}(\.\d{1,9})?")
# A supposed session ends at midnight, so that for it the next date begins after 24 hours.
_SUPPOSED_START, _SUPPOSED_MINUTES = datetime(2025, 12, 31, 23, 30), 30
_TITLES = {
    Tier.EMERGENCY: marked("Emergency"),
    Tier.SAME_DAY: marked("Call today"),
    Tier.CLINIC: marked("Call your clinic"),
    Tier.WATCH: marked("Keep watching"),
    Tier.EXPECTED: marked("Expected"),
}


def check_in(args: Namespace, outside: Outside) -> int:
    """Store the check-in and print its advice; with --dry-run print it alone."""
    _refuse_odd_company(args)
    now, zone = outside.clock.now(), outside.clock.zone()
    at = parse_instant(args.at, "at", zone_named(zone)) if args.at is not None else now
    session = None if args.protocol is not None else _session(args, outside, at)
    made = checkins.new_observation(
        at,
        now,
        zone,
        session,
        signs=parse_signs(text for text in args.sign if "=" not in text),
        # One that stands behind a sign is a symptom all the same.
        symptoms=parse_reports([*args.symptoms, *args.trend, *(text for text in args.sign if "=" in text)]),
        temperature_c=parse_temperature(args.temperature) if args.temperature is not None else None,
        note=args.note.strip(),
    )
    if not (made.symptoms or made.signs or made.temperature_c is not None):
        raise InvalidInput("check-in", "check-in: give at least one symptom, sign or temperature. No note is read.")
    if args.protocol is not None:
        advice = _supposed(args, outside, made)
    else:
        advice = checkins.advice_for(made, outside.observations.all(), outside.sessions.all(), outside.catalogue)
    if not args.dry_run:
        checkins.record(outside.observations, made)
    _print(advice, args.json)
    return 0


def advice_json(advice: Advice) -> dict[str, object]:
    """The JSON of the contract."""
    return {
        "tier": advice.tier,
        "reasons": list(advice.reasons),
        "do_now": list(advice.do_now),
        "call": advice.call,
    }


def parse_reports(texts: Iterable[str]) -> tuple[SymptomReport, ...]:
    """Reports of "redness=mild" and "redness=worse". Raises InvalidInput."""
    severities: dict[str, str] = {}
    trends: dict[str, str] = {}
    for text in texts:
        symptom, equals, value = text.partition("=")
        if not equals or symptom not in SYMPTOMS:
            raise InvalidInput(
                "symptom", f'symptom: "{text}" is not accepted. Use SYMPTOM=mild with one of: {", ".join(SYMPTOMS)}.'
            )
        into = trends if value in list(Trend) else severities
        if into is severities and value not in list(Severity):
            raise InvalidInput(
                symptom,
                f'{symptom}: "{value}" is not accepted. Use {", ".join(Severity)}, or {", ".join(Trend)} as its trend.',
            )
        if into.setdefault(symptom, value) != value:
            raise InvalidInput(symptom, f"{symptom}: was given twice, as {into[symptom]} and {value}. Give it once.")
    named = dict.fromkeys((*severities, *trends))
    return tuple(SymptomReport(symptom, severities.get(symptom), trends.get(symptom)) for symptom in named)


def parse_signs(texts: Iterable[str]) -> tuple[str, ...]:
    """Known sign codes. Raises InvalidInput."""
    found = tuple(texts)
    for text in found:
        if text not in list(SignCode):
            raise InvalidInput("sign", f'sign: "{text}" is not known. Use one of: {", ".join(SignCode)}.')
    return found


def parse_hours(text: str) -> float:
    """Hours since the session's end, 0 to ten years. Raises InvalidInput."""
    hours = float(text) if _HOURS.fullmatch(text.strip()) else -1
    if not 0 <= hours <= MOST_HOURS:
        raise InvalidInput("hours", f'hours: "{text}" is not accepted. Use a number from 0 to {MOST_HOURS}.')
    return hours


def _refuse_odd_company(args: Namespace) -> None:
    if args.protocol is not None and not args.dry_run:
        raise InvalidInput("protocol", "protocol: goes with --dry-run only. A session of yours names its own.")
    if args.protocol is not None and args.session is not None:
        raise InvalidInput("session", "session: give either --session or --protocol.")
    for field in ("technique", "hours"):
        if getattr(args, field) is not None and args.protocol is None:
            raise InvalidInput(field, f"{field}: goes with --dry-run and --protocol only.")


def _session(args: Namespace, outside: Outside, at: datetime) -> Session | None:
    if args.session is None:
        return checkins.session_at(outside.sessions.all(), at)
    found = outside.sessions.get(args.session)
    if found is None:
        raise InvalidInput("session", f'session: "{args.session}" is not known. `session list` names yours.')
    if found.cancelled:
        raise InvalidInput("session", f'session: "{args.session}" was cancelled. Name one that took place.')
    if found.start > at:
        raise InvalidInput("session", f'session: "{args.session}" begins later than this moment. Name an earlier one.')
    return found


def _supposed(args: Namespace, outside: Outside, observation: Observation) -> Advice:
    """The advice for a session that is only supposed; without --hours its time is not known."""
    protocol = outside.catalogue.protocol(args.protocol)
    session = new_session(
        "dry-run", protocol, _SUPPOSED_START, "UTC", _SUPPOSED_MINUTES, technique=args.technique
    )
    if args.hours is None:
        return advise(observation, None, None, protocol, outside.catalogue.advice())
    then = replace(observation, at=session.end + timedelta(hours=parse_hours(args.hours)))
    return advise(then, None, session, protocol, outside.catalogue.advice())


def _print(advice: Advice, as_json: bool) -> None:
    if as_json:
        print(json.dumps(advice_json(advice), ensure_ascii=False, indent=1))
        return
    print(_(_TITLES[advice.tier]))
    parts = ((_("Why:"), advice.reasons), (_("Now:"), advice.do_now), (_("Later:"), advice.changes))
    for title, sentences in parts:
        for sentence in sentences:
            print(f"  {title:6} {sentence}")
