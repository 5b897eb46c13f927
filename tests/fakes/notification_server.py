"""A stand-in for the desktop's notification daemon: it writes down what really arrived, and shows nothing.

Run as `python notification_server.py OUT.jsonl [--vanish]` with DBUS_SESSION_BUS_ADDRESS set. It prints READY
once it owns the name, then appends each Notify to the file as one JSON line (id, replaces_id, app_name,
summary, body, expire_timeout) before it answers. A daemon already on the bus makes it leave with exit 3. With
--vanish it dies on the first Notify, neither written down nor answered. The id of each one that it is told to close,
and that it shows, goes into OUT.closed.
"""
from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Annotated

from dbus_fast import NameFlag, RequestNameReply, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import DBusSignature
from dbus_fast.service import ServiceInterface, dbus_method, dbus_signal

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
CLOSED_BY_CALL = 3

Str = Annotated[str, DBusSignature("s")]
Strings = Annotated[list[str], DBusSignature("as")]
UInt = Annotated[int, DBusSignature("u")]
Int = Annotated[int, DBusSignature("i")]
Nothing = Annotated[None, DBusSignature("")]
Hints = Annotated[dict[str, Variant], DBusSignature("a{sv}")]


class RecordingServer(ServiceInterface):
    """The four calls and one signal of the Desktop Notifications Specification 1.2."""

    def __init__(self, out: Path, vanish: bool = False) -> None:
        super().__init__(NAME)
        self._out = out
        self._vanish = vanish
        self._last_id = 0
        self._open: set[int] = set()

    @dbus_method()
    def Notify(self, app_name: Str, replaces_id: UInt, app_icon: Str, summary: Str, body: Str,  # noqa: N802
               actions: Strings, hints: Hints, expire_timeout: Int) -> UInt:
        if self._vanish:
            os._exit(0)
        if replaces_id:
            shown_id = replaces_id
        else:
            self._last_id += 1
            shown_id = self._last_id
        self._open.add(shown_id)
        self._write({"id": shown_id, "replaces_id": replaces_id, "app_name": app_name, "summary": summary,
                     "body": body, "expire_timeout": expire_timeout})
        return shown_id

    @dbus_method()
    def CloseNotification(self, shown_id: UInt) -> Nothing:  # noqa: N802
        if shown_id in self._open:
            with self._out.with_suffix(".closed").open("a", encoding="utf-8") as file:
                file.write(f"{shown_id}\n")
            self._open.discard(shown_id)
            self.NotificationClosed(shown_id, CLOSED_BY_CALL)

    @dbus_method()
    def GetCapabilities(self) -> Strings:  # noqa: N802
        return ["body", "body-markup", "persistence"]

    @dbus_method()
    def GetServerInformation(  # noqa: N802
            self) -> Annotated[tuple[str, str, str, str], DBusSignature("ssss")]:
        return ("recording-server", "aftercare-tests", "1", "1.2")

    @dbus_signal()
    def NotificationClosed(  # noqa: N802
            self, shown_id: int, reason: int) -> Annotated[tuple[int, int], DBusSignature("uu")]:
        return (shown_id, reason)

    def _write(self, record: dict[str, object]) -> None:
        with self._out.open("a", encoding="utf-8") as file:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


async def serve(out: Path, vanish: bool) -> int:
    """Own the name and record until the bus goes away. Exit 3: another daemon owns it already."""
    bus = await MessageBus().connect()
    bus.export(PATH, RecordingServer(out, vanish))
    if await bus.request_name(NAME, NameFlag.DO_NOT_QUEUE) is not RequestNameReply.PRIMARY_OWNER:
        print("another notification daemon owns the name", file=sys.stderr)
        return 3
    print("READY", flush=True)
    await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]
    return 0


def main() -> int:
    """Entry of the process."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("out", type=Path)
    parser.add_argument("--vanish", action="store_true")
    args = parser.parse_args()
    return asyncio.run(serve(args.out, args.vanish))


if __name__ == "__main__":
    sys.exit(main())
