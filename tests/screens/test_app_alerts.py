"""Alerts in the whole app: the way to them and back, choices that are kept, and the line on Today."""
from __future__ import annotations

from aftercare.core.notify_port import Availability
from tests.screens.people import Person

BLOCKED = Availability(False, "No program on this computer shows alerts.", "Install dunst.")


def reach(person: Person, found: Availability) -> None:
    """What the system said when it was asked."""
    person.app.pulse.availability = found
    person.app.router.follow()
    person.stage.settle(8)


def test_a_row_of_more_leads_to_the_alerts_and_back(person: Person) -> None:
    person.have_session()
    reach(person, Availability(True))
    person.tap("tab", "More")
    [row] = [control for control in person.stage.find_all("button") if control.name.startswith("Alerts. ")]
    person.tap("button", row.name)
    assert person.at("alerts")
    assert person.sees("Alerts are on")
    person.tap("button", "Back")
    assert person.at("more")
    person.tap("button", row.name)
    assert person.app.router.back()
    assert person.at("more")


def test_a_choice_is_kept_and_changes_what_comes(person: Person) -> None:
    # given
    person.have_session()
    person.app.router.go("alerts")
    person.stage.settle(8)
    assert person.sees("How is your skin today?")
    # when check-ins are switched off
    [row] = [control for control in person.stage.find_all("switch") if control.name.startswith("Check-in reminder")]
    person.tap("switch", row.name)
    # then none is planned any more, and after a restart it is still off
    assert not person.sees("How is your skin today?")
    person.open()
    person.app.router.go("alerts")
    person.stage.settle(8)
    assert not person.stage.find("switch", row.name).checked


def test_quiet_hours_are_switched_off_by_one_touch(person: Person) -> None:
    person.have_session()
    person.app.router.go("alerts")
    person.stage.settle(8)
    person.tap("switch", "Quiet hours. Alerts wait until morning")
    settings = person.app.patient.settings.all()
    assert settings["quiet_to"] == "22:00"
    person.tap("switch", "Quiet hours. Alerts may come at any hour")
    assert person.stage.find("spinbutton", "To").value == "07:00"


def test_today_says_once_that_alerts_cannot_arrive(person: Person) -> None:
    person.have_session()
    reach(person, BLOCKED)
    # when the line is put away
    person.tap("button", "Put this line away")
    # then it stays away, also after a restart
    assert not person.sees("Alerts cannot reach you")
    person.open()
    reach(person, BLOCKED)
    assert not person.sees("Alerts cannot reach you")
    # and once alerts have worked again, it is told anew
    reach(person, Availability(True))
    reach(person, BLOCKED)
    assert person.sees("Alerts cannot reach you")


def test_the_line_on_today_leads_to_the_reason(person: Person) -> None:
    person.have_session()
    reach(person, BLOCKED)
    person.tap("button", "See why")
    assert person.at("alerts")
    assert person.sees("No program on this computer shows alerts")
