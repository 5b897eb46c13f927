"""Which system this is, as the ways of waking tell them apart."""
from __future__ import annotations

import os
import sys
from collections.abc import Mapping

ANDROID, IOS = "android", "ios"
PHONES = (ANDROID, IOS)


def system_name(
    platform: str = sys.platform,
    is_android: bool = hasattr(sys, "getandroidapilevel"),
    environ: Mapping[str, str] = os.environ,
) -> str:
    """`sys.platform`, but "android" and "ios" also where an older Python of a phone calls itself a desktop's."""
    built_for = environ.get("KIVY_BUILD", "")
    if is_android or built_for == ANDROID:
        return ANDROID
    return IOS if built_for == IOS else platform
