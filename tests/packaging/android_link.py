"""Links a manifest with resources as a build does, and reads back what a phone would see."""
from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

# Debian's copy of Android 10's own resources; it knows nothing newer.
FRAMEWORK = Path("/usr/share/android-framework-res/framework-res.apk")

MISSING = (
    "needs aapt and aapt2 (aapt)" if not (shutil.which("aapt") and shutil.which("aapt2"))
    else "" if FRAMEWORK.exists()
    else "needs Android's resources (android-framework-res)"
)


def link(manifest: str, resources: Path, folder: Path) -> Path:
    """The package without code. Fails with what aapt2 says about manifest or resources."""
    # Gradle names the package; here we do.
    named = manifest.replace("<manifest ", '<manifest package="org.aftercare.aftercare" ', 1)
    (folder / "AndroidManifest.xml").write_text(named, encoding="utf-8")
    run("aapt2", "compile", "--dir", str(resources), "-o", str(folder / "res.zip"))
    run("aapt2", "link", "-I", str(FRAMEWORK), "--manifest", str(folder / "AndroidManifest.xml"),
        "-o", str(folder / "base.apk"), str(folder / "res.zip"),
        "--min-sdk-version", "24", "--target-sdk-version", "35")
    return folder / "base.apk"


def permissions(package: Path) -> list[str]:
    """The permissions that the package asks for, without "android.permission."."""
    badging = run("aapt", "dump", "badging", str(package))
    return sorted(re.findall(r"uses-permission: name='android\.permission\.(\w+)'", badging))


def receivers(package: Path) -> dict[str, list[str]]:
    """By receiver the broadcasts it takes, each without its path; one that others may send to is marked."""
    found: dict[str, list[str]] = {}
    kind = receiver = ""
    for line in run("aapt", "dump", "xmltree", str(package), "AndroidManifest.xml").splitlines():
        if element := re.match(r"\s*E: ([\w-]+)", line):
            kind = element[1]
            receiver = "" if kind in ("activity", "receiver") else receiver
        elif value := re.search(r'A: android:name\(\w+\)="(?:[^"]*\.)?(\w+)"', line):
            if kind == "receiver":
                receiver = value[1]
                found[receiver] = []
            elif kind == "action" and receiver:
                found[receiver].append(value[1])
        elif kind == "receiver" and "android:exported" in line and not line.endswith("0x0"):
            found[receiver].append("open to others")
    return found


def run(*command: str) -> str:
    """What a program prints; its complaint when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout
