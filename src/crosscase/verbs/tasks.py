"""Work that is due: listed by an erasure, or written down by a member, until somebody says that it is done."""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.errors import BadValueError
from crosscase.model import Id, Task
from crosscase.model.conduct import TaskNature
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there, choice, thing_there
from crosscase.verbs.registry import Verb


class EmptyTaskError(BadValueError):
    """Work that says nothing."""

    code = "empty-task"

    def __init__(self) -> None:
        super().__init__("Say what is to be done.")


def add_task(act: Act, note: str, *, nature: TaskNature = "other", about_kind: str = "", about: Id | None = None) -> Id:
    """Write down work that is due, on a thing (its kind and id) or on nothing in particular."""
    choice(nature, TaskNature, "kind of work")
    if not note.strip():
        raise EmptyTaskError
    if about_kind and about:
        thing_there(act, about_kind, about)
    return act.add(Task(nature=nature, note=note.strip(), about_kind=about_kind, about=about)).id


def finish_tasks(act: Act, tasks: Sequence[Id], *, done: bool = True) -> int:
    """Say that work is done, or that it is due again; how many changed."""
    known = all_there(act, Task, tasks)
    changed = {task.id: act.by if done else None for task in known if bool(task.done) != done}
    act.change_all(Task, "done", changed)
    return len(changed)


VERBS = (
    Verb("task.add", add_task),
    Verb("task.finish", finish_tasks, "code"),
)
