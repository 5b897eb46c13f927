"""What the app is and is not, where the data lies, and whose work it uses."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.words import gettext as _


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A row that opens a short text. `copy` is what its button copies; empty: there is no button."""

    id: str
    icon: str
    title: str
    subtitle: str
    paragraphs: tuple[str, ...]
    copy: str = ""
    copy_word: str = ""
    copied: str = ""


@dataclass(frozen=True, slots=True)
class AboutPart:
    """The last card of More."""

    title: str
    papers: tuple[PaperRow, ...]


def about_part(version: str, data_folder: str) -> AboutPart:
    """`version` and `data_folder` are shown as they are."""
    return AboutPart(
        title=_("About"),
        papers=(
            PaperRow(
                id="about",
                icon="info",
                title=_("What Aftercare is"),
                subtitle=_("Version {version}").format(version=version),
                paragraphs=(
                    _("Aftercare is not a medical device, and it is not a doctor."),
                    _("Its times come from published articles. No clinician has reviewed them."),
                    _("Each guide and list names its version, its date and who has reviewed it."),
                    _("Your clinic knows your skin. What they say always comes first."),
                    _("Alerts are a help, not a promise. Their minute can vary."),
                ),
            ),
            PaperRow(
                id="data",
                icon="hard-drives",
                title=_("Your data"),
                subtitle=_("Stays on this device"),
                paragraphs=(
                    _("There is no account. Nothing leaves this device."),
                    _("There is no PIN yet. Anyone who can use this account on this device can read it."),
                    _("Your data is in this folder:"),
                    data_folder,
                ),
                copy=data_folder,
                copy_word=_("Copy the path"),
                copied=_("Copied"),
            ),
            PaperRow(
                id="licences",
                icon="file-text",
                title=_("Licences"),
                subtitle=_("Fonts, icons and libraries"),
                paragraphs=(
                    _("Letters: Commissioner, © 2019 The Commissioner Project Authors, SIL Open Font License 1.1."),
                    _("Icons: Phosphor Icons, © 2020–2021 Phosphor Icons, MIT License, and some of our own."),
                    _("Kivy, plyer, TinyDB, filelock, platformdirs and tzlocal: MIT License."),
                    _("Time zone data (tzdata): Apache License 2.0."),
                    _("The full texts are in the folder assets/fonts of this app."),
                ),
            ),
        ),
    )
