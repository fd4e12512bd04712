"""The models of statistical neighbours that there are, as data/sources.toml lists their editions. No Streamlit here."""

from data.catalogue import sources
from pages.choosing.address import Choice

MODELS = {  # the newest first
    each.edition: f"{each.edition} model (Department for Education)"
    for each in reversed(sources()["statistical_neighbours"].editions)
}
NEWEST_MODEL = next(iter(MODELS))


def neighbour_model() -> Choice:
    """Offer the models of statistical neighbours."""
    return Choice(name="model", options=tuple(MODELS), default=(NEWEST_MODEL,))
