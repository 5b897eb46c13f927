"""Opening an address of a source in the browser of the device, because the patient tapped it."""
from __future__ import annotations

import webbrowser


def open_address(address: str) -> bool:
    """Hand a web address to the system; False where nothing opens it, or where it is no web address."""
    if not address.startswith(("https://", "http://")):
        return False
    try:
        return webbrowser.open(address)
    except (OSError, webbrowser.Error):
        return False
