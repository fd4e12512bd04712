"""What stands in .deployment keeps what the README says of it: no root, nothing written, one cookie, one question.

Its form is judged by linters that need an environment of their own:

    python3 -m venv .deployment/.venv && .deployment/.venv/bin/pip install -r .deployment/requirements.txt
"""

import re
import shutil
import subprocess

import pytest
from streamlit import config

from etl.reader.fence import FILES, MEMORY
from pages.by_address.routes import routes
from pages.guarded.door import MOST
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
    asked = re.search(r"readinessProbe:.*?periodSeconds: (\d+).*?failureThreshold: (\d+)", KUBERNETES, re.DOTALL)
    assert notice >= int(asked[1]) * int(asked[2])
    # what a process answers that lets nobody in any more, nginx takes to another
    assert re.search(r"stream\$ \{[^}]*proxy_next_upstream [^;]*http_503;", NGINX)


def test_no_process_has_more_than_it_needs():
    for text in (COMPOSE, KUBERNETES):
        (limit,) = (int(number) for number in re.findall(r"(?:mem_limit: |limits: \{memory: )(\d+)[gG]", text))
        assert limit * 2**30 >= FILES * MEMORY + 10**9
    assert int(re.search(r"pids_limit: (\d+)", COMPOSE)[1]) > MOST
    assert COMPOSE.count("no-new-privileges:true") == COMPOSE.count("cap_drop: [ALL]") == 2
    assert "allowPrivilegeEscalation: false" in KUBERNETES and "capabilities: {drop: [ALL]}" in KUBERNETES
    assert "automountServiceAccountToken: false" in KUBERNETES and "egress: []" in KUBERNETES


def test_one_port_is_said_everywhere():
    said = re.findall(r"SERVER_PORT=(\d+)|EXPOSE (\d+)|127\.0\.0\.1:(\d+)/readyz", CONTAINER)
    said += re.findall(r"server (?:one|two):(\d+)", NGINX) + re.findall(r"containerPort: (\d+)", KUBERNETES)
    assert len(said) == 6 and {"".join(each) for each in said} == {"8501"}
    assert "listen 8080;" in NGINX and 'ports: ["8080:8080"]' in COMPOSE
    assert set(re.findall(r"(\w+):8501", NGINX)) <= set(re.findall(r"^  (\w+):$", COMPOSE, re.MULTILINE))


def test_every_setting_is_one_that_there_is():
    """Of ours one that the program reads, of Streamlit's one that it knows; in what is read by people too."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "README.md", ROOT / "SECURITY.md")]
    named = set(
        re.findall(r"\b(?:DASHBOARD|STREAMLIT)_[A-Z_]+[A-Z]", "".join([CONTAINER, COMPOSE, KUBERNETES, *texts]))
    )
    ours = {path for folder in ("data", "etl", "pages", "queries") for path in (ROOT / folder).rglob("*.py")}
    read = set().union(*(re.findall(r"\"(DASHBOARD_[A-Z_]+)\"", path.read_text(encoding="utf-8")) for path in ours))
    known = {option.env_var for option in config._config_options_template.values()}
    assert len(named) > 8 and len(read) > 5 and named <= read | known


def test_all_processes_sign_cookies_with_one_secret_that_is_not_written_here():
    for text in (COMPOSE, KUBERNETES):
        assert text.count("STREAMLIT_SERVER_COOKIE_SECRET") == 1
    assert "secretKeyRef" in KUBERNETES and "COOKIE_SECRET:?" in COMPOSE


def test_the_image_holds_what_the_dashboard_needs_and_not_the_tests():
    assert "pip install --no-cache-dir -r requirements.run.txt" in CONTAINER
    assert "\ntests\n" in (FOLDER / "Containerfile.dockerignore").read_text(encoding="utf-8")


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")
def test_nginx_understands_what_it_is_given(tmp_path):
    text = re.sub(r"(one|two):8501", "127.0.0.1:8501", NGINX.replace("/tmp/", f"{tmp_path}/"))
    (tmp_path / "nginx.conf").write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["nginx", "-t", "-c", str(tmp_path / "nginx.conf")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


# Lists and settings stand in a line where they fit one; a comment may follow its value at once.
STYLE = (
    "{extends: default, rules: {line-length: {max: 120}, document-start: disable, braces: {max-spaces-inside: 0}, "
    "comments: {min-spaces-from-content: 1}}}"
)
# The host is passed on with its port; what is sent is small; the names are those of the compose file, which stay.
MEANT = "host_spoofing,proxy_buffering_off,stale_dns_cache"
LINTERS = ROOT / ".deployment" / ".venv" / "bin"
LINTS = {
    "hadolint": ("hadolint", "Containerfile"),
    "compose": ("check-jsonschema", "--builtin-schema", "vendor.compose-spec", "compose.yaml"),
    "kubernetes": ("kubernetes-validate", "--strict", "kubernetes.yaml"),
    "yamllint": ("yamllint", "--strict", "-d", STYLE, "compose.yaml", "kubernetes.yaml"),
    "gixy": ("gixy", "--skips", MEANT, "nginx.conf"),
}


@pytest.mark.skipif(not LINTERS.exists(), reason="without .deployment/.venv: see above how it is made")
@pytest.mark.parametrize("linter", LINTS)
def test_a_linter_has_nothing_to_say(linter):
    program, *given = LINTS[linter]
    done = subprocess.run([LINTERS / program, *given], cwd=FOLDER, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
