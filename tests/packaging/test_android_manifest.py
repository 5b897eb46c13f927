"""The hook that puts our receivers and permissions into the manifest."""
from __future__ import annotations

import importlib.util
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

from tests.packaging import android_link

ROOT = Path(__file__).resolve().parents[2]
MANIFEST = (Path(__file__).parent / "manifest.xml").read_text(encoding="utf-8")
RESCHEDULED_BY = [
    "BOOT_COMPLETED", "MY_PACKAGE_REPLACED", "TIME_SET", "TIMEZONE_CHANGED",
    "SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED",
]
PERMISSIONS = ["POST_NOTIFICATIONS", "RECEIVE_BOOT_COMPLETED", "SCHEDULE_EXACT_ALARM", "VIBRATE"]


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """The hook, loaded from its file as python-for-android loads it."""
    spec = importlib.util.spec_from_file_location("hook", ROOT / "packaging/android/hook.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_receivers_and_permissions_are_in_the_manifest_once(hook: ModuleType) -> None:
    root = ET.fromstring(hook.with_receivers(MANIFEST))
    name = "{http://schemas.android.com/apk/res/android}name"
    assert sorted(str(found.get(name)).rpartition(".")[2] for found in root.iter("uses-permission")) == PERMISSIONS
    assert [found.get(name) for found in root.findall("application/receiver")] == [
        "org.aftercare.alerts.AlarmReceiver", "org.aftercare.alerts.RescheduleReceiver"]


def test_a_second_time_changes_nothing(hook: ModuleType) -> None:
    once = hook.with_receivers(MANIFEST)
    assert hook.with_receivers(once) == once


def test_only_who_is_asked_to_may_write_into_the_cameras_file(hook: ModuleType) -> None:
    root = ET.fromstring(hook.with_receivers(MANIFEST))
    [provider] = root.findall("application/provider")
    told = {name.rpartition("}")[2]: value for name, value in provider.items()}
    assert told == {
        "name": "org.aftercare.photos.CameraDrop", "authorities": "${applicationId}.photos", "exported": "false",
        "grantUriPermissions": "true",
    }


def test_an_older_receiver_of_ours_is_replaced(hook: ModuleType) -> None:
    older = MANIFEST.replace(
        "</application>", '<receiver android:name="org.aftercare.alerts.AlarmReceiver" /></application>')
    assert hook.with_receivers(older) == hook.with_receivers(MANIFEST)


def test_the_hook_changes_the_file_of_the_distribution(
    hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "src/main/AndroidManifest.xml"
    file.parent.mkdir(parents=True)
    file.write_text(MANIFEST, encoding="utf-8")
    hook.before_apk_assemble(object())
    assert file.read_text(encoding="utf-8") == hook.with_receivers(MANIFEST)


def test_a_manifest_of_something_else_is_refused(hook: ModuleType) -> None:
    with pytest.raises(ValueError, match="application"):
        hook.with_receivers("<manifest />")


def test_every_class_in_the_manifest_exists(hook: ModuleType) -> None:
    for name in (*hook.RECEIVERS, hook.PROVIDER["name"]):
        assert (ROOT / "packaging/android/src" / f"{name.replace('.', '/')}.java").exists()


@pytest.mark.skipif(bool(android_link.MISSING), reason=android_link.MISSING or "all is here")
def test_a_phone_sees_our_receivers_and_no_other_permission(hook: ModuleType, tmp_path: Path) -> None:
    package = android_link.link(hook.with_receivers(MANIFEST), ROOT / "packaging/android/res", tmp_path)
    assert android_link.permissions(package) == PERMISSIONS
    assert android_link.receivers(package) == {"AlarmReceiver": [], "RescheduleReceiver": RESCHEDULED_BY}
