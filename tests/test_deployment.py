"""What stands in .deployment keeps what the README says of it: no root, nothing written, one cookie, one question."""

import re
import shutil
import subprocess

import pytest

from pages.by_address.routes import routes
from pages.guarded.draining import LONGEST, NOTICE
from tests.conftest import ROOT

FOLDER = ROOT / ".deployment"
CONTAINER, COMPOSE, KUBERNETES, NGINX = (
    (FOLDER / name).read_text(encoding="utf-8")
    for name in ("Containerfile", "compose.yaml", "kubernetes.yaml", "nginx.conf")
)


def test_what_is_asked_of_a_process_is_answered():
    asked = set(re.findall(r"path: (/\w+z)", KUBERNETES)) | set(re.findall(r"8501(/\w+z)", CONTAINER))
    assert asked == {"/healthz", "/readyz"} <= {getattr(each, "path", "") for each in routes()}


def test_no_process_has_rights_or_writes_but_in_memory():
    user = re.search(r"^USER (\d+):\1$", CONTAINER, re.MULTILINE)
    assert user and int(user[1]) > 0 and f"runAsUser: {user[1]}" in KUBERNETES
    assert CONTAINER.index("USER") > CONTAINER.rindex("COPY") and "ENV HOME=/tmp" in CONTAINER
    assert "readOnlyRootFilesystem: true" in KUBERNETES and "medium: Memory" in KUBERNETES
    assert COMPOSE.count("read_only: true") == COMPOSE.count("tmpfs: [/tmp]") == COMPOSE.count("cap_drop: [ALL]") == 2


def test_a_process_is_given_the_time_it_takes_to_end():
    notice = float(re.search(rf"{NOTICE}=(\d+)", CONTAINER)[1])
    given = [int(re.search(r"terminationGracePeriodSeconds: (\d+)", KUBERNETES)[1]),
             int(re.search(r"stop_grace_period: (\d+)s", COMPOSE)[1])]  # fmt: skip
    assert all(notice + LONGEST + 5 <= each for each in given)
    asked = re.search(r"readinessProbe: .*periodSeconds: (\d+),.* failureThreshold: (\d+)", KUBERNETES)
    assert notice >= int(asked[1]) * int(asked[2])
    # what a process answers that lets nobody in any more, nginx takes to another
    assert re.search(r"stream\$ \{[^}]*proxy_next_upstream [^;]*http_503;", NGINX)


def test_all_processes_sign_cookies_with_one_secret_that_is_not_written_here():
    for text in (COMPOSE, KUBERNETES):
        assert text.count("STREAMLIT_SERVER_COOKIE_SECRET") == 1
    assert "secretKeyRef" in KUBERNETES and "COOKIE_SECRET:?" in COMPOSE


def test_the_image_holds_what_the_dashboard_needs_and_not_the_tests():
    assert "pip install --no-cache-dir -r requirements.txt" in CONTAINER
    assert "\ntests\n" in (FOLDER / "Containerfile.dockerignore").read_text(encoding="utf-8")


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")
def test_nginx_understands_what_it_is_given(tmp_path):
    text = re.sub(r"(one|two):8501", "127.0.0.1:8501", NGINX.replace("/tmp/", f"{tmp_path}/"))
    (tmp_path / "nginx.conf").write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["nginx", "-t", "-c", str(tmp_path / "nginx.conf")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
