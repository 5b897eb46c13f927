"""Scenes: looking things up: guides, questions, and help."""
from __future__ import annotations

from aftercare.words import marked
from screens.scene import Scene, act, asked, ended, go, none

SCENES = (
    Scene("learn", ended(), (go("learn"),)),
    Scene("learn-before", ended(-2), (go("learn"),)),
    Scene("learn-no-session", none, (go("learn"),)),
    Scene("learn-narrowed", ended(), (go("learn"), act("learn-group", group="before"))),
    Scene("learn-found", ended(), (go("learn"), asked("learn-search", marked("brusies")))),
    Scene("learn-not-found", ended(), (go("learn"), asked("learn-search", marked("telescope")))),
    Scene("article", ended(), (go("learn"), act("guide", id="first-three-days"))),
    Scene("article-warning", ended(), (go("learn"), act("guide", id="warning-signs"))),
    Scene("article-no-session", none, (go("learn"), act("guide", id="what-it-is"))),
    Scene("can-i", ended(), (act("can-i"),)),
    Scene("can-i-not-yet", ended(), (asked("can-i", marked("swim")),)),
    Scene("can-i-ok", ended(4), (asked("can-i", marked("cold")),)),
    Scene("can-i-before", ended(-2), (asked("can-i", marked("wine")),)),
    Scene("can-i-ask", ended(), (asked("can-i", marked("hair dye")),)),
    Scene("can-i-medicine", ended(), (asked("can-i", marked("ibuprofen")),)),
    Scene("can-i-help", ended(), (asked("can-i", marked("fever")),)),
    Scene("can-i-no-answer", ended(), (asked("can-i", marked("aerial yoga")),)),
    Scene("can-i-no-session", none, (asked("can-i", marked("sauna")),)),
    Scene("help", ended(), (act("help"),)),
)
