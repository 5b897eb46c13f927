"""The command line's contract, as a script uses it."""
from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BERLIN = ["--zone", "Europe/Berlin"]


def windows(ran) -> dict[tuple[str, str], dict]:
    return {(w["activity"], w["phase"]): w for w in json.loads(ran.out)["windows"]}


def test_sauna_is_avoided_for_72_elapsed_hours_across_the_clock_change(aftercare) -> None:
    # given a session from 10:00 to 10:30 on the day before clocks go forward
    ran = aftercare("plan", "body-injection", "--start", "2026-03-28T10:00", *BERLIN, "--json")
    sauna = windows(ran)["sauna", "after"]
    # then the window ends 72 elapsed hours after its end, an hour later on the wall
    assert (sauna["start"], sauna["end"]) == ("2026-03-28T09:00:00Z", "2026-03-31T09:30:00Z")
    assert sauna["strength"] == "avoid"
    assert sauna["sources"] == ["001_095b89f77a758f38.txt:107"]


def test_every_window_names_its_sources_and_who_decides(aftercare) -> None:
    for protocol in json.loads(aftercare("protocols", "--json").out):
        ran = aftercare("plan", protocol["id"], "--start", "2026-03-28T10:00", *BERLIN, "--json")
        for window in json.loads(ran.out)["windows"]:
            assert window["sources"]
            assert window["decided_by"] in window["rules"]
            assert set(window) == {
                "activity", "phase", "strength", "start", "end", "range_hours", "extended", "decided_by", "rules",
                "sources",
            }


def test_the_plan_has_the_agreed_form(aftercare) -> None:
    made = json.loads(aftercare("plan", "oxygen", "--start", "2026-11-25T10:00", *BERLIN, "--json").out)
    assert list(made) == ["session", "windows", "effects", "alerts"]
    assert made["session"] == {
        "protocol": "oxygen", "version": 1, "technique": None, "area": "face", "product": None,
        "start": "2026-11-25T09:00:00Z", "end": "2026-11-25T09:30:00Z", "zone": "Europe/Berlin",
    }
    assert set(made["alerts"][0]) == {
        "key", "kind", "fire_at", "expire_at", "late", "private_text", "public_text",
    }
    assert set(made["effects"][0]) == {"symptom", "onset_hours", "usual_hours", "latest_hours", "sources"}


def test_states_come_with_a_now_alone_and_name_every_activity(aftercare) -> None:
    ran = aftercare(
        "plan", "body-injection", "--start", "2026-03-28T10:00", *BERLIN, "--now", "2026-03-29T12:00:00Z", "--json"
    )
    states = {state["activity"]: state for state in json.loads(ran.out)["states"]}
    assert len(states) == 16
    assert states["sauna"] == {"activity": "sauna", "state": "not_yet", "until": "2026-03-31T09:30:00Z"}
    assert states["exercise"]["state"] == "ask"
    assert states["aspirin"]["state"] == "ask"
    assert states["hair-washing"]["state"] == "ask"


def test_a_session_is_stored_listed_and_cancelled(aftercare) -> None:
    added = json.loads(
        aftercare("session", "add", "oxygen", "--start", "2026-11-25T10:00", *BERLIN, "--status", "done", "--json").out
    )
    [listed] = json.loads(aftercare("session", "list", "--json").out)
    assert listed == added
    assert listed["status"] == "done"
    assert aftercare("session", "cancel", added["id"]).status == 0
    [listed] = json.loads(aftercare("session", "list", "--json").out)
    assert listed["status"] == "cancelled"


def test_a_delivery_that_cannot_arrive_says_so_and_leaves_the_alert_due(aftercare) -> None:
    # given no notification daemon, and a session whose limits ended two hours ago
    aftercare("session", "add", "body-injection", "--start", "2026-06-08T10:00", *BERLIN)
    end = datetime(2026, 6, 11, 8, 30)
    now = (end + timedelta(hours=2)).isoformat() + "Z"
    ran = aftercare("alerts", "deliver", "--now", now)
    assert ran.status == 1
    assert "stays due" in ran.err
    # then the next delivery finds it again
    assert aftercare("alerts", "deliver", "--now", now).status == 1


def test_alerts_list_forgets_what_is_too_late(aftercare) -> None:
    aftercare("session", "add", "body-injection", "--start", "2020-06-08T10:00", *BERLIN)
    assert json.loads(aftercare("alerts", "list", "--json").out) == []


def test_home_may_stand_before_or_after_the_command(tmp_path: Path) -> None:
    for arguments in (["--home", str(tmp_path), "session", "list"], ["session", "list", "--home", str(tmp_path)]):
        ran = subprocess.run([sys.executable, "main.py", *arguments], cwd=ROOT, capture_output=True, text=True)
        assert (ran.returncode, ran.stdout) == (0, "No sessions yet.\n")


def test_no_command_imports_kivy(tmp_path: Path) -> None:
    for arguments in (
        ["protocols"], ["plan", "oxygen", "--start", "2026-11-25T10:00", "--zone", "UTC"], ["session", "list"],
        ["alerts", "list"], ["alerts", "deliver"], ["check-content"],
    ):
        code = (
            f"import sys, main; main.main({['--home', str(tmp_path), *arguments]!r}); "
            "sys.exit(any(name.split('.')[0] == 'kivy' for name in sys.modules))"
        )
        ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
        assert ran.returncode == 0, (arguments, ran.stderr)
