"""The PostgreSQL that tests run against can do what the store asks of it."""

from __future__ import annotations

import pytest
import sqlalchemy


@pytest.mark.postgres
def test_a_schema_of_ones_own_is_found_by_its_search_path(postgres_url: str) -> None:
    engine = sqlalchemy.create_engine(postgres_url, poolclass=sqlalchemy.NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE SCHEMA probe")
        connection.exec_driver_sql("SET LOCAL search_path TO probe")
        connection.exec_driver_sql('CREATE TABLE word (text text COLLATE "C")')
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(1)")
        connection.execute(sqlalchemy.text("INSERT INTO word VALUES ('é'), ('z'), ('👋🏽')"))
        words = connection.exec_driver_sql("SELECT text, char_length(text) FROM word ORDER BY text").all()
        assert words == [("z", 1), ("é", 1), ("👋🏽", 2)]
        connection.rollback()
    engine.dispose()
