"""What help says: with a session, without one, and when nothing else can be read."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.core.errors import InvalidInput
from aftercare.core.help import Urgency, checked_number, own_number
from aftercare.core.session import new_session
from aftercare.presenters.help import HelpState, build_state
from aftercare.services import snapshot

CATALOGUE = FileCatalogue()
HELP = CATALOGUE.help()
BERLIN = "Europe/Berlin"
START = datetime(2026, 6, 8, 15, 0)
START_UTC = datetime(2026, 6, 8, 13, 0, tzinfo=UTC)


def after(
    passed: timedelta,
    protocol: str = "face-injection",
    example: bool = False,
    settings: Mapping[str, str] | None = None,
) -> snapshot.Snapshot:
    session = new_session("s", CATALOGUE.protocol(protocol), START, BERLIN)
    return snapshot.build(CATALOGUE, [session], [], START_UTC + passed, BERLIN, settings, example)


def words(state: HelpState) -> list[str]:
    """Every sign of the page, the most urgent first."""
    return [s.text for s in state.signs] + [s.text for tier in state.tiers for s in tier.signs]


def test_help_stands_without_any_session() -> None:
    state = build_state(HELP, None)
    assert state.call.number == "112"
    assert state.say == ""
    assert [tier.urgency for tier in state.tiers] == ["same_hour", "same_day", "clinic"]


def test_a_sign_with_nothing_below_is_spoken_as_it_stands() -> None:
    state = build_state(HELP, None)
    lines = [*state.signs, *(sign for tier in state.tiers for sign in tier.signs)]
    alone = [line for line in lines if not line.under]
    assert alone
    assert [line.spoken for line in alone] == [line.text.rstrip(".") for line in alone]


def test_help_stands_without_content_and_without_data() -> None:
    # given neither can be read
    state = build_state(None, None)
    # then the number, the worst signs and the way on are still there
    assert state.call.number == "112"
    assert "Hard to breathe" in state.signs[0].text
    assert state.tiers == ()
    assert state.skip == ""
    assert "call your clinic" in state.others_lead


@pytest.mark.parametrize(
    ("passed", "when"),
    [
        (timedelta(minutes=5), "today"),
        (timedelta(hours=10), "yesterday"),
        (timedelta(days=2), "2 days ago"),
        (timedelta(days=60), "60 days ago"),
    ],
)
def test_what_to_say_names_the_session_and_its_day(passed: timedelta, when: str) -> None:
    assert build_state(HELP, after(passed)).say == f"Say: “I had injections in my face {when}, and …”"


def test_a_session_to_come_is_not_spoken_of() -> None:
    assert build_state(HELP, after(timedelta(hours=-1))).say == ""


def test_the_example_is_never_told_to_the_emergency_service() -> None:
    assert build_state(HELP, after(timedelta(days=2), example=True)).say == ""


def test_each_procedure_has_its_own_sentence() -> None:
    said = {build_state(HELP, after(timedelta(days=2), protocol)).say for protocol in CATALOGUE.protocol_ids()}
    assert len(said) == len(CATALOGUE.protocol_ids())
    assert not any("a skin treatment 2 days ago" in sentence for sentence in said)


def test_a_number_of_ones_own_stands_wherever_a_number_stands() -> None:
    state = build_state(HELP, after(timedelta(days=2), settings={"emergency_number": "+44 999"}), can_call=True)
    assert state.call.action == "Call +44 999"
    assert state.tiers[0].call == "No answer? Call +44 999"


def test_without_a_telephone_the_number_is_copied_and_the_second_step_only_names_it() -> None:
    state = build_state(HELP, None, can_call=False)
    assert (state.call.action, state.call.number) == ("Copy number", "112")
    assert state.tiers[0].call == ""
    assert state.tiers[0].lead.endswith("No answer? Call 112.")


@pytest.mark.parametrize(
    ("sign", "urgency"),
    [
        ("Hard to breathe or swallow", "emergency"),
        ("Swollen lips, tongue or throat", "emergency"),
        ("A change in your sight", "emergency"),
        ("Drooping face, weak arm or slurred speech", "emergency"),
        ("White, dusky or mottled skin", "same_hour"),
        ("Severe pain, or pain that grows", "same_hour"),
        ("Redness that spreads", "same_day"),
        ("38.0 °C or more, or feeling hot or shivery", "same_day"),
        ("Anything still there after 3 days", "clinic"),
        ("A new lump, even weeks or months later", "clinic"),
    ],
)
def test_each_sign_stands_at_its_urgency(sign: str, urgency: str) -> None:
    state = build_state(HELP, None)
    where = {"emergency": state.signs} | {tier.urgency: tier.signs for tier in state.tiers}
    assert sign in [line.text for line in where[urgency]]
    assert words(state).count(sign) == 1


@pytest.mark.parametrize(
    "sign", ["Feeling ill, with blue, grey or blotchy skin", "White, dusky or mottled skin", "Redness that spreads"]
)
def test_a_sign_of_colour_says_how_it_shows_on_brown_or_black_skin(sign: str) -> None:
    state = build_state(HELP, None)
    line = next(s for s in (*state.signs, *(s for t in state.tiers for s in t.signs)) if s.text == sign)
    assert "brown or black skin" in line.under
    assert line.under.rstrip(".") in line.spoken


def test_every_sentence_is_short_and_calm() -> None:
    state = build_state(HELP, after(timedelta(days=2)))
    texts = [state.lead, *state.steps, *state.notes, *(t.lead for t in state.tiers)]
    texts += [s.under for s in (*state.signs, *(s for t in state.tiers for s in t.signs))]
    sentences = [sentence for text in texts for sentence in text.split(". ")]
    assert not [s for s in sentences if len(s.split()) > 15 or "!" in s]


@pytest.mark.parametrize(("entered", "kept"), [("112", "112"), (" +49  112 ", "+49 112"), ("0 1", "0 1")])
def test_a_number_may_have_digits_spaces_and_a_plus(entered: str, kept: str) -> None:
    assert checked_number(entered) == kept


@pytest.mark.parametrize("entered", ["", "1", "11-2", "112a", "1+12", "++112", "1" * 16, "١١٢", "11\n2", "+ "])
def test_what_cannot_be_called_is_refused_in_one_sentence(entered: str) -> None:
    with pytest.raises(InvalidInput, match=r"^Emergency number: use 2 to 15 digits"):
        checked_number(entered)


def test_a_damaged_setting_is_none_of_ones_own() -> None:
    assert own_number({"emergency_number": "call mum"}) == ""


def test_the_page_has_a_tier_for_each_urgency_in_order() -> None:
    assert [tier.urgency for tier in HELP.tiers] == list(Urgency)
