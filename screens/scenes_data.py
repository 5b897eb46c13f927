"""Scenes: more, backups, deleting, and the lock."""
from __future__ import annotations

from screens import scene_lock as safe_lock
from screens import scene_safety as safe
from screens.scene import Scene, act, ended, go
from screens.scenes_diary import WEEK

SCENES = (
    Scene("more", ended(), (go("more"),)),
    Scene("backup", ended(), (safe.in_folder("backup"),)),
    Scene("backup-saved", ended(), (WEEK, safe.saved)),
    Scene("open-backup", ended(), (safe.daily, act("open-backup"))),
    Scene("open-backup-preview", ended(), (safe.previewed,)),
    Scene("open-backup-password", ended(), (safe.asked_for_password,)),
    Scene("open-backup-refused", ended(), (safe.refused,)),
    Scene("open-backup-done", ended(), (safe.previewed, safe.put_in)),
    Scene("trouble-backup", ended(), (WEEK, safe.daily, safe.unreadable)),
    Scene("trouble-no-backup", ended(), (safe.unreadable,)),
    Scene("rescue", ended(), (safe.unreadable, act("use-backup", path=""))),
    Scene("rescue-preview", ended(), (WEEK, safe.rescue_previewed)),
    Scene("rescue-other", ended(), (WEEK, safe.rescue_chosen)),
    Scene("rescue-done", ended(), (WEEK, safe.rescue_put_in)),
    Scene("open-backup-both", ended(), (safe.both_kept,)),
    Scene("more-versions", ended(), (safe.both_kept, go("more"))),
    Scene("versions", ended(), (safe.versions,)),
    Scene("versions-none", ended(), (safe.versions, safe.all_given_up)),
    Scene("erase", ended(), (WEEK, safe.daily, act("erase"), act("erase-tick", on=True))),
    Scene("erase-not-ticked", ended(), (WEEK, act("erase"), act("erase-now", code=""))),
    Scene("erase-gone", ended(), (WEEK, safe.erased)),
    Scene("lock", ended(), (safe_lock.locked(typed="73"),)),
    Scene("lock-wrong", ended(), (safe_lock.locked(wrong=1),)),
    Scene("lock-passphrase", ended(), (safe_lock.locked("words"),)),
    Scene("lock-recovery", ended(), (safe_lock.locked("recovery"),)),
    Scene("lock-wait", ended(), (safe_lock.locked(wrong=5),)),
    Scene("lock-help", ended(), (safe_lock.locked(), act("help"))),
    Scene("app-lock", ended(), (safe_lock.setup(),)),
    Scene("app-lock-choose", ended(), (safe_lock.setup("choose", "730"),)),
    Scene("app-lock-easy", ended(), (safe_lock.easy,)),
    Scene("app-lock-passphrase", ended(), (safe_lock.setup("choose", words=True),)),
    Scene("app-lock-note", ended(), (safe_lock.setup("note", groups=safe_lock.GROUPS, ticked=True),)),
    Scene("app-lock-on", ended(), (safe_lock.set_up,)),
)
