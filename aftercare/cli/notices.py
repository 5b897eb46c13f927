"""Notices that are still to come, as the command line prints them."""
from __future__ import annotations

from typing import TYPE_CHECKING

from aftercare.core.alarm_port import with_times
from aftercare.core.alert_words import near_time
from aftercare.core.instants import utc_text

if TYPE_CHECKING:
    from aftercare.cli.output import Json
    from aftercare.core.alert_plan import Notice


def notice_json(notice: Notice, zone: str) -> Json:
    """A notice in the form of an alert: all that it tells, as said when it comes."""
    return {
        "key": notice.key,
        "kind": notice.kind,
        "fire_at": utc_text(notice.fire_at),
        "expire_at": utc_text(notice.expire_at),
        "late": notice.late,
        "private_text": said(notice, zone),
        "public_text": notice.text_public,
    }


def said(notice: Notice, zone: str) -> str:
    """The full text of a notice with its times as a device in a zone shows them when it comes."""
    return with_times(notice.text_private, lambda moment: near_time(moment, notice.fire_at, zone))
