"""Puts our receivers and our provider into the manifest that python-for-android made; leaves out what we never read.

python-for-android has no setting for either. It calls `before_apk_build` before it gathers the files and
`before_apk_assemble` after each rendering of the manifest, with the folder of the distribution as the current one.
Twice, both change nothing more.
"""
from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

MANIFEST = Path("src/main/AndroidManifest.xml")
ANDROID = "http://schemas.android.com/apk/res/android"

PERMISSIONS = (
    "android.permission.POST_NOTIFICATIONS",
    "android.permission.SCHEDULE_EXACT_ALARM",
    "android.permission.RECEIVE_BOOT_COMPLETED",
    "android.permission.VIBRATE",
)
# By class: the broadcasts of the system that it gets. Only the system and we ourselves may send to them.
RECEIVERS: dict[str, tuple[str, ...]] = {
    "org.aftercare.alerts.AlarmReceiver": (),
    "org.aftercare.alerts.RescheduleReceiver": (
        "android.intent.action.BOOT_COMPLETED",
        "android.intent.action.MY_PACKAGE_REPLACED",
        "android.intent.action.TIME_SET",
        "android.intent.action.TIMEZONE_CHANGED",
        "android.app.action.SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED",
    ),
}

# Babel brings 32 MB of languages. What is kept: root, and en and ru without their countries.
LEFT_OUT = Path("blacklist.txt")
OTHER_LANGUAGES = tuple(
    f"babel/locale-data/{name}.dat" for name in ("[!er]*", "e[!n]*", "en?*", "r[!ou]*", "ru?*", "ro", "ro[!o]*")
)

# What a camera app may write into, for as long as we ask it to. Gradle puts the package's name before ".photos".
PROVIDER = {
    "name": "org.aftercare.photos.CameraDrop",
    "authorities": "${applicationId}.photos",
    "exported": "false",
    "grantUriPermissions": "true",
}


def before_apk_build(toolchain: object) -> None:
    """Called by python-for-android, and by nobody else; with the folder of the distribution as the current one."""
    LEFT_OUT.write_text(without_other_languages(LEFT_OUT.read_text(encoding="utf-8")), encoding="utf-8")


def without_other_languages(left_out: str) -> str:
    """The toolchain's list of files to leave out, with the calendars and numbers of languages that we do not speak."""
    missing = [pattern for pattern in OTHER_LANGUAGES if pattern not in left_out.splitlines()]
    return "\n".join([left_out.rstrip("\n"), *missing]) + "\n"


def before_apk_assemble(toolchain: object) -> None:
    """Called by python-for-android, and by nobody else."""
    MANIFEST.write_text(with_receivers(MANIFEST.read_text(encoding="utf-8")), encoding="utf-8")


def with_receivers(manifest: str) -> str:
    """The manifest with our permissions, receivers and provider, each once. ValueError: it has no application."""
    ET.register_namespace("android", ANDROID)
    parser = ET.XMLParser(target=ET.TreeBuilder(insert_comments=True))
    root = ET.fromstring(manifest, parser)
    application = root.find("application")
    if application is None:
        raise ValueError("the manifest has no <application>")
    for index, permission in enumerate(PERMISSIONS):
        if _named(root, "uses-permission", permission) is None:
            root.insert(index, ET.Element("uses-permission", {_attribute("name"): permission}))
    for name, actions in RECEIVERS.items():
        before = _named(application, "receiver", name)
        if before is not None:
            application.remove(before)
        application.append(_receiver(name, actions))
    before = _named(application, "provider", PROVIDER["name"])
    if before is not None:
        application.remove(before)
    ET.SubElement(application, "provider", {_attribute(name): value for name, value in PROVIDER.items()})
    ET.indent(root, space="    ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _receiver(name: str, actions: tuple[str, ...]) -> ET.Element:
    receiver = ET.Element("receiver", {_attribute("name"): name, _attribute("exported"): "false"})
    if actions:
        chosen = ET.SubElement(receiver, "intent-filter")
        for action in actions:
            ET.SubElement(chosen, "action", {_attribute("name"): action})
    return receiver


def _named(parent: ET.Element, tag: str, name: str) -> ET.Element | None:
    found = (child for child in parent.findall(tag) if child.get(_attribute("name")) == name)
    return next(found, None)


def _attribute(name: str) -> str:
    return f"{{{ANDROID}}}{name}"
