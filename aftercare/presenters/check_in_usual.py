"""What is usual of a symptom at an hour after a session, in the words that stand beside the choice."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from aftercare.core.advice import AdviceContent
from aftercare.core.advice_setting import Setting, setting_at
from aftercare.core.advice_symptoms import conditions
from aftercare.core.observation import SYMPTOMS, Severity, SymptomReport, Trend
from aftercare.core.protocol import CareProtocol, ExpectedEffect
from aftercare.core.session import Session
from aftercare.presenters import wording
from aftercare.services.checkins import session_at
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import marked

STRENGTHS = {
    Severity.NONE: marked("None"),
    Severity.MILD: marked("Mild"),
    Severity.MEDIUM: marked("Medium"),
    Severity.STRONG: marked("Strong"),
}
# Asked after every session, whatever the protocol expects.
ALWAYS = ("itch", "pain")
_ICONS = {"itch": "itch", "pain": "heartbeat"}
_USUAL = {
    Severity.NONE: marked("Usual: gone by now"),
    Severity.MILD: marked("Usual: none or mild"),
    Severity.MEDIUM: marked("Usual: up to medium"),
    Severity.STRONG: marked("Usual: up to strong"),
}


@dataclass(frozen=True, slots=True)
class Course:
    """The session a check-in belongs to, seen from the instant `at` (UTC) it speaks of. None: not known."""

    session: Session | None
    protocol: CareProtocol | None
    content: AdviceContent
    at: datetime

    @property
    def setting(self) -> Setting:
        """What the rules measure a symptom by."""
        return setting_at(self.at, self.session, self.protocol, self.content)

    @property
    def asked(self) -> tuple[str, ...]:
        """The symptoms that are asked at once: what may be there, itch and pain; without a session all."""
        if self.protocol is None:
            return SYMPTOMS
        setting = self.setting
        return tuple(symptom for symptom in SYMPTOMS if symptom in ALWAYS or setting.lists(symptom))

    def effect(self, symptom: str) -> ExpectedEffect | None:
        """When a symptom is expected, or None."""
        rule = self.content.symptoms.get(symptom)
        return self.setting.effect(rule) if rule else None

    def usual(self, symptom: str, trend: Trend | None = None) -> Severity:
        """The strongest that no rule asks about."""
        rule, setting = self.content.symptoms.get(symptom), self.setting
        best = Severity.NONE
        for severity in Severity:
            report = SymptomReport(symptom, severity, trend)
            if rule is None or any(True for _met in conditions(report, None, rule, setting)):
                break
            best = severity
        return best


def course(snapshot: Snapshot, content: AdviceContent, at: datetime, session_id: str | None = None) -> Course:
    """The course at an instant: of a given session, else of the latest that had begun by then."""
    named = next((s for s in snapshot.sessions if s.id == session_id), None)
    session = named or session_at(snapshot.sessions, at)
    return Course(session, snapshot.protocols.get(session.id) if session else None, content, at)


def usual(of: Course, symptom: str) -> str:
    """ "Usual: up to medium"; empty where nothing is known of the session."""
    if of.protocol is None or of.setting.hours is None:
        return ""
    best, effect = of.usual(symptom), of.effect(symptom)
    if best is Severity.NONE and effect is None:
        return _("Not expected here")
    if best is Severity.NONE and of.usual(symptom, Trend.BETTER) is not Severity.NONE:
        return _("Usual: fading now")
    early = effect is not None and of.setting.hours < of.setting.latest(effect)
    if best is Severity.NONE and effect is not None and (effect.usual_hours[1] == 0 or early):
        return _("Not expected here")
    return _(_USUAL[best])


def usual_until(of: Course, symptom: str, zone: str) -> str:
    """ "Usual until day 3", for what may still be there; else the same as `usual`."""
    effect, session = of.effect(symptom), of.session
    if effect is None or session is None or of.usual(symptom) is Severity.NONE:
        return usual(of, symptom)
    end = session.end + timedelta(hours=effect.usual_hours[1])
    return _("Usual until day {day}").format(day=wording.day_after(session.start, end, session.zone, zone))


def name(symptom: str, content: AdviceContent) -> str:
    """ "Small bumps"; a symptom of a newer version by its id."""
    known = content.symptoms.get(symptom)
    return _(known.name) if known else symptom


def icon(snapshot: Snapshot, symptom: str) -> str:
    """The drawing of a symptom."""
    known = snapshot.symptoms.get(symptom)
    return known.icon if known else _ICONS.get(symptom, "question")
