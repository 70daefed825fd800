"""The demonstration study: ten invented services, ninety-one invented people.

Everything in this package is made up: cases, people, words. It shows what crosscase does; it is no evidence about
peer work, and every product made from it says so.
"""

from __future__ import annotations

from crosscase.demo.build import build_demo

__all__ = ["build_demo"]
