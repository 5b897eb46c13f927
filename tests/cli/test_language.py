"""Commands speak the patient's language; their JSON keeps its keys and ids."""
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from aftercare import language, words
from aftercare.adapters.store import Store
from tests.cli.test_alerts import BERLIN, next_month
from tests.fakes.notifiers import MemoryNotifier

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
    told = aftercare("alerts", "list").out.replace("\u00a0", " ")

    # then the alerts are Russian, with Russian times
    assert "завтра в 10:00" in told
    assert "tomorrow" not in told


def test_a_plan_is_the_same_in_every_language(aftercare) -> None:
    entered = ["plan", "face-injection", "--start", "2026-11-25T10:00", *BERLIN, "--now", "2026-11-26T10:00", "--json"]
    english, russian = (json.loads(aftercare(*lang, *entered).out) for lang in ([], ["--lang", "ru"]))

    for part in ("session", "windows", "effects", "states"):
        assert english[part] == russian[part]


def test_the_alerts_of_a_plan_change_their_words_and_nothing_else(aftercare) -> None:
    entered = ["plan", "face-injection", "--start", "2026-11-25T10:00", *BERLIN, "--json"]
    english, russian = (json.loads(aftercare(*lang, *entered).out)["alerts"] for lang in ([], ["--lang", "ru"]))

    texts = {"private_text", "public_text"}
    assert [{k: v for k, v in a.items() if k not in texts} for a in english] == [
        {k: v for k, v in a.items() if k not in texts} for a in russian
    ]
    for before, after in zip(english, russian, strict=True):
        for key in texts:
            assert after[key] != before[key]
            assert re.search("[а-яё]", after[key]), after[key]


def test_the_pump_delivers_in_the_stored_language(
    aftercare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given
    shown = MemoryNotifier()
    monkeypatch.setattr("aftercare.adapters.notifier.PlyerNotifier", lambda: shown)
    aftercare("session", "add", "face-injection", "--start", "2026-06-08T10:00", *BERLIN)
    Store(tmp_path / "home").settings.put("language", "ru")
    Store(tmp_path / "home").settings.put("wording", "full")
    # when
    for at in ("2026-06-08T10:31", "2026-06-09T09:00", "2026-06-11T12:00"):
        words.use_language("en")
        aftercare("alerts", "deliver", "--now", at)
    # then
    assert shown.shown
    for message in shown.shown:
        assert re.search("[а-яё]", message.title), message
        assert re.search("[а-яё]", message.body), message
        assert not re.search("[A-Za-z]{3}", message.body), message


def test_an_unknown_language_is_refused_in_one_line(aftercare) -> None:
    ran = aftercare("--lang", "xx", "protocols")

    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert "en" in ran.err
