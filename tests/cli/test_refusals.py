"""Bad input gets one line on stderr that names the field, exit status 2, and nothing is written."""
from __future__ import annotations

from pathlib import Path

import pytest

START = ["--start", "2026-11-25T10:00", "--zone", "Europe/Berlin"]


@pytest.mark.parametrize(
    ("arguments", "named", "accepted"),
    [
        (["plan", "moon-dust", *START], "protocol", "body-injection"),
        (["plan", "../main", *START], "protocol", "body-injection"),
        (["plan", "face-injection", *START, "--technique", "x"], "technique", "attack, papule"),
        (["plan", "home-roller", *START, "--product", "x"], "product", "none to choose"),
        (["plan", "body-injection", *START, "--area", "face"], "area", "body"),
        (["plan", "oxygen", "--start", "tomorrow", "--zone", "UTC"], "start", "2026-11-25T10:00"),
        (["plan", "oxygen", "--start", "0001-01-01T10:00", "--zone", "UTC"], "start", "2000 to 2099"),
        (["plan", "oxygen", "--start", "9999-12-31T23:59", "--zone", "UTC"], "start", "2000 to 2099"),
        (["plan", "oxygen", "--start", "2026-11-25T10:00+01:00", "--zone", "UTC"], "start", "without an offset"),
        (["plan", "oxygen", "--start", "2026-03-29T02:30", "--zone", "Europe/Berlin"], "start", "2026-03-29T03:00"),
        (["plan", "oxygen", "--start", "2026-11-25T10:00"], "--zone", "missing"),
        (["plan", "oxygen", "--zone", "UTC"], "--start", "missing"),
        (["plan", "oxygen", "--start", "2026-11-25T10:00", "--zone", "Mars/Base"], "zone", "Europe/Berlin"),
        (["plan", "oxygen", "--start", "2026-11-25T10:00", "--zone", ""], "zone", "Europe/Berlin"),
        (["plan", "oxygen", *START, "--minutes", "-5"], "minutes", "1 to 480"),
        (["plan", "oxygen", *START, "--minutes", "100000"], "minutes", "1 to 480"),
        (["plan", "oxygen", *START, "--minutes", "long"], "minutes", "1 to 480"),
        (["plan", "oxygen", *START, "--now", "soon"], "now", "2026-11-25T09:00:00Z"),
        (["session", "add", "oxygen", *START, "--status", "maybe"], "status", "planned or done"),
        (["session", "add", "oxygen", *START, "--minutes", "0"], "minutes", "1 to 480"),
        (["session", "cancel", "nobody"], "session", "session list"),
        (["alerts", "deliver", "--now", "0001-01-01"], "now", "2000 to 2099"),
        (["dance"], "COMMAND", "plan"),
    ],
)
def test_a_refusal_is_one_line_that_names_the_field(aftercare, tmp_path: Path, arguments, named, accepted) -> None:
    ran = aftercare(*arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert named in ran.err
    assert accepted in ran.err
    assert not (tmp_path / "home" / "aftercare.json").exists()


def test_a_damaged_data_file_is_named_and_left_as_it_is(aftercare, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    file = home / "aftercare.json"
    file.write_text('{"sessions": {"1": ')
    for arguments in (["session", "list"], ["session", "add", "oxygen", *START], ["alerts", "deliver"]):
        ran = aftercare(*arguments)
        assert ran.status == 2
        assert "aftercare.json" in ran.err
        assert len(ran.err.splitlines()) == 1
    assert file.read_text() == '{"sessions": {"1": '


def test_a_content_fault_names_file_key_and_line(aftercare, tmp_path: Path) -> None:
    import shutil

    from aftercare.adapters.content import CONTENT_DIR

    copy = tmp_path / "content"
    shutil.copytree(CONTENT_DIR, copy)
    file = copy / "protocols" / "oxygen.toml"
    lines = file.read_text().splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("sources"))
    end = next(n for n, line in enumerate(lines[first:], first) if line == "]")
    del lines[first : end + 1]
    file.write_text("\n".join(lines) + "\n")

    ran = aftercare("check-content", "--content", str(copy))

    header = max(n for n, line in enumerate(lines[:first]) if line == "[[rule]]") + 1
    assert ran.status == 1
    assert ran.out.startswith(f"oxygen.toml:{header}: sources: is missing")
