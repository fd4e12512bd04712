"""Where things are. The setting DASHBOARD_DATABASE is read here; data/contact.py reads the other there is."""

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


def database() -> Path:
    """Return the path of the built database: DASHBOARD_DATABASE if set, else data/dashboard.duckdb."""
    return Path(os.environ.get("DASHBOARD_DATABASE", DATA / "dashboard.duckdb"))
