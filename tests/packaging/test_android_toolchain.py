"""buildozer.spec against the real toolchain, where it is installed. No SDK is needed, and no package is built."""
from __future__ import annotations

import configparser
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.packaging import android_link

ROOT = Path(__file__).resolve().parents[2]
STEPS = Path(__file__).parent / "toolchain_steps.py"

# The Python that has buildozer and python-for-android: its own environment, since they are not ours to need.
PYTHON = os.environ.get("ANDROID_TOOLCHAIN_PYTHON") or sys.executable
HERE = bool(os.environ.get("ANDROID_TOOLCHAIN_PYTHON")) or (
    importlib.util.find_spec("pythonforandroid") is not None and importlib.util.find_spec("buildozer") is not None)
needs_toolchain = pytest.mark.skipif(
    not HERE, reason="needs buildozer and python-for-android: see packaging/android/README.md")


@pytest.fixture(scope="module")
def spec() -> configparser.SectionProxy:
    """The settings of the app."""
    parser = configparser.ConfigParser(interpolation=None)
    assert parser.read(ROOT / "buildozer.spec")
    return parser["app"]


def step(name: str, folder: Path) -> dict[str, list[str]]:
    """What a step of the toolchain prints, on a copy of the spec that may run as root."""
    text = (ROOT / "buildozer.spec").read_text(encoding="utf-8")
    copy = folder / "buildozer.spec"
    copy.write_text(
        text.replace("warn_on_root = 1", "warn_on_root = 0").replace("source.dir = .", f"source.dir = {ROOT}"))
    for part in ("packaging", "pyproject.toml"):
        (folder / part).symlink_to(ROOT / part)
    work = folder / "work"
    work.mkdir()
    done = subprocess.run(
        [PYTHON, str(STEPS), name, str(copy), str(work)], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    last = done.stdout.strip().splitlines()[-1]
    return dict(json.loads(last)) if last.startswith("{") else {}


def test_the_pins_of_the_package_are_those_of_the_desktop(spec: configparser.SectionProxy) -> None:
    declared = set(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"])
    assert {name for name in spec["requirements"].split(",") if "==" in name} == declared


def test_the_package_asks_for_no_network_and_no_unrevocable_alarms(spec: configparser.SectionProxy) -> None:
    asked = re.findall(r"android\.permission\.(\w+)", spec["android.permissions"])
    assert sorted(asked) == ["POST_NOTIFICATIONS", "RECEIVE_BOOT_COMPLETED", "SCHEDULE_EXACT_ALARM", "VIBRATE"]
    assert spec["android.allow_backup"] == "False"


def test_every_file_that_the_spec_names_exists(spec: configparser.SectionProxy) -> None:
    for name in ("icon.filename", "presplash.filename", "android.add_src", "android.add_resources", "p4a.hook"):
        assert (ROOT / spec[name].replace("%(source.dir)s/", "")).exists(), name


def test_nothing_starts_a_service(spec: configparser.SectionProxy) -> None:
    assert "services" not in spec
    assert not (ROOT / "service").exists()


@needs_toolchain
def test_every_requirement_has_a_recipe_or_is_pure_python(tmp_path: Path) -> None:
    found = step("graph", tmp_path)
    assert {"python3", "kivy", "pillow", "libwebp", "pyjnius", "sdl2", "android"} <= set(found["recipes"])
    ours = {"babel", "filelock", "platformdirs", "plyer", "tinydb", "tzdata", "tzlocal"}
    of_kivy = {"certifi", "chardet", "filetype", "idna", "requests", "six", "urllib3"}
    assert set(found["pip"]) <= ours | of_kivy


@needs_toolchain
def test_the_package_holds_the_app_its_content_and_nothing_else(tmp_path: Path) -> None:
    found = step("files", tmp_path)
    files = set(found["files"])
    assert found["version"] == tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert "main.py" in files
    for kind in ("content/**/*.toml", "aftercare/**/*.py", "screens/**/*.py", "assets/fonts/*.ttf"):
        wanted = {str(file.relative_to(ROOT)) for file in ROOT.glob(kind)}
        assert wanted
        assert wanted <= files, kind
    tops = {name.partition("/")[0] for name in files}
    assert tops.isdisjoint({"tests", "bench", "docs", "packaging", "tools", "shots", "build", ".venv", ".git"})


@needs_toolchain
@pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch")
@pytest.mark.skipif(bool(android_link.MISSING), reason=android_link.MISSING or "all is here")
def test_the_toolchains_own_manifest_links_with_our_hook(tmp_path: Path) -> None:
    # given manifest and resources as the toolchain renders them
    step("manifest", tmp_path)
    dist = tmp_path / "work/dist"
    # when the toolchain calls our hook there, twice
    call = "import sys; sys.path.insert(0, sys.argv[1]); import hook; hook.before_apk_assemble(None)"
    for _ in range(2):
        subprocess.run([PYTHON, "-c", call, str(ROOT / "packaging/android")], cwd=dist, check=True, timeout=60)
    # then aapt2 accepts both, and a phone sees what we meant
    manifest = (dist / "src/main/AndroidManifest.xml").read_text(encoding="utf-8")
    package = android_link.link(manifest, dist / "src/main/res", tmp_path)
    assert android_link.permissions(package) == [
        "POST_NOTIFICATIONS", "RECEIVE_BOOT_COMPLETED", "SCHEDULE_EXACT_ALARM", "VIBRATE"]
    assert set(android_link.receivers(package)) == {"AlarmReceiver", "RescheduleReceiver"}
    seen = android_link.run("aapt", "dump", "xmltree", str(package), "AndroidManifest.xml")
    assert re.search(r"allowBackup\(\w+\)=\(type 0x12\)0x0", seen), "a backup would take health data along"
