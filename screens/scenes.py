"""The example patient in every state a screen can show: what `shots` draws, and what its tests look at."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from aftercare.core.notify_port import Availability
from aftercare.core.session import Session, new_session
from aftercare.presenters import wording
from aftercare.services.example import example_session
from aftercare.services.patient import Patient
from aftercare.words import gettext as _
from aftercare.words import marked
from screens import scene_lock as safe_lock
from screens import scene_photos as pictured
from screens import scene_safety as safe
from screens.router import Router

Do = Callable[[Router], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """A name, the sessions that the patient has, and what is done before the picture is taken."""

    name: str
    sessions: Callable[[Patient], list[Session]]
    do: tuple[Do, ...] = ()
    consented: bool = True


def go(place: str) -> Do:
    return lambda router: router.go(place)


def act(intent: str, **payload: Any) -> Do:
    return lambda router: router.act(intent, **payload)


def asked(intent: str, words: str) -> Do:
    """A search for words that are typed in the patient's language."""
    return lambda router: router.act(intent, query=_(words))


def none(_patient: Patient) -> list[Session]:
    return []


def ended(days_ago: int = 2, at: time = time(15)) -> Callable[[Patient], list[Session]]:
    """A face session that ended some days ago, or is still to come when negative."""

    def made(patient: Patient) -> list[Session]:
        clock = patient.clock
        return [example_session(patient.catalogue, clock.now(), clock.zone(), days_ago, at)]

    return made


def of(protocol: str, days_ago: int, hour: int = 15, id: str = "other") -> Callable[[Patient], list[Session]]:
    """A session of another protocol, by days from the present one."""

    def made(patient: Patient) -> list[Session]:
        clock = patient.clock
        day = wording.local(clock.now(), clock.zone()).date() - timedelta(days=days_ago)
        start = datetime.combine(day, time(hour))
        return [new_session(id, patient.catalogue.protocol(protocol), start, clock.zone())]

    return made


def both(*parts: Callable[[Patient], list[Session]]) -> Callable[[Patient], list[Session]]:
    return lambda patient: [session for part in parts for session in part(patient)]


def cancelled(part: Callable[[Patient], list[Session]]) -> Callable[[Patient], list[Session]]:
    return lambda patient: [session.cancel() for session in part(patient)]


def second(patient: Patient) -> list[Session]:
    """Two needle-free sessions 84 hours apart; the earlier has just ended."""
    [first] = of("needle-free", 1, 10, "first")(patient)
    return [first, replace(first, id="second", start=first.start + timedelta(hours=84))]


def clinic_word(hours: float) -> Do:
    def say(router: Router) -> None:
        [session] = router.patient.snapshot().plan.sessions
        router.patient.clinic_said(session.id, "makeup", hours)

    return say


def limit(activity: str) -> Do:
    return act("limit", activity=activity)


def entering(router: Router) -> None:
    """The wizard with a face session of today half entered."""
    router.act("add-session")
    for field, value in (("area", "face"), ("protocol", "face-injection"), ("technique", "papule")):
        router.act("draft", field=field, value=value)


def step(number: int) -> Do:
    return act("draft", field="step", value=number)


def damaged(router: Router) -> None:
    """A data file that ends in the middle."""
    home = router.deeds.home
    (home / "aftercare.json").write_text('{"sessions": {"1": ')
    router.go("today")


def reach(found: Availability) -> Do:
    """Whether alerts can reach the patient."""

    def look(router: Router) -> None:
        said = replace(found, reason=_(found.reason), fix=_(found.fix))
        router.deeds.alerts.pulse.availability = said

    return look


def answers(*touches: tuple[str, Any]) -> Do:
    """The check-in, with these answers."""

    def fill(router: Router) -> None:
        router.act("check-in")
        for field, value in touches:
            router.act("answer", field=field, value=value)

    return fill


def told(*touches: tuple[str, Any]) -> tuple[Do, ...]:
    """The result of a check-in with these answers."""
    return (answers(*touches), act("save-check-in"))


def remind(router: Router) -> None:
    """The reminder that the result offers, asked for."""
    from aftercare.core.instants import utc_text

    patient = router.patient
    at = patient.clock.now() + timedelta(hours=6)
    router.act("remind-me", id=patient.observations.all()[-1].id, at=utc_text(at), wall="", at_night="")


def before(router: Router) -> None:
    """A check-in of yesterday evening that is in the diary already."""
    answers(("when", "evening"), ("severity", ("redness", "medium")), ("severity", ("swelling", "mild")))(router)
    router.act("save-check-in")
    router.act("close")


def earlier(*days: tuple[int, int, dict[str, str], str]) -> Do:
    """Check-ins of the last session that are in the diary: days ago, hour, strengths and note."""

    def log(router: Router) -> None:
        from aftercare.core.observation import SymptomReport
        from aftercare.services.checkins import new_observation

        patient, clock = router.patient, router.patient.clock
        for ago, hour, strengths, note in days:
            now = wording.local(clock.now(), clock.zone())
            at = now.replace(hour=hour, minute=10) - timedelta(days=ago)
            reports = [SymptomReport(symptom, strength) for symptom, strength in strengths.items()]
            last = patient.snapshot().last
            at = at.astimezone(UTC)
            patient.check_in(new_observation(at, clock.now(), clock.zone(), last, reports, note=_(note)))

    return log


def charted(symptom: str = "") -> tuple[Do, ...]:
    """The recovery chart of a symptom."""
    return go("diary"), act("diary-part", part="chart"), act("diary-chart", symptom=symptom)


def repeated(patient: Patient) -> list[Session]:
    """Two sessions with one product, for which something was reported after the second."""
    [last] = ended()(patient)
    last = replace(last, product="nctf-135-ha")
    return [replace(last, start=last.start - timedelta(days=14)), replace(last, id="again")]


def ticked(*steps: str) -> Do:
    """Steps before the session that are done."""

    def tick(router: Router) -> None:
        for step in steps:
            router.act("toggle-step", step=step, session="example")

    return tick


def replied(*answers: dict[str, Any]) -> Do:
    """The self-check with these answers."""

    def reply(router: Router) -> None:
        router.act("self-check")
        for answer in answers:
            router.act("check-answer", **answer)

    return reply


def unfold(name: str) -> Do:
    """Open a row of the screen by its name."""

    def press(_router: Router) -> None:
        from kivy.core.window import Window

        from screens.widgets.a11y import find

        spoken = ". ".join(_(part) for part in name.split(". "))
        find(Window.children[-1], "button", spoken).do()

    return press


def period_on(days: int) -> Do:
    """A period that starts some days before the session."""
    return replied({"question": "period", "period": 0}, *({"question": "period", "period": -1},) * days)


some_answers = replied(
    *({"question": id, "yes": False} for id in ("under-18", "age", "pregnancy", "period")),
    {"question": "blood-thinners", "condition": "aspirin"},
    {"question": "allergy", "yes": False},
)
all_yes = replied(
    *({"question": id, "yes": True} for id in ("under-18", "skin", "heart", "epilepsy-implant")),
    {"question": "blood-thinners", "condition": "aspirin"},
    {"question": "blood-thinners", "condition": "blood-thinners"},
    {"rest": True},
)
all_no = replied({"rest": True})


WEEK = earlier(
    (2, 17, {"redness": "medium", "swelling": "strong", "papules": "medium"}, ""),
    (1, 9, {"swelling": "strong", "redness": "medium", "bruise": "medium"}, marked("Cool cloth helped.")),
    (1, 20, {"swelling": "medium", "papules": "mild", "bruise": "medium"}, ""),
    (0, 8, {"swelling": "mild", "bruise": "medium"}, ""),
)
LONG = earlier(
    (9, 18, {"swelling": "strong"}, ""),
    (8, 9, {"swelling": "strong"}, ""),
    (6, 9, {"swelling": "medium"}, ""),
    (0, 8, {"swelling": "medium"}, ""),
)
MILD = (("severity", ("redness", "mild")), ("severity", ("swelling", "mild")), ("severity", ("bruise", "medium")))
GUIDED = (pictured.photographed(), pictured.outlined, act("add-photo"), act("photo-view", view="left"))
COMPARED = (pictured.photographed(2), act("compare"))
NO_DAEMON = Availability(
    False,
    marked("No program on this computer shows alerts."),
    marked("Turn on notifications in your desktop, or install dunst."),
)


SCENES = (
    Scene("welcome", none, (go("welcome"),), consented=False),
    Scene("welcome-not-ticked", none, (go("welcome"), act("add-session")), consented=False),
    Scene("add-what", none, (entering,)),
    Scene("add-when", none, (entering, step(2))),
    Scene("add-check", none, (entering, step(2), step(3))),
    Scene("add-check-list", none, (entering, step(2), step(3), act("full-list"))),
    Scene("today-none", none),
    Scene("today-before", ended(-2)),
    Scene("today-day-0", ended(0, time(9))),
    Scene("today-after", ended()),
    Scene("today-ask", ended(), (act("filter", state="ask"),)),
    Scene("today-two-sessions", second),
    Scene("today-body", of("body-injection", 1)),
    Scene("today-oxygen", of("oxygen", 1)),
    Scene("today-recovered", ended(15), (earlier((0, 8, {"redness": "none"}, "")),)),
    Scene("today-late", ended(45)),
    Scene("today-late-scalp", of("scalp-injection", 30)),
    Scene("today-cancelled", cancelled(ended())),
    Scene("today-example", none, (act("example"),)),
    Scene("self-check", ended(-2), (some_answers,)),
    Scene("self-check-open", ended(-2), (some_answers, unfold("Blood thinners. Or you bleed easily"))),
    Scene("self-check-period", ended(-2), (period_on(2),)),
    Scene("today-prepared", ended(-2), (ticked("list-medicines", "light-meal"), go("today"))),
    Scene("today-second-product", repeated, (go("today"),)),
    Scene("steps-before", ended(-2), (ticked("list-medicines"), act("steps", part="before", id="example"))),
    Scene("steps-during", ended(-2), (act("steps", part="during", id="example"),)),
    Scene("steps-after", ended(0, time(9)), (act("steps", part="after", id="example"),)),
    Scene("treatment", repeated, (act("treatment", id="again"),)),
    Scene("treatment-no-product", ended(), (act("treatment", id="example"),)),
    Scene("my-list", ended(-2), (some_answers, act("my-list"))),
    Scene("my-list-all", ended(-2), (all_yes, act("my-list"))),
    Scene("my-list-none", ended(-2), (all_no, act("my-list"))),
    Scene("timeline", ended(), (go("timeline"),)),
    Scene("timeline-3-days", ended(), (go("timeline"), act("timeline-scale", scale="days"))),
    Scene("timeline-before", ended(-2), (go("timeline"), act("timeline-scale", scale="before"))),
    Scene("timeline-grouped", ended(), (go("timeline"), act("timeline-grouped", grouped=True))),
    Scene("timeline-two-sessions", second, (go("timeline"),)),
    Scene("limit-not-yet", ended(), (limit("makeup"),)),
    Scene("limit-by-clinic", ended(), (clinic_word(48), limit("makeup"))),
    Scene("limit-with-care", of("oxygen", 1), (limit("sun"),)),
    Scene("limit-ok", ended(4), (limit("cold"),)),
    Scene("limit-ask", of("scalp-injection", 1), (limit("hair-washing"),)),
    Scene("limit-extended", ended(), (limit("sauna"),)),
    Scene("limit-aspirin", ended(1), (limit("aspirin"),)),
    Scene("limit-two-sessions", second, (limit("pool"),)),
    Scene("check-in", ended(), (answers(*MILD),)),
    Scene("check-in-empty", ended(), (answers(("tried", None)),)),
    Scene("check-in-compared", ended(), (before, answers(*MILD, ("sign", "pus"), ("temperature", (1, "C"))))),
    Scene("check-in-late", ended(), (answers(*MILD, ("when", "other")),)),
    Scene("check-in-no-session", none, (answers(),)),
    Scene("result-expected", ended(), told(*MILD, ("severity", ("pain", "none")))),
    Scene("result-watch", ended(), told(("severity", ("swelling", "strong")), ("severity", ("redness", "mild")))),
    Scene("result-reminded", ended(), (*told(("severity", ("swelling", "strong"))), remind)),
    Scene("result-sources", ended(), (*told(("sign", "pus"), *MILD), act("where-from"))),
    Scene("result-clinic", ended(), (before, *told(("severity", ("swelling", "medium"))))),
    Scene("result-today", ended(), told(("temperature", (1, "C")), ("temperature", (12, "C")), ("sign", "pus"), *MILD)),
    Scene("result-hour", ended(), told(("sign", "cold-skin"), ("severity", ("pain", "strong")))),
    Scene("result-emergency", ended(), told(("sign", "confusion"))),
    Scene("diary", ended(), (WEEK, go("diary"))),
    Scene("diary-empty", ended(), (go("diary"),)),
    Scene("diary-narrowed", ended(), (WEEK, go("diary"), act("diary-filter", symptom="swelling"))),
    Scene("diary-photographed", ended(), (WEEK, pictured.photographed(), go("diary"), pictured.developed)),
    Scene("photos-empty", ended(), (go("diary"), act("diary-part", part="photos"))),
    Scene("photos", ended(), (WEEK, pictured.photographed(), act("photos"), pictured.developed)),
    Scene("photo", ended(), (WEEK, pictured.photographed(), pictured.newest("photo"), pictured.developed)),
    Scene("photo-outline", ended(), (pictured.photographed(), pictured.outlined, pictured.newest("draw-outline"),
                                     pictured.developed)),
    Scene("photo-guide-first", ended(), (act("add-photo"),)),
    Scene("photo-guide", ended(), (*GUIDED, pictured.developed)),
    Scene("photo-refused", ended(), (*GUIDED, pictured.refused, pictured.developed)),
    Scene("photo-compare", ended(), (*COMPARED, pictured.developed)),
    Scene("photo-compare-side", ended(), (*COMPARED, act("compare-mode", mode="side"), pictured.developed)),
    Scene("photo-compare-fade", ended(), (*COMPARED, act("compare-mode", mode="fade"), pictured.developed)),
    Scene("check-in-photo", ended(), (pictured.photographed(), answers(*MILD), pictured.in_draft, pictured.developed)),
    Scene("recovery", ended(), (WEEK, *charted("swelling"))),
    Scene("recovery-none", ended(), charted()),
    Scene("recovery-longer", ended(9), (LONG, *charted())),
    Scene("recovery-sources", ended(), (WEEK, *charted("swelling"), act("where-from", symptom="swelling"))),
    Scene("recovery-table", ended(), (WEEK, *charted("swelling"), act("diary-table"))),
    Scene("learn", ended(), (go("learn"),)),
    Scene("learn-before", ended(-2), (go("learn"),)),
    Scene("learn-no-session", none, (go("learn"),)),
    Scene("learn-narrowed", ended(), (go("learn"), act("learn-group", group="before"))),
    Scene("learn-found", ended(), (go("learn"), asked("learn-search", marked("brusies")))),
    Scene("learn-not-found", ended(), (go("learn"), asked("learn-search", marked("telescope")))),
    Scene("article", ended(), (go("learn"), act("guide", id="first-three-days"))),
    Scene("article-warning", ended(), (go("learn"), act("guide", id="warning-signs"))),
    Scene("article-no-session", none, (go("learn"), act("guide", id="what-it-is"))),
    Scene("can-i", ended(), (act("can-i"),)),
    Scene("can-i-not-yet", ended(), (asked("can-i", marked("swim")),)),
    Scene("can-i-ok", ended(4), (asked("can-i", marked("cold")),)),
    Scene("can-i-before", ended(-2), (asked("can-i", marked("wine")),)),
    Scene("can-i-ask", ended(), (asked("can-i", marked("hair dye")),)),
    Scene("can-i-medicine", ended(), (asked("can-i", marked("ibuprofen")),)),
    Scene("can-i-help", ended(), (asked("can-i", marked("fever")),)),
    Scene("can-i-no-answer", ended(), (asked("can-i", marked("hot yoga")),)),
    Scene("can-i-no-session", none, (asked("can-i", marked("sauna")),)),
    Scene("help", ended(), (act("help"),)),
    Scene("more", ended(), (go("more"),)),
    Scene("backup", ended(), (safe.in_folder("backup"),)),
    Scene("backup-saved", ended(), (WEEK, safe.saved)),
    Scene("open-backup", ended(), (safe.daily, act("open-backup"))),
    Scene("open-backup-preview", ended(), (safe.previewed,)),
    Scene("open-backup-password", ended(), (safe.asked_for_password,)),
    Scene("open-backup-refused", ended(), (safe.refused,)),
    Scene("open-backup-done", ended(), (safe.previewed, safe.put_in)),
    Scene("erase", ended(), (WEEK, safe.daily, act("erase"), act("erase-tick", on=True))),
    Scene("erase-not-ticked", ended(), (WEEK, act("erase"), act("erase-now", code=""))),
    Scene("erase-gone", ended(), (WEEK, safe.erased)),
    Scene("lock", ended(), (safe_lock.locked(typed="73"),)),
    Scene("lock-wrong", ended(), (safe_lock.locked(wrong=1),)),
    Scene("lock-passphrase", ended(), (safe_lock.locked("words"),)),
    Scene("lock-recovery", ended(), (safe_lock.locked("recovery"),)),
    Scene("lock-wait", ended(), (safe_lock.locked(wrong=5),)),
    Scene("lock-help", ended(), (safe_lock.locked(), act("help"))),
    Scene("app-lock", ended(), (safe_lock.setup(),)),
    Scene("app-lock-choose", ended(), (safe_lock.setup("choose", "730"),)),
    Scene("app-lock-easy", ended(), (safe_lock.easy,)),
    Scene("app-lock-passphrase", ended(), (safe_lock.setup("choose", words=True),)),
    Scene("app-lock-note", ended(), (safe_lock.setup("note", groups=safe_lock.GROUPS, ticked=True),)),
    Scene("app-lock-on", ended(), (safe_lock.set_up,)),
    Scene("alerts", ended(), (reach(Availability(True)), go("alerts"))),
    Scene("alerts-denied", ended(), (reach(NO_DAEMON), go("alerts"))),
    Scene("today-alerts-denied", ended(), (reach(NO_DAEMON), go("today"))),
    Scene("trouble", ended(), (damaged,)),
)
