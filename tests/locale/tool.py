"""The programs of tools/, as modules."""
from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

TOOLS = Path(__file__).resolve().parents[2] / "tools"


def load_tool(name: str) -> ModuleType:
    """tools/NAME.py, which is no package."""
    known = sys.modules.get(f"tools_{name}")
    if known is not None:
        return known
    spec = importlib.util.spec_from_file_location(f"tools_{name}", TOOLS / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ImportError(name)
    made = sys.modules[f"tools_{name}"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made
