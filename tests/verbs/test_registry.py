"""Every verb has one name, of the shape `subject.verb`, and says what it is for."""

from __future__ import annotations

import inspect
import pkgutil
import re
from importlib import import_module

import crosscase.verbs
from crosscase.verbs import VERBS
from crosscase.verbs.registry import MAY


def test_every_modules_verbs_are_in_the_list() -> None:
    modules = [import_module(f"crosscase.verbs.{info.name}") for info in pkgutil.iter_modules(crosscase.verbs.__path__)]
    written = {verb for module in modules for verb in getattr(module, "VERBS", ())}
    assert {verb.name for verb in written - set(VERBS)} == set()


def test_names_are_unique_and_written_alike() -> None:
    names = [verb.name for verb in VERBS]
    assert len(names) == len(set(names))
    assert [name for name in names if not re.fullmatch(r"[a-z_]+\.[a-z_]+", name)] == []
    functions = [verb.function for verb in VERBS]
    assert len(functions) == len(set(functions))


def test_every_verb_takes_an_act_and_says_what_it_is_for() -> None:
    for verb in VERBS:
        assert next(iter(inspect.signature(verb.function).parameters)) == "act", verb.name
        assert (verb.function.__doc__ or "").strip(), verb.name
        assert verb.needs in MAY["owner"], verb.name
