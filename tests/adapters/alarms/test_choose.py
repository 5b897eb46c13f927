"""Which way a system is given, and how the app names itself to it."""
from __future__ import annotations

import sys
from pathlib import Path

import pytest

from aftercare.adapters.alarms.choose import choose
from aftercare.adapters.alarms.program import AGENT, command, part_name
from aftercare.adapters.alarms.running import Ran, run, spawn
from aftercare.adapters.alarms.system import system_name
from tests.adapters.alarms.desk import Desk, alarms, instants


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    home = tmp_path / "home"
    home.mkdir()
    return Desk(home)


def environ(desk: Desk, **more: str) -> dict[str, str]:
    return {"HOME": str(desk.home), "USERNAME": "anna", "USERDOMAIN": "PC", **more}


@pytest.mark.parametrize(
    ("system", "name"),
    [("win32", "task-scheduler"), ("darwin", "launchd"), ("linux", "autostart"), ("emscripten", "window"),
     ("android", "android"), ("ios", "ios")],
)
def test_each_system_gets_its_own_way_without_a_program_being_run(desk: Desk, system: str, name: str) -> None:
    made = choose(desk.home / "data", desk, system=system, environ=environ(desk), run=desk.run, spawn=desk.spawn)

    assert made.name == name
    assert (desk.calls, desk.spawned, desk.files()) == ([], [], {})


@pytest.mark.parametrize(
    ("platform", "is_android", "variables", "name"),
    [
        ("linux", True, {}, "android"),
        ("android", True, {}, "android"),
        ("linux", False, {"KIVY_BUILD": "android"}, "android"),
        ("ios", False, {}, "ios"),
        ("darwin", False, {"KIVY_BUILD": "ios"}, "ios"),
        ("darwin", False, {}, "darwin"),
        ("linux", False, {}, "linux"),
    ],
)
def test_a_phone_is_known_by_any_of_its_signs(
    platform: str, is_android: bool, variables: dict[str, str], name: str
) -> None:
    assert system_name(platform, is_android, variables) == name


def test_linux_with_systemd_for_the_user_gets_a_timer(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "run" / "systemd").mkdir(parents=True)
    variables = environ(desk, XDG_RUNTIME_DIR=str(tmp_path / "run"))

    made = choose(desk.home / "data", desk, system="linux", environ=variables, run=desk.run, spawn=desk.spawn)

    assert made.name == "systemd"


def test_the_folders_of_the_desktop_are_kept_to(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    variables = environ(desk, XDG_CONFIG_HOME=str(tmp_path / "config"))
    choose(desk.home / "data", desk, system="linux", environ=variables, run=desk.run, spawn=desk.spawn).install()
    assert (tmp_path / "config" / "autostart" / "aftercare-alerts.desktop").exists()

    # a relative one is to be ignored
    variables = environ(desk, XDG_CONFIG_HOME="config")
    choose(desk.home / "data", desk, system="linux", environ=variables, run=desk.run, spawn=desk.spawn).install()
    assert ".config/autostart/aftercare-alerts.desktop" in desk.files()


def test_two_data_folders_do_not_take_the_place_of_each_other(desk: Desk) -> None:
    usual, other = desk.home / "usual", desk.home / "other"
    for home in (usual, other):
        made = choose(home, desk, usual_home=usual, system="linux", environ=environ(desk), spawn=desk.spawn)
        assert made.install().ok

    entries = sorted((desk.home / ".config" / "autostart").iterdir())
    assert [entry.name for entry in entries] == [f"{part_name(other, usual)}.desktop", "aftercare-alerts.desktop"]
    assert str(other) in entries[0].read_text()


def test_from_source_the_python_and_the_main_file_are_named(tmp_path: Path) -> None:
    python, main, *rest = command(tmp_path / "my data")

    assert python == sys.executable
    assert Path(main) == Path(__file__).resolve().parents[3] / "main.py"
    assert rest == ["--home", str(tmp_path / "my data"), "alerts", "deliver"]


def test_a_relative_data_folder_is_named_in_full(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert command(Path("data"))[3] == str(tmp_path / "data")


def test_a_bundled_app_is_its_own_program() -> None:
    found = command(Path("/data"), AGENT, executable="/opt/aftercare/aftercare", frozen=True, environ={})
    assert found == ("/opt/aftercare/aftercare", "--home", "/data", "alerts", "agent")


def test_an_appimage_is_named_by_its_file_and_not_by_its_mount() -> None:
    variables = {"APPIMAGE": "/home/anna/Aftercare.AppImage"}
    found = command(Path("/data"), executable="/tmp/.mount_x/aftercare", frozen=True, environ=variables)
    assert found[0] == "/home/anna/Aftercare.AppImage"


def test_on_windows_no_console_opens_where_that_can_be_avoided(tmp_path: Path) -> None:
    console = tmp_path / "python.exe"
    assert command(Path("/data"), executable=str(console), frozen=False)[0] == str(console)

    (tmp_path / "pythonw.exe").touch()
    assert command(Path("/data"), executable=str(console), frozen=False)[0] == str(tmp_path / "pythonw.exe")


def test_while_nothing_can_wake_us_the_window_is_told_what_to_wait_for(desk: Desk) -> None:
    told: list[int] = []
    from aftercare.adapters.alarms.in_process import InProcessAlarms

    made = InProcessAlarms(desk, lambda: told.append(1))
    made.install()
    made.arm(alarms(instants(2)))

    assert made.intact(alarms(instants(2)))
    assert (made.status().armed, made.status().next, told) == (2, instants(1)[0], [1])
    assert "while Aftercare is open" in made.status().note
    made.remove()
    assert made.status().armed == 0


def test_a_program_that_fails_or_is_missing_gives_a_reason_and_raises_nothing() -> None:
    assert run([sys.executable, "-c", "print('fine')"]) == Ran(0, "fine\n", "")
    assert run([sys.executable, "-c", "import sys; sys.exit('first\\nthe reason')"]).reason == "the reason"
    assert run([sys.executable, "-c", "raise SystemExit(3)"]).reason == "exit status 3"
    assert run(["/nonexistent/program"]).reason == "/nonexistent/program: No such file or directory"
    assert spawn(["/nonexistent/program"]) == "/nonexistent/program: No such file or directory"
