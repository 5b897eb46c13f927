"""Contraindications and courses, written down by hand from the articles and apart from content/."""
from __future__ import annotations

_ARTICLES = {
    "0": "000_24cbd1b8213e5867.txt",
    "1": "001_095b89f77a758f38.txt",
    "2": "002_f6f2196830f13b36.txt",
    "3": "003_567e51477e6ef193.txt",
}
# Subject, and the article and line of every list that names it.
_SUBJECTS = """
    age-minimum 0:24
    age-maximum 0:25
    pregnancy 0:20 1:53 2:69 2:110 2:139 2:194 2:343 3:26
    breastfeeding 0:20 1:53 2:69 2:111 2:140 2:195 2:287 2:344 3:26
    clotting-disorder 0:26
    haemophilia 1:49
    blood-disease 1:58 3:26
    drug-allergy-history 1:48
    component-allergy 3:26
    component-intolerance 1:52
    infectious-inflammation 2:112
    acne-acute 1:37
    herpes 2:70 2:196 3:26
    eczema 2:196
    atopic-dermatitis 2:71
    skin-inflammation 2:341
    acute-skin-disease 1:55
    skin-disease 2:141
    damaged-skin 2:287
    fever 2:72
    acute-infection 1:47
    infectious-disease 2:68
    infection-exacerbation 2:143
    acute-respiratory-infection 0:29
    bacterial-disease 0:29
    acute-viral-disease 3:26
    chronic-disease-acute-stage 3:26
    weakened-immunity 0:32
    hiv 0:27
    tuberculosis 0:28
    hypertension 0:21
    hypertension-degree-3 1:51
    cardiovascular-disease 0:22 2:142 2:339 3:26
    recent-stroke 0:23
    recent-heart-attack 0:23
    diabetes 1:56
    diabetes-uncompensated 3:26
    oncology 0:30 1:46 3:26
    keloid-tendency 1:54
    chronic-renal-failure 1:50
    nephropathy 1:50
    kidney-stones 2:340
    gallstones 1:57 2:113 2:340
    gastrointestinal-disease 0:22
    epilepsy 1:59
    unstable-emotional-condition 0:31
    mental-illness 2:144
    fear-of-injections 0:33
    blood-thinners 1:61
    menstruation 1:61
"""
SUBJECTS = {
    subject: {f"{_ARTICLES[line[0]]}:{line[2:]}" for line in lines}
    for subject, *lines in (row.split() for row in _SUBJECTS.split("\n") if row.strip())
}

_Stage = tuple[tuple[int, int | None] | None, tuple[float, float] | None]
# Protocol; sessions and days between, run by run; months until it is repeated.
COURSES: dict[str, tuple[str, tuple[_Stage, ...], tuple[float, float] | None]] = {
    "face": ("face-injection", (((5, None), None),), None),
    "face-oval": ("face-injection", (((6, 6), None),), None),
    "dark-circles": ("face-injection", (((1, 4), None),), None),
    "nctf-135": ("face-injection", (((6, 7), (7, 7)),), None),
    "placentex": ("face-injection", (((7, 7), (7, 7)),), None),
    "embryoblast": ("face-injection", (((7, 7), (7, 7)),), None),
    "hyaluronic": ("face-hyaluronic", (((5, 10), None),), (6, 6)),
    "ial-system": ("face-hyaluronic", (((1, 3), None), ((2, 2), None)), None),
    "ial-system-acp": ("face-hyaluronic", (((2, 2), None),), None),
    "revofil-aquashine": ("face-hyaluronic", (((6, 6), (14, 14)),), None),
    "body": ("body-injection", (((10, None), None),), None),
    "scalp": ("scalp-injection", (((4, 4), (7, 7)), ((6, 6), (14, 14))), (6, 10)),
    "fractional": ("face-fractional", (((1, 6), (10, 14)),), None),
    "needle-free": ("needle-free", (((3, 10), (10, 10)), (None, (30, 30))), None),
    "oxygen": ("oxygen", (((6, 10), (3.5, 7)),), None),
    "home-roller": ("home-roller", (), None),
}
