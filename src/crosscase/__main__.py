"""`python -m crosscase`, for places where the `crosscase` program is not on the path."""

from __future__ import annotations

import sys

from crosscase.cli import main

sys.exit(main())
