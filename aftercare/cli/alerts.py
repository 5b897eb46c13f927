"""The commands about alerts: what is still to come, and handing over what is due."""
from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from aftercare.cli import alarms
from aftercare.cli.auto_backup import back_up_if_due
from aftercare.cli.outside import Outside, print_json, snapshot_of
from aftercare.core.instants import parse_instant, zone_named
from aftercare.presenters import wording
from aftercare.services import reminders
from aftercare.services.held import deliver_or_tell

if TYPE_CHECKING:
    from aftercare.services.reminders import Report
    from aftercare.services.snapshot import Snapshot


def alerts_list(args: Namespace, outside: Outside) -> int:
    """Print what comes, notice by notice."""
    from aftercare.cli import notices

    snapshot = snapshot_of(outside, outside.clock.now())
    found = reminders.coming(snapshot, outside.journal)
    if args.json:
        return print_json([notices.notice_json(notice, snapshot.zone) for notice in found])
    for notice in found:
        print(f"{wording.local(notice.fire_at, snapshot.zone):%Y-%m-%d %H:%M}  {notices.said(notice, snapshot.zone)}")
    if not found:
        print("Nothing planned.")
    return 0


def alerts_deliver(args: Namespace, outside: Outside) -> int:
    """Show what is due, once, and print what was shown."""
    # The agent lives long, and the window may have chosen another language meanwhile.
    outside.speak()
    now = outside.clock.now()
    if args.now:
        now = parse_instant(args.now, "now", zone_named(outside.clock.zone()))
    notifier, zone = outside.notifier(), outside.clock.zone()

    def take() -> Snapshot:
        return snapshot_of(outside, now)

    def delivery() -> Report:
        return deliver_or_tell(take, outside.journal, notifier, outside.settings.all(), now, zone)

    report = outside.locked_alerts().deliver(delivery, take, outside.journal, notifier, now)
    for message in report.shown:
        print(f"Shown: {message.title}: {message.body}")
    for key in report.dropped:
        print(f"Too late, dropped: {key}")
    for key in report.withdrawn:
        print(f"Withdrawn: {key}")
    for fault in report.faults:
        print(f"aftercare: {fault} The usual value is used.", file=sys.stderr)
    for message, reason in report.failed:
        print(f"{message.title}: not handed over: {reason} It stays due.", file=sys.stderr)
    if not (report.shown or report.dropped or report.withdrawn or report.failed):
        print("Nothing due.")
    if not args.now:
        alarms.follow_plan(outside, now)
        back_up_if_due(outside)
    # A setting that cannot be read must not make the system start us again and again.
    return 1 if report.failed else 0
