"""Whether a study is whole: all that the store checks, and the words kept for search against the texts.

Cutting a text into words is the business of `frames`, which the store does not know.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from crosscase.store.checking import Verified
from crosscase.store.store import Store
from crosscase.store.verify import examine

_TOKENIZERS = re.compile(r"crosscase-\d+/unicode-[\d.]+")


def examined(store: Store, tell: Callable[[str], None] | None = None) -> Verified:
    """Check everything; `tell` hears what is being checked."""
    return examine(store, tell, fits=_fits)


def _fits(data: bytes, text: str) -> bool | None:
    """Whether kept words are those of a text; None where another tokenizer cut them."""
    from crosscase.frames.token_index import pack, tokenizer_of
    from crosscase.frames.tokens import TOKENIZER, tokenize

    if data == pack(tokenize(text)):
        return True
    made_by = tokenizer_of(data)
    return None if made_by != TOKENIZER and _TOKENIZERS.fullmatch(made_by) else False
