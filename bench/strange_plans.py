"""Plans of clinics as nobody ought to make them: good ones cut, flipped and lied about, and signed all the same."""
from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from aftercare.adapters.clinic_plan_file import signed_bytes

# A clinic of the tests; nobody else may trust this key.
CLINIC = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PLANS: tuple[dict[str, Any], ...] = (
    {
        "clinic": "City Skin Clinic", "phone": "+49 30 5550 1234", "issued": "2026-06-08", "valid_until": "2026-07-08",
        "protocol": "face-injection", "technique": "papule", "area": "face",
        "start": "2026-06-08T15:00", "zone": "Europe/Berlin", "minutes": 30,
        "items": [
            {"activity": "makeup", "hours": 24, "note": "From tomorrow on, powder only"},
            {"activity": "sauna", "hours": 168},
            {"activity": "hair-washing", "from": "2026-06-11T09:00"},
            {"activity": "pool", "hours": 72},
            {"activity": "alcohol", "phase": "before", "hours": 48.5},
            {"activity": "ice-bath", "hours": 96},
        ],
    },
    {
        "clinic": "Клиника «Весна»", "issued": "2026-06-08", "valid_until": "2026-06-30",
        "protocol": "face-injection", "items": [{"activity": "massage", "fine": True, "note": "Можно, но мягко"}],
    },
)  # fmt: skip
# What stands where one thing is expected and another comes.
_ODD: tuple[Any, ...] = (
    None, True, False, -1, 0, 1, 2, 0.1, 48, 1e300, 2**31, 2**63 - 1, "", " ", "x" * 200, "\u202eabc", "\x00", "é", [],
    {}, [[]], {"hours": 1}, "aspirin", "warfarin", "makeup", "before", "day", "2026-02-30", "9999-12-31",
    "2026-03-29T02:30", "2026-06-08T15:00", "2099-12-31T23:59", "Europe", "../x", "America/New_York", "+1",
    "Stop your aspirin.",
)  # fmt: skip
_KEYS = ("hours", "from", "fine", "note", "phase", "activity", "start", "zone", "minutes", "phone", "area", "odd")
# What a clinic might write there: most of these plans are taken, or refused for what they say.
_LIKELY: dict[str, tuple[Any, ...]] = {
    "issued": ("2026-06-01", "2026-06-09", "2026-06-10", "2026-06-30"),
    "valid_until": ("2026-06-08", "2026-06-09", "2026-12-31"),
    "protocol": ("face-injection", "face-injection", "oxygen", "moon-dust"),
    "technique": ("papule", "attack"),
    "start": ("2026-06-08T00:00", "2026-06-08T23:59", "2026-06-29T15:00", "2026-06-30T08:00"),
    "zone": ("Europe/Berlin", "Pacific/Kiritimati", "America/New_York"),
}
_LIKELY_ITEM: dict[str, tuple[Any, ...]] = {
    "activity": ("makeup", "exercise", "other-procedures", "aspirin", "ice-bath", "hair-washing", "sun"),
    "phase": ("before", "after"),
    "time": (("hours", 0.25), ("hours", 72), ("hours", 8760), ("fine", True), ("from", "2026-06-08T16:00"),
             ("from", "2026-06-29T15:40"), ("from", "2027-06-01T12:00"), ("from", "2026-10-25T02:30")),
    "note": ("Bring a hat", "Можно", "Не принимайте аспирин"),
}  # fmt: skip
_PIECES = (b"NaN", b"-Infinity", b"1e999", b"9" * 60, b"[" * 2000, b'{"a":1,"a":2}', b"\\ud800", b"\xef\xbb\xbf", b'"')


def enveloped(text: str) -> dict[str, Any]:
    """The envelope of a plan's text, signed by the clinic of the tests."""
    signature = CLINIC.sign(signed_bytes(text))
    return {
        "aftercare_plan": 1, "plan": text, "key": _in_base64(CLINIC.public_key().public_bytes_raw()),
        "signature": _in_base64(signature),
    }  # fmt: skip


def signed(plan: Any) -> bytes:
    """The file of a plan, given as a record or as text."""
    text = plan if isinstance(plan, str) else json.dumps(plan, ensure_ascii=False)
    return json.dumps(enveloped(text), ensure_ascii=False).encode()


def seeds() -> list[bytes]:
    """Good plans."""
    return [signed(plan) for plan in PLANS]


def strange(chance: Random, known: list[bytes]) -> bytes:
    """One strange plan. Most are signed as they are, since an unsigned one is not even read."""
    kind = chance.random()
    if kind < 0.2:
        return damaged(chance, chance.choice(known))
    if kind < 0.25:
        return chance.choice((b"", b"{", b'{"aftercare_plan":')) + chance.randbytes(chance.randrange(200))
    plan = deepcopy(chance.choice(PLANS))
    if kind < 0.5:
        return signed(likely(chance, plan))
    if kind < 0.55:
        envelope = enveloped(json.dumps(plan))
        twist(chance, envelope)
        return json.dumps(envelope).encode()
    for _time in range(chance.choice((1, 1, 1, 2, 5))):
        twist(chance, plan)
    text = json.dumps(plan, ensure_ascii=chance.random() < 0.5)
    if kind < 0.75:
        text = damaged(chance, text.encode()).decode("utf-8", errors="replace")
    return signed(text)


def damaged(chance: Random, content: bytes) -> bytes:
    """The same bytes with some flipped, cut, put in or doubled."""
    changed = bytearray(content)
    for _time in range(chance.choice((1, 1, 1, 2, 8))):
        place = chance.randrange(len(changed) + 1)
        way = chance.randrange(6)
        if way == 0 and place < len(changed):
            changed[place] ^= 1 << chance.randrange(8)
        elif way == 1:
            del changed[place:]
        elif way == 2:
            del changed[place : place + chance.randrange(1, 30)]
        elif way == 3:
            changed[place:place] = chance.randbytes(chance.randrange(1, 20))
        elif way == 4:
            changed[place:place] = chance.choice(_PIECES)
        else:
            changed[place:place] = changed[: chance.randrange(60)]
    return bytes(changed)


def likely(chance: Random, plan: dict[str, Any]) -> dict[str, Any]:
    """The plan with some other values that a clinic might have written."""
    for name, values in _LIKELY.items():
        if chance.random() < 0.2:
            plan[name] = chance.choice(values)
    for item in plan["items"]:
        for name, values in _LIKELY_ITEM.items():
            if chance.random() < 0.2:
                put = chance.choice(values)
                if name == "time":
                    for other in ("hours", "fine", "from"):
                        item.pop(other, None)
                item.update([put] if name == "time" else [(name, put)])
    return plan


def twist(chance: Random, value: Any) -> None:
    """Put something odd somewhere inside, under a known key or another one, or take something away."""
    place = chance.choice(list(_places(value)))
    if isinstance(place, dict) and (not place or chance.random() < 0.3):
        place[chance.choice(_KEYS)] = deepcopy(chance.choice(_ODD))
    elif place:
        key: Any = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
        if chance.random() < 0.15:
            del place[key]
        elif isinstance(place, list) and chance.random() < 0.3:
            place.append(deepcopy(place[key]))
        else:
            place[key] = deepcopy(chance.choice(_ODD))


def _places(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _places(inner)


def _in_base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
