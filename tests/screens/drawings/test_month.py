"""The month: right days in right places, only allowed days chosen, arrows lead where they point."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.widgets.a11y import find, find_all
from screens.widgets.month import MonthGrid, shifted, stepped, weeks
from screens.widgets.theme import theme

years = st.integers(1970, 2200)
months = st.integers(1, 12)
weekdays = st.integers(0, 6)
days = st.dates(date(1970, 1, 1), date(2200, 12, 31))


@pytest.fixture(autouse=True)
def plain_theme() -> Iterator[None]:
    yield
    theme.text_scale = 1.0


@given(years, months, weekdays)
def test_weeks_hold_every_day_once_and_start_on_the_chosen_weekday(year: int, month: int, first: int) -> None:
    rows = weeks(year, month, first)
    flat = [day for row in rows for day in row]
    assert all(len(row) == 7 and row[0].weekday() == first for row in rows)
    assert flat == [flat[0] + timedelta(i) for i in range(len(flat))]
    assert [d.day for d in flat if d.month == month] == list(range(1, monthrange(year, month)[1] + 1))
    assert 4 <= len(rows) <= 6


@given(years, months, st.integers(-240, 240))
def test_turning_there_and_back_shows_the_same_month(year: int, month: int, by: int) -> None:
    assert shifted(*shifted(year, month, by), -by) == (year, month)


@given(days, weekdays)
def test_arrows_step_by_days_weeks_and_months(day: date, first: int) -> None:
    assert stepped(day, "right") == day + timedelta(1)
    assert stepped(day, "up") == day - timedelta(7)
    home, end = stepped(day, "home", first), stepped(day, "end", first)
    assert home is not None
    assert end is not None
    assert home.weekday() == first
    assert end - home == timedelta(6)
    assert home <= day <= end
    later = stepped(day, "pagedown")
    assert later is not None
    assert 28 <= (later - day).days <= 31
    assert stepped(day, "tab") is None


def june() -> MonthGrid:
    return MonthGrid(2026, 6, date(2026, 6, 8), today=date(2026, 6, 10), last=date(2026, 6, 26))


def test_each_day_says_its_full_date_and_whether_it_is_selected() -> None:
    grid = june()
    assert find(grid, "button", "Mon 8 June 2026").selected
    assert not find(grid, "button", "Tue 9 June 2026").selected
    names = [c.name for c in find_all(grid, "button") if c.name.endswith("2026")]
    assert len(names) == 30
    assert names[0] == "Mon 1 June 2026"


def test_choosing_a_day_tells_it_and_selects_it() -> None:
    grid = june()
    told: list[date] = []
    grid.bind(on_day=lambda _grid, day: told.append(day))
    find(grid, "button", "Tue 9 June 2026").do("press")
    assert told == [date(2026, 6, 9)]
    assert find(grid, "button", "Tue 9 June 2026").selected
    assert not find(grid, "button", "Mon 8 June 2026").selected


def test_a_day_out_of_range_cannot_be_chosen() -> None:
    grid = june()
    assert find(grid, "button", "Sat 27 June 2026").disabled
    grid.choose(date(2026, 6, 27))
    assert grid.selected_day == date(2026, 6, 8)


def test_a_month_without_a_day_to_choose_is_not_reached() -> None:
    grid = june()
    assert find(grid, "button", "Next month").disabled
    find(grid, "button", "Previous month").do("press")
    assert grid.name == "May 2026"
    assert find(grid, "button", "Sun 31 May 2026")


def test_arrows_cross_into_the_month_before() -> None:
    grid = june()
    first = find(grid, "button", "Mon 1 June 2026")
    led = first.key("left")
    assert led.name == "Sun 31 May 2026"
    assert grid.name == "May 2026"
    assert led.key("tab") is None


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [256, 320, 640])
def test_days_fit_their_cells_and_never_overlap(width: float, scale: float) -> None:
    theme.text_scale = scale
    grid = june()
    grid.width = width
    grid.layout()
    cells = find_all(grid, "button")[2:]
    for cell in cells:
        assert cell.digits.size[0] <= cell.width
        assert cell.height >= 48
        assert grid.x - 0.01 <= cell.x
        assert cell.right <= grid.right + 0.01
    for one, other in pairwise(cells):
        assert one.right <= other.x + 0.01 or one.y >= other.top - 0.01


def test_every_number_moves_with_its_cell_when_the_text_grows() -> None:
    grid = june()
    grid.width = 320
    grid.layout()
    theme.text_scale = 2.0
    grid.layout()
    for cell in find_all(grid, "button")[2:]:
        assert cell.digits.pos[1] >= cell.y
        assert cell.digits.pos[1] + cell.digits.size[1] <= cell.top + 1
