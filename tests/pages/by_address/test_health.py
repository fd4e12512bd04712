"""What a machine asks before it sends visitors."""

from pages.by_address.health import asked
from pages.by_address.health.routes import ROUTES
from queries.errors import QueryError
from tests.pages.by_address.asked import get, serving


def test_a_process_is_alive_whatever_the_database_says_and_ready_once_it_has_answered(built, monkeypatch, caplog):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    app = serving(ROUTES)
    assert [(each.status, each.text) for each in (get(app, "/healthz"), get(app, "/readyz"))] == [
        (200, "alive"),
        (200, "ready"),
    ]

    def refuse(question):
        raise QueryError("Could not resolve nowhere:1, and no build is there")

    monkeypatch.setattr(asked, "rows", refuse)
    answer = get(app, "/readyz")
    assert (answer.status, answer.text) == (503, "The database does not answer.")
    assert "nowhere:1" in caplog.text
    assert answer.headers["cache-control"] == "no-store" and get(app, "/healthz").status == 200
    monkeypatch.setattr(asked, "rows", lambda _: [])
    assert get(app, "/readyz").status == 503
