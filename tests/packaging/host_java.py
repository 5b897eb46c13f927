"""Compiles the phone's Java against stand-ins of Android's classes and runs it here, at any API level."""
from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "packaging/android/src"
JAVA = Path(__file__).parent / "java"
# Android's own org.json, as Debian packages it.
JSON_JAR = Path("/usr/share/java/json-android.jar")
# The levels at which the behaviour of alarms or notifications changed, and the newest.
LEVELS = (24, 26, 31, 33, 34, 35)

MISSING = (
    "needs a JDK (default-jdk-headless)" if shutil.which("javac") is None
    else "" if JSON_JAR.exists()
    else "needs Android's JSON classes (libandroid-json-org-java)"
)


@dataclass(frozen=True)
class Program:
    """The compiled classes."""

    classpath: str

    def run(self, level: int, *words: str) -> str:
        """What a main class prints on a phone of an API level."""
        command = ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", f"-Dsdk={level}"]
        done = subprocess.run(
            [*command, "-cp", self.classpath, *words], capture_output=True, encoding="utf-8", timeout=60, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


def build(folder: Path) -> Program:
    """Compile stand-ins, the phone's classes in the language of their time, and the scenarios, in this order."""
    parts = [str(folder / name) for name in ("standins", "app", "scenarios")]
    for part in parts:
        Path(part).mkdir()
    classpath = ":".join([*parts, str(JSON_JAR)])
    compile_to(parts[0], JAVA / "standins", classpath, "8")
    # Nothing newer than Java 7 runs on every phone that we support; JDKs from 20 on no longer know it.
    release = "7" if knows_release_7() else "8"
    compile_to(parts[1], SOURCES, classpath, release, "-Xlint:all", "-Xlint:-options", "-Werror")
    compile_to(parts[2], JAVA / "scenarios", classpath, "8")
    return Program(classpath)


def compile_to(target: str, sources: Path, classpath: str, release: str, *options: str) -> None:
    """Compile every class below a folder; a warning that was asked for fails as an error does."""
    files = sorted(str(file) for file in sources.rglob("*.java"))
    done = subprocess.run(
        ["javac", "--release", release, "-Xlint:-options", *options, "-encoding", "UTF-8", "-cp", classpath, "-d",
         target, *files],
        capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


def knows_release_7() -> bool:
    """Whether this JDK still compiles for Java 7."""
    version = subprocess.run(["javac", "-version"], capture_output=True, text=True, timeout=60, check=True).stdout
    return int(version.split()[-1].partition(".")[0]) < 20


class HostStore:
    """The phone's AlarmStore with its file in a folder; each call is a process of its own, as after a restart."""

    def __init__(self, program: Program, folder: Path, level: int = 35) -> None:
        self._program, self._folder, self._level = program, folder, level

    def replace_plan(self, plan: str) -> str:
        return self._call("replacePlan", plan)

    def rearm(self) -> str:
        return self._call("rearm")

    def report(self) -> str:
        return self._call("report")

    def forget(self, marks: str) -> str:
        return self._call("forget", marks)

    def close(self, keys: str) -> str:
        return self._call("close", keys)

    def remove(self) -> str:
        (self._folder / "argument").unlink(missing_ok=True)
        return self._call("remove")

    def _call(self, name: str, argument: str = "") -> str:
        if argument:
            (self._folder / "argument").write_text(argument, encoding="utf-8")
        return self._program.run(self._level, "org.aftercare.alerts.Desk", str(self._folder), name)
