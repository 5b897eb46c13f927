"""Scenes: the diary, its pictures, and the recovery chart."""
from __future__ import annotations

from datetime import UTC, timedelta

from aftercare.presenters import wording
from aftercare.words import gettext as _
from aftercare.words import marked
from screens import scene_photos as pictured
from screens.router import Router
from screens.scene import Do, Scene, act, ended, go
from screens.scenes_check_in import MILD, answers


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
GUIDED = (pictured.photographed(), pictured.outlined, act("add-photo"), act("photo-view", view="left"))
COMPARED = (pictured.photographed(2), act("compare"))


SCENES = (
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
)
