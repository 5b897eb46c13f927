"""Commands speak the patient's language; their JSON keeps its keys and ids."""
from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from aftercare import language, words
from aftercare.adapters.store import Store
from tests.cli.test_alerts import BERLIN, next_month

FEVER = ["check-in", "redness=mild", "--temperature", "38.2C", "--dry-run", "--protocol", "face-injection"]


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.ask_for("")
    words.use_language("en")


def test_the_advice_is_said_in_the_language_asked_for(aftercare) -> None:
    english, russian = aftercare(*FEVER), aftercare("--lang", "ru", *FEVER)

    assert english.out.startswith("Call today")
    assert russian.out.startswith("Позвоните сегодня")
    assert "38,2 °C (100,8 °F)" in russian.out


def test_the_json_of_the_advice_keeps_its_keys_and_ids(aftercare) -> None:
    english = json.loads(aftercare(*FEVER, "--json").out)
    russian = json.loads(aftercare("--lang", "ru", *FEVER, "--json").out)

    assert list(english) == list(russian)
    assert (english["tier"], english["call"]) == (russian["tier"], russian["call"])
    assert english["reasons"] != russian["reasons"]


def test_alerts_speak_the_stored_language(aftercare, tmp_path: Path) -> None:
    # given a patient who chose Russian on an English system, and a session
    aftercare("session", "add", "body-injection", "--start", next_month(), *BERLIN)
    Store(tmp_path / "home").settings.put("language", "ru")

    # when a command runs as a timer runs it, without a language
    told = aftercare("alerts", "list").out

    # then the alerts are Russian, with Russian times
    assert "завтра в 10:00" in told
    assert "tomorrow" not in told


def test_a_plan_is_the_same_in_every_language(aftercare) -> None:
    entered = ["plan", "face-injection", "--start", "2026-11-25T10:00", *BERLIN, "--now", "2026-11-26T10:00", "--json"]
    english, russian = (json.loads(aftercare(*lang, *entered).out) for lang in ([], ["--lang", "ru"]))

    for part in ("session", "windows", "effects", "states"):
        assert english[part] == russian[part]


def test_an_unknown_language_is_refused_in_one_line(aftercare) -> None:
    ran = aftercare("--lang", "xx", "protocols")

    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert "en" in ran.err
