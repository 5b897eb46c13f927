"""The agreed table of restrictions, written down by hand and apart from content/.

A line of RULES: activity, phase, the range of hours over the articles (or day, ask), strength, and how sure it is:
`extended` where no article names it for this procedure, `undated` where one does without giving hours.
An activity without a line is not restricted by that protocol, and the app says "ask".
"""
from __future__ import annotations

ACTIVITIES = (
    "makeup own-skincare home-mask sun solarium cold sauna hot-bath pool open-water alcohol aspirin massage exercise "
    "other-procedures hair-washing"
).split()

_INJECTED_FACE = """
    makeup            day     day    avoid  undated
    makeup            after   24-72  avoid
    own-skincare      day     day    avoid
    own-skincare      after   48-48  avoid
    home-mask         after   48-72  avoid  extended
    sun               before  72-72  avoid  extended
    solarium          after   48-72  avoid  extended
    sauna             after   48-72  avoid  extended
    hot-bath          after   48-72  avoid  extended
    pool              after   48-72  avoid  extended
    open-water        after   48-72  avoid  extended
    alcohol           before  72-72  avoid  extended
    alcohol           after   72-72  avoid  extended
    aspirin           day     day    avoid
    aspirin           after   48-48  avoid
    massage           after   48-72  avoid  extended
    exercise          day     day    limit
    exercise          after   ask    ask
    other-procedures  before  ask    ask
    other-procedures  after   ask    ask
"""

RULES = {
    "face-injection": _INJECTED_FACE + """
        sun           after   24-72  avoid  undated
        cold          after   24-72  avoid  extended undated
    """,
    "face-hyaluronic": _INJECTED_FACE + """
        sun           after   24-72  avoid
        cold          after   24-72  avoid  extended
    """,
    "face-fractional": """
        makeup            day     day    avoid
        makeup            after   24-72  avoid
        own-skincare      day     day    avoid
        own-skincare      after   48-48  avoid  extended
        home-mask         after   48-72  avoid  extended
        sun               day     day    avoid
        sun               after   24-72  avoid
        solarium          after   48-72  avoid  extended
        cold              after   24-72  avoid  extended undated
        sauna             after   48-72  avoid  extended
        hot-bath          after   48-72  avoid  extended
        pool              after   48-72  avoid  extended
        open-water        after   48-72  avoid  extended
        alcohol           before  72-72  avoid  extended
        alcohol           after   72-72  avoid  extended
        aspirin           day     day    avoid  extended
        aspirin           after   48-48  avoid  extended
        massage           after   48-72  avoid  extended
        exercise          day     day    limit  extended
        exercise          after   ask    ask    extended
        other-procedures  before  ask    ask
        other-procedures  after   ask    ask
    """,
    "body-injection": """
        makeup            day     day    avoid  extended
        makeup            after   24-72  avoid
        own-skincare      day     day    avoid  extended
        own-skincare      after   48-48  avoid  extended
        home-mask         after   48-72  avoid
        sun               before  72-72  avoid  extended
        sun               after   24-72  avoid  extended
        solarium          after   48-72  avoid
        cold              after   24-72  avoid  extended
        sauna             after   48-72  avoid
        hot-bath          after   48-72  avoid
        pool              after   48-72  avoid
        open-water        after   48-72  avoid
        alcohol           before  72-72  avoid  extended
        alcohol           after   72-72  avoid  extended
        aspirin           day     day    avoid  extended
        aspirin           after   48-48  avoid  extended
        massage           after   48-72  avoid
        exercise          day     day    limit  extended
        exercise          after   ask    ask    extended
        other-procedures  before  ask    ask
        other-procedures  after   ask    ask
    """,
    "scalp-injection": """
        own-skincare      day     day    avoid  extended
        own-skincare      after   48-48  avoid  extended
        home-mask         after   48-72  avoid  extended
        sun               before  72-72  avoid  extended
        sun               after   24-72  avoid  extended
        solarium          after   48-72  avoid  extended
        cold              after   24-72  avoid  extended
        sauna             after   48-72  avoid  extended
        hot-bath          after   48-72  avoid  extended
        pool              after   48-72  avoid  extended
        open-water        after   48-72  avoid  extended
        alcohol           before  72-72  avoid  extended
        alcohol           after   72-72  avoid  extended
        aspirin           day     day    avoid  extended
        aspirin           after   48-48  avoid  extended
        massage           after   48-72  avoid  extended
        exercise          day     day    limit  extended
        exercise          after   ask    ask    extended
        other-procedures  before  ask    ask    extended
        other-procedures  after   ask    ask    extended
        hair-washing      after   ask    ask
    """,
    "needle-free": """
        makeup            before  72-72  avoid
        makeup            after   24-72  avoid
        own-skincare      after   48-48  avoid  extended
        home-mask         after   48-72  avoid  extended
        sun               before  72-72  avoid
        sun               after   24-72  avoid
        solarium          after   48-72  avoid  extended
        cold              after   24-72  avoid  extended
        sauna             before  72-72  avoid
        sauna             after   72-72  avoid
        hot-bath          before  72-72  avoid
        hot-bath          after   72-72  avoid
        pool              before  72-72  avoid
        pool              after   72-72  avoid
        open-water        before  72-72  avoid
        open-water        after   72-72  avoid
        alcohol           before  72-72  avoid
        alcohol           after   72-72  avoid
        exercise          day     day    limit  extended
        exercise          after   ask    ask    extended
        other-procedures  before  ask    ask
        other-procedures  after   ask    ask
    """,
    "home-roller": """
        makeup            day     day    avoid  undated
        makeup            after   24-72  avoid
        own-skincare      after   48-48  avoid  extended
        home-mask         after   48-72  avoid  extended
        sun               before  72-72  avoid  extended
        sun               after   24-72  avoid  undated
        solarium          after   48-72  avoid  extended
        cold              after   24-72  avoid  extended undated
        sauna             after   48-72  avoid  undated
        hot-bath          after   48-72  avoid  undated
        pool              after   48-72  avoid  extended
        open-water        after   48-72  avoid  extended
        alcohol           before  72-72  avoid  extended
        alcohol           after   72-72  avoid  extended
        exercise          day     day    limit  extended
        exercise          after   ask    ask    extended
        other-procedures  before  ask    ask
        other-procedures  after   ask    ask
    """,
    "oxygen": """
        makeup            after   24-72  limit  extended
        own-skincare      after   48-48  limit  extended
        home-mask         after   48-72  limit  extended
        sun               after   24-72  limit  extended
        solarium          after   48-72  limit  extended
        cold              after   24-72  limit  extended
        sauna             after   48-72  limit  extended
        hot-bath          after   48-72  limit  extended
        pool              after   48-72  limit  extended
        open-water        after   48-72  limit  extended
        alcohol           after   72-72  limit  extended
        exercise          after   ask    ask    extended
        other-procedures  after   ask    ask
    """,
}

def lines(text: str) -> list[tuple[str, ...]]:
    """The lines of a table as tuples of words."""
    return [tuple(line.split()) for line in text.splitlines() if line.strip()]
