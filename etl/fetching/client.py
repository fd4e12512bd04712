"""One file or one answer at a time, from one host, verified before it is used."""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests

from etl.errors import NotFetched
from etl.fetching.looks import refuse_what_it_is_not
from etl.fetching.manners import Manners, session
from etl.fetching.progress import Bar
from etl.manifest import hash_of

REDIRECTS = (301, 302, 303, 307, 308)  # answers that name another address, where it is to be asked for
MOST_REDIRECTS = 3  # within one host; more are a circle
CHUNK = 16_384  # bytes between one look at the clock and the next
PART = ".part"


class Client:
    """Asks publishers, with manners.

    Parameters
    ----------
    manners
        How often and how patiently.
    """

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._session = session(manners)
        self._asked = False

    def close(self) -> None:
        """Close what is open."""
        self._session.close()

    def json(self, address: str) -> Any:
        """Ask for JSON.

        Raises
        ------
        NotFetched
            Naming the address and what came.
        """
        with self._answer(address, {}) as answer:
            try:
                return answer.json()
            except requests.RequestException as error:
                raise NotFetched(f"{address}: what came is not the JSON that is expected there") from error

    def download(self, address: str, path: Path, *, sha256: str = "", tag: str = "") -> str | None:
        """Fetch a file into its place, whole and verified or not at all; what has come of it is kept for the next time.

        Parameters
        ----------
        address, path
            From where, to where.
        sha256
            Of its bytes, where known: then a part is gone on with.
        tag
            Of the version that is there already (an ETag); then nothing comes if it is still the same.

        Returns
        -------
        str or None
            The tag of what came, empty where the server gives none; None if nothing new is there.

        Raises
        ------
        NotFetched
            Naming the file and what happened; `path` is as it was.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + PART)
        answer = self._fill(address, part, tag, goes_on=bool(sha256))
        if answer is None:
            return None
        try:
            refuse_what_it_is_not(part, path.suffix, answer["content-type"])
            _refuse_other_bytes(part, sha256)
        except NotFetched as error:
            part.unlink()
            raise NotFetched(f"{path.name}: {error} ({address})") from error
        os.replace(part, path)
        return answer["etag"]

    def _fill(self, address: str, part: Path, tag: str, *, goes_on: bool) -> dict[str, str] | None:
        """Write all that an address gives into a part; None if nothing new is there.

        It goes on where it was cut off only where the hash of the whole is known: else it could be of another version.
        """
        for tried in range(1, self._manners.tries + 1):
            if not goes_on:
                part.unlink(missing_ok=True)
            have = part.stat().st_size if part.exists() else 0
            headers = {"Range": f"bytes={have}-"} if have else {"If-None-Match": tag} if tag else {}
            with self._answer(address, headers) as answer:
                if answer.status_code == 304:
                    return None
                if answer.status_code == 416:  # more than there is: what is kept is of something else
                    part.unlink()
                elif self._write(answer, part, have):
                    return {name: answer.headers.get(name, "") for name in ("content-type", "etag")}
            time.sleep(self._manners.backoff * tried)
        kept = f", {part.stat().st_size:,} bytes of it are kept" if goes_on and part.exists() else ""
        raise NotFetched(f"{address}: cut off {self._manners.tries} times{kept}; run this again")

    def _write(self, answer: requests.Response, part: Path, have: int) -> bool:
        """Add what comes to a part; say whether all came."""
        goes_on = answer.headers.get("content-range", "").startswith(f"bytes {have}-")
        done = have if answer.status_code == 206 and goes_on else 0
        bar = Bar(part.name.removesuffix(PART), done + int(answer.headers.get("content-length", 0)))
        late = time.monotonic() + self._manners.longest
        try:
            with part.open("ab" if done else "wb") as file:
                for chunk in answer.iter_content(CHUNK):
                    done += file.write(chunk)
                    bar.at(done)
                    if time.monotonic() > late:
                        raise NotFetched(
                            f"{answer.url}: took longer than {self._manners.longest:.0f} s; run this again"
                        )
        except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError):
            return False
        finally:
            bar.end()
        return True

    @contextlib.contextmanager
    def _answer(self, address: str, headers: dict[str, str]) -> Iterator[requests.Response]:
        """Ask once; redirects within the host are followed, others refused."""
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._ask(address, headers)
            if answer.status_code not in REDIRECTS:
                break
            answer.close()
            address = _within_host(address, answer.headers.get("location", ""))
        with contextlib.closing(answer):
            if answer.status_code not in (200, 206, 304, 416):
                said = f"{answer.status_code} {answer.reason}"
                raise NotFetched(f"{address}: the server answers {said}; {_what_to_do(answer.status_code)}")
            yield answer

    def _ask(self, address: str, headers: dict[str, str]) -> requests.Response:
        if self._asked:
            time.sleep(self._manners.pause)
        self._asked = True
        try:
            return self._session.get(
                address, headers=headers, stream=True, allow_redirects=False, timeout=self._manners.quiet
            )
        except NotFetched as error:
            raise NotFetched(f"{address}: {error}") from error
        except requests.RequestException as error:
            raise NotFetched(f"{address}: {self._reason(error)}; run this again later") from error

    def _reason(self, error: BaseException) -> str:
        """Say in few words what a library says in many: the last of what is behind it."""
        if "timed out" in str(error):
            return f"no answer within {self._manners.quiet:g} s"
        while error.__cause__ or error.__context__:
            error = error.__cause__ or error.__context__ or error
        return f"cannot be reached ({str(error).rpartition(': ')[2][:80] or type(error).__name__})"


def _what_to_do(status: int) -> str:
    gone = "if it is gone for good, see “How to keep it fresh” in README.md"
    return gone if status in (403, 404, 410) else "run this again later"


def _within_host(address: str, location: str) -> str:
    to = urljoin(address, location)
    if urlsplit(to)[:2] != urlsplit(address)[:2]:
        elsewhere = urlsplit(to).netloc or "nowhere"
        raise NotFetched(f"{address}: sends us on to another host, {elsewhere}; not followed")
    return to


def _refuse_other_bytes(part: Path, sha256: str) -> None:
    found = hash_of(part.read_bytes())
    if sha256 and found != sha256:
        raise NotFetched(f"its SHA-256 is {found[:12]}… where data/sources.toml says {sha256[:12]}…; not kept")
