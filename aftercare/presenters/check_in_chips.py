"""What else may be there beside the symptoms that the check-in asks for: signs, and other symptoms."""
from __future__ import annotations

from aftercare.core.advice import AdviceContent, Tier
from aftercare.core.observation import SYMPTOMS, SignCode
from aftercare.presenters.check_in_draft import CheckInDraft
from aftercare.presenters.check_in_state import Chip
from aftercare.presenters.check_in_usual import Course, name
from aftercare.words import gettext as _

# Signs that only a treated scalp can show.
SCALP_ONLY = (SignCode.HAIR_LOSS_PATCHES,)


def signs(draft: CheckInDraft, content: AdviceContent, of: Course) -> tuple[Chip, ...]:
    """What is not an emergency by itself; those are behind the red card."""
    return tuple(
        Chip("sign", code, _(rule.name), code in draft.signs)
        for code, rule in content.signs.items()
        if code in draft.signs or (rule.tier is not Tier.EMERGENCY and not _elsewhere(code, of))
    )


def other_symptoms(draft: CheckInDraft, content: AdviceContent, asked: tuple[str, ...]) -> tuple[Chip, ...]:
    """Symptoms that are not expected here, but may be there."""
    return tuple(
        Chip("symptom", symptom, name(symptom, content), symptom in draft.added)
        for symptom in SYMPTOMS
        if symptom not in asked
    )


def skin_notes(content: AdviceContent) -> tuple[tuple[str, str], ...]:
    """How the signs show on brown or black skin: the sign, and what to look for."""
    return tuple(
        (_("{sign}:").format(sign=_(rule.name)), _(rule.skin))
        for rule in content.signs.values()
        if rule.skin and rule.tier is not Tier.EMERGENCY
    )


def _elsewhere(code: str, of: Course) -> bool:
    return code in SCALP_ONLY and of.session is not None and of.session.area != "scalp"
