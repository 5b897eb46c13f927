"""The agreed check-ins and what each comes to, written by hand from the evidence and apart from content/.

A line: protocol/technique | hours since the session's end | what was logged | tier | keys of the reasons | words that
are among what to do. Hours: "?" not known, "90d" days. Logged: symptom=severity, symptom=trend, +sign, temperature.
Protocol "-": no session at all. Tier same_hour: same_day, with the clinic first and the emergency number if nobody
answers.
"""
from __future__ import annotations

from tests.core.advice_rows import Row, row_of

_TABLE = """
# --- expected: what the articles say is usual, at its usual time --------------------------------------------------
face-injection/papule | 0 | redness=medium papules=medium marks=medium | expected | expected.redness expected.papules expected.marks |
face-injection/papule  | 2    | papules=mild                       | expected  | expected.papules               |
face-injection/papule  | 47   | papules=medium                     | expected  | expected.papules               |
face-injection/attack | 5 | redness=mild swelling=mild | expected | expected.redness expected.swelling | Feel for heat
face-injection/attack  | 0.5  | marks=medium                       | expected  | expected.marks                 |
face-injection/attack  | 5    | marks=mild                         | expected  | expected.marks                 |
face-injection | 71 | redness=mild | expected | expected.redness | Feel for heat
face-injection         | 24   | tenderness=medium                  | expected  | expected.tenderness            |
face-hyaluronic        | 24   | swelling=medium bruise=medium      | expected  | expected.swelling expected.bruise |
face-hyaluronic        | 48   | tenderness=mild tenderness=better  | expected  | expected.tenderness            |
face-fractional | 12 | redness=medium tenderness=mild | expected | expected.redness expected.tenderness |
body-injection         | 36   | bruise=medium                      | expected  | expected.bruise                |
body-injection         | 10   | itch=mild                          | expected  | expected.itch                  |
scalp-injection        | 6    | tenderness=medium pain=mild        | expected  | expected.tenderness expected.pain |
scalp-injection        | 90d  | redness=none swelling=none         | expected  | nothing                        |
home-roller            | 3    | redness=medium swelling=mild       | expected  | expected.redness expected.swelling |
home-roller            | 70   | redness=mild                       | expected  | expected.redness               |
home-roller            | 2    | marks=mild tenderness=mild         | expected  | expected.marks expected.tenderness |
needle-free/laser | 0.2 | redness=mild | expected | expected.redness | Feel for heat
needle-free            | 48   | redness=none                       | expected  | nothing                        |
oxygen                 | 2    | redness=none swelling=none         | expected  | nothing                        |
oxygen                 | 90d  | 36.6C                              | expected  | nothing                        |
face-injection         | 100  | bruise=mild bruise=better          | expected  | expected.bruise                |
body-injection         | 200  | bruise=medium bruise=better        | expected  | expected.bruise                |
face-hyaluronic        | 335  | bruise=mild bruise=better          | expected  | expected.bruise                |
face-fractional        | 30   | redness=none redness=better        | expected  | nothing                        |
-                      | ?    | redness=none                       | expected  | nothing                        |

# --- watch: more or longer than usual, and no alarm on its own ----------------------------------------------------
face-injection         | 5    | swelling=strong                    | watch     | strong.swelling                |
face-injection/papule  | 20   | papules=strong                     | watch     | strong.papules                 |
face-injection/papule | 20 | redness=strong redness=better | watch | strong.redness | Feel for heat
face-injection         | 5    | pain=medium                        | watch     | more-than-usual.pain           |
face-injection/attack  | 5    | marks=medium                       | watch     | past-usual.marks               |
face-injection/attack  | 30   | marks=strong                       | watch     | past-usual.marks               |
face-hyaluronic        | 30   | bruise=strong                      | watch     | strong.bruise                  |
face-hyaluronic        | 100  | bruise=mild                        | watch     | not-fading.bruise              |
face-hyaluronic        | 72   | bruise=medium bruise=same          | watch     | not-fading.bruise              |
face-fractional        | 60   | tenderness=strong                  | watch     | strong.tenderness              |
body-injection         | 90   | bruise=strong bruise=better        | watch     | strong.bruise                  |
body-injection         | 10   | itch=medium                        | watch     | more-than-usual.itch           |
scalp-injection | 71.9 | swelling=strong redness=mild | watch | strong.swelling | Feel for heat
home-roller            | 4    | redness=strong                     | watch     | strong.redness                 |
home-roller            | 4    | marks=strong                       | watch     | strong.marks                   |
needle-free/cryo       | 0.2  | redness=strong                     | watch     | strong.redness                 |
needle-free            | 5    | redness=mild                       | watch     | needle-free-surprise.redness   |
needle-free            | 3    | pain=mild                          | watch     | needle-free-surprise.pain      |
oxygen | 1 | redness=mild | watch | needle-free-surprise.redness | Feel for heat
oxygen                 | 23   | redness=medium                     | watch     | needle-free-surprise.redness   |
oxygen                 | 2    | itch=mild                          | watch     | needle-free-surprise.itch      |

# --- clinic: worse than last time ---------------------------------------------------------------------------------
face-injection         | 5    | redness=mild redness=worse         | clinic    | worse.redness                  |
face-injection/papule  | 30   | papules=medium papules=worse       | clinic    | worse.papules                  |
face-hyaluronic        | 30   | swelling=medium swelling=worse     | clinic    | worse.swelling                 |
face-fractional        | 20   | tenderness=mild tenderness=worse   | clinic    | worse.tenderness               |
body-injection         | 50   | bruise=strong bruise=worse         | clinic    | worse.bruise strong.bruise     |
body-injection         | 200  | bruise=mild bruise=worse           | clinic    | worse.bruise not-fading.bruise |
scalp-injection        | 10   | itch=mild itch=worse               | clinic    | worse.itch                     |
home-roller            | 10   | swelling=mild swelling=worse       | clinic    | worse.swelling                 |
needle-free            | 0.2  | redness=mild redness=worse         | clinic    | worse.redness                  |
oxygen | 3 | redness=mild redness=worse | clinic | worse.redness needle-free-surprise.redness |

# --- clinic: still there after the latest normal hour -------------------------------------------------------------
face-injection | 72 | redness=mild | clinic | past-latest.redness | Feel for heat
face-injection         | 71.9 | redness=mild                       | expected  | expected.redness               |
face-injection         | 80   | swelling=mild swelling=better      | clinic    | past-latest.swelling           |
face-injection/attack  | 73   | marks=mild                         | clinic    | past-latest.marks              |
face-injection/papule  | 48   | papules=mild                       | clinic    | past-latest.papules            |
face-injection/papule  | 49   | papules=mild papules=better        | clinic    | past-latest.papules            |
face-hyaluronic        | 14d  | bruise=mild bruise=better          | clinic    | past-latest.bruise             |
face-hyaluronic        | 30d  | swelling=mild                      | clinic    | past-latest.swelling           |
face-fractional        | 5d   | tenderness=mild                    | clinic    | past-latest.tenderness         |
face-fractional | 90d | redness=medium | clinic | past-latest.redness | brown or black skin
body-injection         | 60d  | bruise=mild                        | clinic    | past-latest.bruise             |
body-injection         | 80   | itch=mild                          | clinic    | past-latest.itch               |
scalp-injection        | 7d   | pain=mild                          | clinic    | past-latest.pain               |
scalp-injection | 72 | tenderness=mild redness=mild | clinic | past-latest.tenderness past-latest.redness |
home-roller            | 72   | redness=mild                       | clinic    | past-latest.redness            |
home-roller            | 4d   | marks=mild                         | clinic    | past-latest.marks              |
face-hyaluronic        | 100  | bruise=strong                      | clinic    | strong-past-usual.bruise       |
needle-free            | 5    | redness=strong                     | clinic    | strong-past-usual.redness      |
oxygen                 | 1    | redness=strong                     | clinic    | strong-past-usual.redness      |

# --- clinic: surprises of a method --------------------------------------------------------------------------------
needle-free | 24 | redness=mild | clinic | next-day.redness | Feel for heat
needle-free/ultrasound | 30   | redness=mild redness=better        | clinic    | next-day.redness               |
oxygen                 | 24   | redness=mild                       | clinic    | next-day.redness               |
oxygen/whitening       | 90d  | redness=mild                       | clinic    | next-day.redness               |
needle-free            | 1    | bruise=mild                        | clinic    | needle-free-bruise.bruise      |
oxygen                 | 1    | bruise=mild bruise=better          | clinic    | needle-free-bruise.bruise      |
needle-free/ionic      | 300  | bruise=strong                      | clinic    | needle-free-bruise.bruise      |
needle-free            | 1    | swelling=mild                      | clinic    | unexpected.swelling            |
oxygen                 | 1    | swelling=medium                    | clinic    | unexpected.swelling            |
needle-free            | 1    | papules=mild                       | clinic    | papules.papules                |
oxygen                 | 5    | papules=mild                       | clinic    | papules.papules                |
face-injection/attack  | 5    | papules=mild                       | clinic    | papules.papules                |
face-injection         | 5    | papules=mild                       | clinic    | papules.papules                |
face-hyaluronic        | 5    | papules=mild                       | clinic    | papules.papules                |
face-fractional        | 5    | papules=medium papules=better      | clinic    | papules.papules                |
body-injection         | 1    | papules=mild                       | clinic    | papules.papules                |
scalp-injection        | 60d  | papules=strong                     | clinic    | papules.papules                |
home-roller            | 5    | bruise=mild                        | clinic    | unexpected.bruise              |
home-roller            | 5    | papules=mild                       | clinic    | papules.papules                |
face-injection         | 5    | itch=strong                        | clinic    | strong-itch.itch strong.itch   |
scalp-injection        | 20d  | +hair-loss-patches                 | clinic    | hair-loss-patches              |
scalp-injection        | 3    | +hair-loss-patches                 | clinic    | hair-loss-patches              |
face-injection | 21d | +new-lump | clinic | new-lump | A late lump is not a small thing
body-injection         | 90d  | +new-lump redness=none             | clinic    | new-lump                       |
home-roller            | 45d  | +new-lump                          | clinic    | new-lump                       |
oxygen                 | 4    | +new-lump                          | clinic    | new-lump                       |

# --- same day -----------------------------------------------------------------------------------------------------
face-injection         | 30   | 37.9C                              | expected  | nothing                        |
face-injection         | 30   | 38.0C                              | same_day  | fever                          |
face-injection         | 30   | 38C                                | same_day  | fever                          |
face-hyaluronic        | 30   | 100.3F                             | expected  | nothing                        |
face-hyaluronic        | 30   | 100.4F                             | same_day  | fever                          |
body-injection         | 10d  | 42C                                | same_day  | fever                          |
scalp-injection        | 2    | 107.6F                             | same_day  | fever                          |
oxygen                 | 5    | 34C                                | expected  | nothing                        |
needle-free | 5 | 38.4C redness=mild | same_day | fever needle-free-surprise.redness | Feel for heat
home-roller            | 60   | +hot-and-shivery 37.4C             | same_day  | hot-and-shivery                |
face-injection | 40 | +spreading-redness redness=mild | same_day | spreading-redness | Feel for warmth and swelling
body-injection | 7d | +spreading-redness | same_day | spreading-redness | On brown or black skin it may look darker
needle-free | 1 | +heat | same_day | heat | Near an eye
face-fractional        | 40   | +heat +pus                         | same_day  | heat pus                       |
scalp-injection        | 9d   | +pus tenderness=mild               | same_day  | pus past-latest.tenderness     |
oxygen                 | 1    | +hives                             | same_day  | hives                          |
face-hyaluronic        | 50   | +hives itch=strong                 | same_day  | hives strong-itch.itch strong.itch |
body-injection         | 7d   | +blisters                          | same_day  | blisters                       |
home-roller | 30 | +blisters redness=medium | same_day | blisters | Feel for heat
face-injection         | 90d  | +pus +new-lump                     | same_day  | pus new-lump                   |

# --- same day, within the hour: the clinic, else the emergency number ---------------------------------------------
face-injection | 0.5 | +pale-or-mottled-skin | same_hour | pale-or-mottled-skin | Feel for cold, and trust the pain
face-hyaluronic | 2 | +pale-or-mottled-skin bruise=mild | same_hour | pale-or-mottled-skin | harder to see on brown or black skin
face-hyaluronic        | 2    | +cold-skin                         | same_hour | cold-skin                      |
body-injection         | 20   | +severe-pain                       | same_hour | severe-pain                    |
face-fractional        | 20   | +growing-pain tenderness=mild      | same_hour | growing-pain                   |
face-injection         | 5    | pain=strong                        | same_hour | severe-pain strong.pain        |
face-injection         | 5    | pain=mild pain=worse               | same_hour | growing-pain                   |
scalp-injection        | 8d   | pain=medium pain=worse             | same_hour | growing-pain past-latest.pain  |
home-roller            | 5    | pain=strong                        | same_hour | severe-pain strong.pain        |
needle-free | 1 | +cold-skin +heat | same_hour | cold-skin heat | Near an eye
oxygen                 | 90d  | +pale-or-mottled-skin              | same_hour | pale-or-mottled-skin           |
face-injection         | 30   | +severe-pain 39.1C +pus            | same_hour | severe-pain fever pus          |

# --- emergency ----------------------------------------------------------------------------------------------------
face-injection | 0.2 | +hard-to-breathe | emergency | hard-to-breathe | Call the emergency number now
face-hyaluronic | 0.2 | +hard-to-swallow | emergency | hard-to-swallow | Lie down if you feel faint
face-hyaluronic | 1 | +swollen-face-lips-tongue-throat swelling=strong | emergency | swollen-face-lips-tongue-throat strong.swelling | allergy pen
face-fractional        | 1    | +collapse                          | emergency | collapse                       |
body-injection | 1 | +collapse redness=mild redness=better | emergency | collapse | Feel for heat
scalp-injection        | 1    | +vision-change                     | emergency | vision-change                  |
face-injection         | 30d  | +vision-change                     | emergency | vision-change                  |
home-roller            | 5    | +stroke-signs                      | emergency | stroke-signs                   |
needle-free            | 5    | +confusion 38.9C                   | emergency | confusion fever                |
oxygen                 | 0    | +hard-to-breathe +hives            | emergency | hard-to-breathe hives          |
body-injection | 5d | +blue-grey-blotchy +spreading-redness | emergency | blue-grey-blotchy spreading-redness | lips, tongue, palms and soles
scalp-injection | 90d | +blue-grey-blotchy | emergency | blue-grey-blotchy | On brown or black skin, look at lips
face-injection | 2 | +hard-to-breathe +pale-or-mottled-skin +new-lump | emergency | hard-to-breathe pale-or-mottled-skin new-lump | Feel for cold
- | ? | +hard-to-breathe | emergency | hard-to-breathe | Do not wait for your clinic
-                      | ?    | +stroke-signs 37.0C                | emergency | stroke-signs                   |

# --- not known, missing or contradictory: never calmer than what is known ------------------------------------------
-                      | ?    | redness=mild                       | clinic    | hours-unknown.redness          |
-                      | ?    | +pus redness=mild                  | same_day  | pus hours-unknown.redness      |
-                      | ?    | 38.0C                              | same_day  | fever                          |
-                      | ?    | pain=strong                        | same_hour | severe-pain hours-unknown.pain |
-                      | ?    | +new-lump                          | clinic    | new-lump                       |
face-injection/papule  | ?    | redness=mild                       | clinic    | hours-unknown.redness          |
oxygen | ? | bruise=mild | clinic | hours-unknown.bruise needle-free-bruise.bruise |
scalp-injection        | ?    | redness=none                       | expected  | nothing                        |
face-injection         | 5    | swelling=better                    | clinic    | unclear.swelling               |
face-injection         | 5    | swelling=same                      | clinic    | unclear.swelling               |
face-hyaluronic        | 5    | swelling=worse                     | clinic    | worse.swelling unclear.swelling |
face-hyaluronic        | 80   | redness=better                     | clinic    | unclear.redness past-latest.redness |
face-fractional        | 5    | pain=worse                         | same_hour | growing-pain unclear.pain      |
body-injection | 5 | swelling=none swelling=worse | clinic | worse.swelling contradictory.swelling |
home-roller            | 5    | pain=none pain=worse               | same_hour | growing-pain contradictory.pain |
needle-free | 5 | redness=better | clinic | unclear.redness needle-free-surprise.redness |
oxygen | 5 | swelling=same | clinic | unclear.swelling unexpected.swelling |
face-injection         | 5    | redness=none swelling=none 36.6C   | expected  | nothing                        |
"""  # noqa: E501

ROWS: tuple[Row, ...] = tuple(row_of(line) for line in _TABLE.splitlines() if line.strip() and not line.startswith("#"))
NAMES = [" ".join((row.protocol, row.technique or "", f"{row.hours}h", *row.logged)) for row in ROWS]
