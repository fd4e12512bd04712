"""Where things are: what DASHBOARD_DATABASE says is read here."""

import os
from pathlib import Path

DATA = Path(__file__).parent
INDICATORS = DATA / "indicators.toml"
SOURCES = DATA / "sources.toml"
RAW = DATA / "raw"
SNAPSHOT = DATA / "snapshot"
REFERENCE = DATA / "reference"
CHANGES = DATA / "changes"
SCHEMA = DATA.parent / "etl" / "schema"


def server() -> str:
    """Return where DASHBOARD_DATABASE says that the database is served, as quack:host:port, or nothing."""
    where = os.environ.get("DASHBOARD_DATABASE", "")
    return where if where.startswith("quack:") else ""


def database() -> Path:
    """Return the path of the built database: DASHBOARD_DATABASE if that is a path, else data/dashboard.duckdb."""
    built = DATA / "dashboard.duckdb"
    return built if server() else Path(os.environ.get("DASHBOARD_DATABASE", built))
