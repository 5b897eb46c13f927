"""What the tests of the packages share."""
from __future__ import annotations

import pytest

from tests.packaging import host_java


@pytest.fixture(scope="session")
def java(tmp_path_factory: pytest.TempPathFactory) -> host_java.Program:
    """The phone's Java, compiled once."""
    if host_java.MISSING:
        pytest.skip(host_java.MISSING)
    return host_java.build(tmp_path_factory.mktemp("java"))
