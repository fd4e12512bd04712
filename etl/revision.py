"""Which code this is: the commit where there is one, else what its files come to, alike wherever they are the same."""

import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
RUNS: Final = ("data", "etl", "pages", "queries")  # the folders whose files are run, beside dashboard.py
ENDINGS: Final = {".py", ".sql", ".toml", ".css", ".js", ".md"}
LONG: Final = 12  # letters of a hash, as of a commit: two of the same project never agree in so many


def revision(root: Path = ROOT) -> str:
    """Name the code.

    Parameters
    ----------
    root
        The folder of the repository, or of a copy of its files.

    Returns
    -------
    str
        The commit with its date, and whether files differ from it; without one the hash of the files.
    """
    commit = _git(root, "log", "-1", f"--abbrev={LONG}", "--format=%h of %cs")
    if not (root / ".git").exists() or not commit:
        return f"files {_files(root)}"
    changed = _git(root, "status", "--porcelain", "--untracked-files=no")
    return f"commit {commit}{', with changes' if changed else ''}"


def _git(root: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)
    except OSError:  # there is no git on this machine
        return ""
    return done.stdout.strip()


def _files(root: Path) -> str:
    paths = [path for folder in RUNS for path in (root / folder).rglob("*") if path.suffix in ENDINGS]
    read = sha256()
    for path in sorted([root / "dashboard.py", *paths]):
        read.update(f"{path.relative_to(root).as_posix()}\0".encode())
        read.update(path.read_bytes())
    return read.hexdigest()[:LONG]
