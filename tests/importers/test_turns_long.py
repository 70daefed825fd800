"""Long texts are read a part at a time, and found to say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.importers import scan
from crosscase.importers.turns import find_turns

_LINES = st.sampled_from(
    ["Ann: It was slow.", "Ben: Why?", "", "[laughs", "and cries]", "00:01:02", "# Two", "so", ">> no"]
)


@given(lines=st.lists(_LINES, max_size=30), at_once=st.integers(0, 40))
def test_a_text_has_the_same_turns_however_much_of_it_is_read_at_once(lines: list[str], at_once: int) -> None:
    text = "\n".join(lines)
    whole = find_turns(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "_AT_ONCE", at_once)
        assert find_turns(text) == whole
