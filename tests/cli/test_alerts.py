"""`alerts list` and the alerts of `plan`, as a script reads them."""
from __future__ import annotations

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aftercare.core.alert import AlertKind
from aftercare.core.alert_types import OWN

FORM = {"key", "kind", "fire_at", "expire_at", "late", "private_text", "public_text"}
BERLIN = ["--zone", "Europe/Berlin"]


def next_month() -> str:
    return f"{datetime.now(ZoneInfo('Europe/Berlin')) + timedelta(days=30):%Y-%m-%d}T10:00"


def test_the_list_shows_the_notices_to_come_in_the_agreed_form(aftercare) -> None:
    aftercare("session", "add", "body-injection", "--start", next_month(), *BERLIN)

    found = json.loads(aftercare("alerts", "list", "--json").out)

    assert all(set(notice) == FORM for notice in found)
    assert [notice["fire_at"] for notice in found] == sorted(notice["fire_at"] for notice in found)
    assert {"session", "aftercare-start", "check-in", "late-watch", "next-session"} <= {n["kind"] for n in found}


def test_no_mark_for_a_time_reaches_a_reader(aftercare) -> None:
    aftercare("session", "add", "body-injection", "--start", next_month(), *BERLIN)

    told = aftercare("alerts", "list").out + aftercare("alerts", "list", "--json").out

    assert "{" not in told.replace("{\n", "")
    assert "tomorrow at 10:00" in told


def test_a_plan_names_alerts_of_every_kind_each_under_its_own_key(aftercare) -> None:
    ran = aftercare("plan", "face-injection", "--start", "2026-11-25T10:00", *BERLIN, "--json")

    alerts = json.loads(ran.out)["alerts"]

    assert {alert["kind"] for alert in alerts} == set(AlertKind) - set(OWN)
    assert len({alert["key"] for alert in alerts}) == len(alerts)
    assert [alert["fire_at"] for alert in alerts] == sorted(alert["fire_at"] for alert in alerts)
