"""What can be asked and done over HTTP: one module for each subject, and the list of all of them.

A route that writes is one verb and records one entry; its answer is `Done`: the entry, the ids of what changed by kind,
and what the verb gave back. A route that reads takes `?at=` and then tells of the study as it was.
"""

from __future__ import annotations

from crosscase.server.routes import (
    acts,
    answer_files,
    ask,
    care,
    codebook,
    drafts,
    frameworks,
    history,
    imports,
    keeping,
    live,
    manuscripts,
    maps,
    memos,
    project_files,
    reports,
    rows,
    saving,
    sources,
    start,
    study,
    writing,
)

ROUTES = (
    *start.ROUTES, *study.ROUTES, *live.ROUTES, *care.ROUTES, *keeping.ROUTES, *sources.ROUTES, *codebook.ROUTES,
    *writing.ROUTES, *memos.ROUTES, *maps.ROUTES, *rows.ROUTES, *history.ROUTES, *imports.ROUTES, *reports.ROUTES,
    *saving.ROUTES, *manuscripts.ROUTES, *drafts.ROUTES, *frameworks.ROUTES, *ask.ROUTES, *answer_files.ROUTES,
    *project_files.ROUTES,
    *acts.ROUTES,
)  # fmt: skip
