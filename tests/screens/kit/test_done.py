"""What a button says once it is done."""
from __future__ import annotations

import pytest

from tests.screens.harness import Stage


def test_a_button_says_for_a_moment_that_it_is_done(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    from screens.widgets import done
    from screens.widgets.buttons import Link

    monkeypatch.setattr(done, "DONE_FOR", 0)
    link = stage.show(Link("Copy", icon="copy-simple"))

    done.say_done(link, "Copied")
    done.say_done(link, "Copied")

    assert (link.text, link.icon) == ("Copied", "check-bold")
    stage.settle(2)
    assert (link.text, link.icon) == ("Copy", "copy-simple")
