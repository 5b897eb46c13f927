"""The Android package takes every file of ours that the app opens, in both languages, and no translator's file."""
from __future__ import annotations

import configparser
import importlib
import os
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import babel
import pytest

from aftercare import words

ROOT = Path(__file__).resolve().parents[2]
RUN = Path(__file__).with_name("opened_files.py")


@pytest.fixture(scope="module")
def spec() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    assert parser.read(ROOT / "buildozer.spec")
    return parser["app"]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What a run through the app opens below its folder; of compiled Python its source."""
    home = tmp_path_factory.mktemp("home")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, str(RUN), str(home)], env=environment, cwd=home, capture_output=True, text=True, timeout=300,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return {line.removeprefix("OPENED ") for line in done.stdout.splitlines() if line.startswith("OPENED ")}


def taken(name: str, spec: configparser.SectionProxy) -> bool:
    """Whether the package takes a file, by the settings as buildozer reads them."""
    listed = {key: [item.strip().lower() for item in spec[f"source.{key}"].split(",")] for key in
              ("include_exts", "exclude_dirs", "exclude_patterns")}
    lower = name.lower()
    if any(part.startswith(".") for part in Path(lower).parts):
        return False
    if any(lower.startswith(f"{folder}/") for folder in listed["exclude_dirs"]):
        return False
    if any(fnmatch(lower, pattern) for pattern in listed["exclude_patterns"]):
        return False
    suffix = Path(lower).suffix[1:]
    return not suffix or suffix in listed["include_exts"]


def test_a_run_opens_content_and_words_of_both_languages(opened: set[str]) -> None:
    assert {"content/activities.toml", "content/help.toml", "locale/ru/LC_MESSAGES/aftercare.mo"} <= opened
    assert {"locale/ru/search.toml", "content/guides/sun.toml", "content/late_watch.toml"} <= opened
    assert {"locale/en/search.toml", "screens/learn.py"} <= opened


def test_the_package_takes_every_file_that_the_app_opens(opened: set[str], spec: configparser.SectionProxy) -> None:
    assert sorted(name for name in opened if not taken(name, spec)) == []


# Fonts are opened below Python, where nobody can listen.
@pytest.mark.parametrize("pattern", ["content/**/*.toml", "locale/**/*.mo", "locale/*/search.toml", "assets/**/*.ttf"])
def test_the_package_takes_all_of_a_kind(pattern: str, spec: configparser.SectionProxy) -> None:
    files = [path.relative_to(ROOT).as_posix() for path in ROOT.glob(pattern)]
    assert files
    assert [name for name in files if not taken(name, spec)] == []


def test_the_package_leaves_out_what_only_we_need(spec: configparser.SectionProxy) -> None:
    ours = [path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("locale/**/*.po"), *ROOT.glob("tests/**/*.py"))]
    assert [name for name in ours if taken(name, spec)] == []


def test_of_babel_the_package_keeps_the_languages_that_we_speak(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a distribution with a list of its own
    monkeypatch.syspath_prepend(str(ROOT / "packaging/android"))
    hook = importlib.import_module("hook")
    monkeypatch.chdir(tmp_path)
    left_out = tmp_path / "blacklist.txt"
    left_out.write_text("# eggs\n*.egg-info\n", encoding="utf-8")
    # when the toolchain calls the hook, twice
    hook.before_apk_build(None)
    once = left_out.read_text(encoding="utf-8")
    hook.before_apk_build(None)
    # then its own list stands, and of Babel only our languages are left
    assert left_out.read_text(encoding="utf-8") == once
    assert once.startswith("# eggs\n*.egg-info\n")
    patterns = [f"*/{line}" for line in once.splitlines() if line and not line.startswith("#")]
    folder = Path(babel.__file__).parent / "locale-data"
    kept = {file.stem for file in folder.glob("*.dat") if not any(fnmatch(str(file), each) for each in patterns)}
    assert kept == {"root", *words.languages()}
