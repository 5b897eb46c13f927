"""The agreed effects and techniques of each protocol, written down by hand and apart from content/.

A line of EFFECTS: symptom, onset, usual range and latest normal end in hours, and the technique it belongs to.
"""
from __future__ import annotations

_INJECTED_EFFECTS = """
    redness     0  0-72   72
    swelling    0  0-72   72
    bruise      0  24-72  336
    tenderness  0  0-72   72
"""
_PLAIN_MARKS = """
    marks       0  0.5-1  72
"""

EFFECTS = {
    "face-injection": _INJECTED_EFFECTS + _PLAIN_MARKS + """
        papules  0  0-48   48  papule
    """,
    "face-hyaluronic": _INJECTED_EFFECTS + _PLAIN_MARKS,
    "face-fractional": _INJECTED_EFFECTS + _PLAIN_MARKS,
    "body-injection": _INJECTED_EFFECTS + _PLAIN_MARKS,
    "scalp-injection": _INJECTED_EFFECTS + _PLAIN_MARKS,
    "needle-free": """
        redness  0  0.33-0.5  24
    """,
    "oxygen": """
        redness  0  0-0       24
    """,
    "home-roller": """
        redness   0  0-72  72
        swelling  0  0-72  72
    """,
}
CHOICES = {
    "face-injection": "attack papule",
    "needle-free": "laser magnetic ionic cryo iontophoresis ultrasound aquaphoresis",
    "oxygen": "moisturising whitening anti-inflammatory",
}
