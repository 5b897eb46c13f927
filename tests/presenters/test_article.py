"""An article: its numbered sources, the usual times of the procedure, and what of the plan it touches."""
from __future__ import annotations

from datetime import date
from typing import Any

from aftercare.core.guide import Guide
from aftercare.core.review import Review
from aftercare.presenters import article
from aftercare.presenters.article_state import ArticleState
from tests.presenters.guide_cases import ARTICLE, EVIDENCE, OTHER, box, guide, part, protocols
from tests.presenters.today_cases import session, taken

NOON = "2026-06-10T12:00"


def shown(of: Guide, sessions: Any = (), others: tuple[Guide, ...] = (), now: str = NOON) -> ArticleState:
    guides = {each.id: each for each in (of, *others)}
    return article.build_state(taken(list(sessions), now), of, guides, EVIDENCE, protocols)


def test_lines_of_one_article_are_one_source() -> None:
    # given two parts that rest on three lines of two articles
    state = shown(guide(parts=[part("A", f"{ARTICLE}:9", f"{OTHER}:3"), part("B", f"{ARTICLE}:7")]))
    # then there are two, in the order in which they are met, with all their lines
    assert [(row.number, row.detail) for row in state.sources] == [
        (1, "Source article, lines 7, 9"), (2, "Source article, line 3")
    ]  # fmt: skip
    assert [words.numbers for words in state.parts] == [(1, 2), (1,)]
    assert state.parts[0].spoken == "Sources 1, 2."


def test_evidence_is_a_real_source_with_its_address() -> None:
    [row] = shown(guide(parts=[part("A", "evidence.md:66")])).sources
    assert row.title == "Anaphylaxis"
    assert row.detail == "Health authority · NHS · Read in a copy"
    assert row.address == "https://www.nhs.uk/x"
    assert row.needs == "Needs internet"


def test_two_lines_of_one_row_are_one_source() -> None:
    [row] = shown(guide(parts=[part("A", "evidence.md:71", "evidence.md:74")])).sources
    assert row.detail == "Put together for this app"
    # then nothing offers to open what has no address
    assert (row.address, row.open) == ("", "")


def test_the_call_box_offers_emergency_help_where_the_guide_asks_for_it() -> None:
    assert shown(guide()).call is None
    urgent = shown(guide(call=box("It grows."))).call
    calm = shown(guide(call=box("It grows.", emergency=False))).call
    assert urgent is not None
    assert calm is not None
    assert urgent.when == ("It grows.",)
    assert urgent.urgent_action == "Feels wrong?"
    assert calm.urgent_action == ""


def test_usual_times_are_those_of_the_own_procedure() -> None:
    # given a session without needles, after which redness is all there is
    of = guide(usual=("redness", "bruise"))
    state = shown(of, [session("needle-free")])
    assert state.usual is not None
    assert [bar.label for bar in state.usual.bars] == ["Redness: up to 30 min"]
    assert state.usual.caption == "Usual times after: no-needle device. The mark on each bar is now."


def test_now_is_marked_by_the_hour_and_only_within_the_axis() -> None:
    of = guide(usual=("bruise",))
    # given a session that ended on Monday at 15:00, and an axis of 3 days
    early = shown(of, [session()], now="2026-06-10T03:00").usual
    later = shown(of, [session()], now="2026-06-10T03:59").usual
    over = shown(of, [session()], now="2026-06-13T12:00").usual
    before = shown(of, [session()], now="2026-06-07T12:00").usual
    assert early is not None
    assert early.now == 36 / 72
    assert early == later
    assert [over and over.now, before and before.now] == [None, None]
    # nor where the times are not of the own procedure
    other = shown(guide(usual=("bruise",), protocols=("scalp-injection",)), [session()]).usual
    assert other is None or other.now is None


def test_without_a_session_the_range_over_all_procedures_is_drawn() -> None:
    state = shown(guide(usual=("bruise",)))
    assert state.usual is not None
    [bar] = state.usual.bars
    assert bar.label == "Bruises: 1 to 3 days"
    assert bar.share == 1.0
    assert state.usual.caption == "The range over all procedures. Yours can differ."
    assert state.usual.ticks == ((0.0, "Session"), (1 / 3, "Day 1"), (2 / 3, "Day 2"), (1.0, "Day 3"))


def test_a_guide_of_another_procedure_keeps_its_own_times() -> None:
    # given a scalp guide read by someone with a session without needles
    of = guide(usual=("bruise", "redness"), protocols=("scalp-injection",))
    state = shown(of, [session("needle-free")])
    assert state.usual is not None
    assert "scalp" in state.usual.caption.lower()


def test_related_activities_show_their_state_in_the_order_of_the_guide() -> None:
    of = guide(activities=("sauna", "makeup", "aspirin"))
    state = shown(of, [session()])
    assert [row.activity for row in state.limits] == ["sauna", "makeup", "aspirin"]
    assert state.limits[0].tone == "not_yet"
    # then a medicine is asked about, and no end of it is counted
    assert (state.limits[2].tone, state.limits[2].word) == ("ask", "Ask first")


def test_without_a_session_no_state_is_claimed() -> None:
    state = shown(guide(activities=("sauna",)))
    assert state.limits == ()
    assert state.limits_title == ""


def test_related_guides_are_named_with_their_reading_time() -> None:
    state = shown(guide(related=("second",)), others=(guide("second"),))
    [row] = state.related
    assert (row.id, row.detail) == ("second", "1 min · 1 source")


def test_the_end_says_which_version_and_who_reviewed_it() -> None:
    assert shown(guide()).review == "Version 3 of 22 November 2026. No clinician has reviewed this yet."
    signed = shown(guide(review=Review(4, date(2027, 1, 2), "Dr Alba")))
    assert signed.review == "Version 4 of 2 January 2027. Reviewed by Dr Alba."


def test_all_of_it_is_read_aloud_in_whole_sentences() -> None:
    text = article.spoken(shown(guide(title="What is normal?", call=box("It grows."))))
    assert text.startswith("What is normal? It fades. What you see. It fades.")
    assert "Call your clinic if. It grows. Hard to breathe" in text
    assert "General advice, not a diagnosis." in text


def test_reading_time_is_rounded_up_at_150_words_a_minute() -> None:
    # given 151 words in all: the title, 1 sentence of 2 words, a heading of 1 and the rest
    of = guide(title="Title", short=("It fades.",), parts=[part("Seen")])
    long = guide(title="Title", short=(" ".join(["word"] * 147),), parts=[part("Seen")])
    assert ("clock", "1 min") in shown(of).facts
    assert sum(len(text.split()) for text in long.texts) == 151
    assert ("clock", "2 min") in shown(long).facts


def test_signs_that_cannot_wait_are_read_with_emergency_help_first() -> None:
    text = article.spoken(shown(guide(icon="warning-octagon", call=box("It grows."))))
    assert text.startswith("First. It fades. Hard to breathe")
    assert text.count("Get emergency help now.") == 1
