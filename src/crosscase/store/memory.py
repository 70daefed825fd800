"""What this machine remembers for its user, outside any study: how long chains were, and who the user is in a study.

Small JSON files in the user's own state folder (`CROSSCASE_STATE_DIR` names another). Losing them loses no work:
a chain starts anew where that was not needed, and the user is asked again who is acting.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from platformdirs import user_state_path

from crosscase.model import Id

_MEMBERS = "members.json"


def recalled(name: str) -> dict[str, Any]:
    """What a file of the memory holds; nothing when it cannot be read."""
    try:
        found = json.loads((state_folder() / name).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def keep_in_mind(name: str, known: dict[str, Any]) -> None:
    """Write a file of the memory; a folder that cannot be written is passed over."""
    path = state_folder() / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.{os.getpid()}")
        new.write_text(json.dumps(known), "utf-8")
        new.replace(path)
    except OSError:
        return


def state_folder() -> Path:
    """The folder of what this machine remembers for its user."""
    folder = os.environ.get("CROSSCASE_STATE_DIR")
    return Path(folder) if folder else user_state_path("crosscase")


def me_in(study: Id) -> Id:
    """The member that the user of this machine said they are in a study; empty when they have not."""
    found = recalled(_MEMBERS).get(study, "")
    return found if isinstance(found, str) else ""


def i_am(study: Id, member: Id) -> None:
    """Remember which member the user of this machine is in a study."""
    keep_in_mind(_MEMBERS, {**recalled(_MEMBERS), study: member})
