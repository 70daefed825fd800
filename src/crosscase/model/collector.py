"""Letting the garbage collector wait.

What a careful reader would get wrong: nothing grows because of it. Memory that is not in a circle is given back as
ever; what is made here by the ten thousand is in none.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the garbage collector wait.

    A large act, a merge, an import or an export makes tens of thousands of rows and no circles; the collector would go
    through all of them again and again, for a tenth to a fifth of the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
