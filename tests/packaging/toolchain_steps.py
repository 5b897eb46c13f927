"""Steps that need the Android toolchain; run by the Python that has it: toolchain_steps.py STEP SPEC [FOLDER].

No SDK and no NDK is there, so nothing is compiled: recipes are resolved, the package's files chosen, the manifest
and the resources rendered by the toolchain's own program from its own templates.
"""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any


def buildozer(spec: Path, folder: Path) -> Any:
    """Buildozer with a spec, working in a folder of its own."""
    from buildozer import Buildozer

    os.environ["HOME"] = str(folder)
    os.chdir(spec.parent)
    found = Buildozer(str(spec))
    found.check_configuration_tokens()
    return found


def graph(spec: Path, folder: Path) -> None:
    """Print the names of the recipes that the requirements lead to, and what is left for pip."""
    from pythonforandroid.bootstrap import Bootstrap
    from pythonforandroid.build import Context
    from pythonforandroid.graph import get_recipe_order_and_bootstrap

    config = buildozer(spec, folder).config
    context = Context()
    bootstrap = Bootstrap.get_bootstrap(config.get("app", "p4a.bootstrap"), context)
    context.recipe_build_order, context.python_modules = [], []
    # As the toolchain's front does: versions go their own way.
    names = [wanted.partition("==")[0] for wanted in config.getlist("app", "requirements")]
    order, modules, _ = get_recipe_order_and_bootstrap(context, names, bootstrap)
    print(json.dumps({"recipes": sorted(order), "pip": sorted(modules)}))


def files(spec: Path, folder: Path) -> None:
    """Print every file that would go into the package, and the version."""
    maker = buildozer(spec, folder)
    type(maker).app_dir = property(lambda _self: str(folder / "app"))
    maker._copy_application_sources()
    copied = sorted(str(file.relative_to(folder / "app")) for file in (folder / "app").rglob("*") if file.is_file())
    print(json.dumps({"version": maker.get_version(), "files": copied}))


def manifest(spec: Path, folder: Path) -> None:
    """Render manifest and resources into folder/dist."""
    import pythonforandroid

    config = buildozer(spec, folder).config
    root, dist = spec.parent, folder / "dist"
    bootstraps = Path(pythonforandroid.__file__).parent / "bootstraps"
    for part in ("common", "_sdl_common", "sdl2"):
        shutil.copytree(bootstraps / part / "build", dist, dirs_exist_ok=True)
    (folder / "app").mkdir()
    (folder / "app/main.py").touch()
    (folder / "sdk/build-tools/35.0.0").mkdir(parents=True)
    level, least = config.get("app", "android.api"), config.get("app", "android.minapi")
    (dist / "project.properties").write_text(f"target=android-{level}\n")
    (dist / "local.properties").write_text(f"sdk.dir={folder / 'sdk'}\n")
    (dist / "dist_info.json").write_text(json.dumps(
        {"bootstrap": "sdl2", "archs": ["arm64-v8a"], "ndk_api": int(least), "python_version": "3.14",
         "android_api": int(level), "hostpython": sys.executable}))
    (dist / "_python_bundle__arm64-v8a").mkdir()
    (dist / "libs/arm64-v8a").mkdir(parents=True)
    command = [
        sys.executable, "build.py", "--private", str(folder / "app"), "--name", config.get("app", "title"),
        "--package", f"{config.get('app', 'package.domain')}.{config.get('app', 'package.name')}",
        "--version", "0.1.0", "--minsdk", least,
        "--presplash-color", config.get("app", "android.presplash_color"),
        "--allow-backup", "true" if config.getbooldefault("app", "android.allow_backup", True) else "false",
    ]
    command += [part for name in config.getlist("app", "orientation") for part in ("--orientation", name)]
    command += [part for name in config.getlist("app", "android.permissions") for part in ("--permission", name)]
    for name in config.getlist("app", "android.add_src"):
        command += ["--add-source", str(root / name)]
    # The toolchain's front makes these absolute and spells the option without "add-".
    for name in config.getlist("app", "android.add_resources"):
        command += ["--resource", f"{root / name}:"]
    subprocess.run([part for part in command if part], cwd=dist, check=True, stdout=sys.stderr)


if __name__ == "__main__":
    step, spec_file, place = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve()
    {"graph": graph, "files": files, "manifest": manifest}[step](spec_file, place)
