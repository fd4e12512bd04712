"""What a machine asks before it sends visitors."""

from pages.by_address.health import asked
from pages.by_address.health.routes import ROUTES
from queries.errors import QueryError
from tests.pages.by_address.asked import get, serving


def test_a_process_is_alive_whatever_the_database_says_and_ready_once_it_has_answered(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    app = serving(ROUTES)
    assert [(each.status, each.text) for each in (get(app, "/healthz"), get(app, "/readyz"))] == [
        (200, "alive"),
        (200, "ready"),
    ]

    def refuse(question):
        raise QueryError("The server of the database, quack:nowhere:1, does not answer.")

    monkeypatch.setattr(asked, "rows", refuse)
    answer = get(app, "/readyz")
    assert answer.status == 503 and "does not answer" in answer.text
    assert answer.headers["cache-control"] == "no-store" and get(app, "/healthz").status == 200
    monkeypatch.setattr(asked, "rows", lambda _: [])
    assert get(app, "/readyz").status == 503
