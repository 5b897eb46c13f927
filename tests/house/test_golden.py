"""Golden files: compared by default, written only when asked."""
from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with one golden test, whose golden file says "old"."""
    pytester.makeconftest(CONFTEST.read_text())
    pytester.makepyfile("def test_text(golden): golden('text.txt', 'new\\n')")
    pytester.mkdir("golden").joinpath("text.txt").write_text("old\n")
    return pytester


def test_a_difference_fails_and_leaves_the_file_alone(project: pytest.Pytester) -> None:
    result = project.runpytest_subprocess()

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*- old", "*+ new"])
    assert (project.path / "golden/text.txt").read_text() == "old\n"


def test_an_accepted_difference_is_the_new_expectation(project: pytest.Pytester) -> None:
    project.runpytest_subprocess("--accept").assert_outcomes(passed=1)

    assert (project.path / "golden/text.txt").read_text() == "new\n"
    project.runpytest_subprocess().assert_outcomes(passed=1)


def test_a_missing_golden_file_fails(project: pytest.Pytester) -> None:
    (project.path / "golden/text.txt").unlink()

    project.runpytest_subprocess().assert_outcomes(failed=1)
