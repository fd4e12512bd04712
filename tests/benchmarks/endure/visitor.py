"""A visitor without a browser: a connection that opens pages by their addresses, and sends a file as a browser does."""

import asyncio
import time
import urllib.request
from http.cookies import SimpleCookie
from typing import NamedTuple

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

BOUNDARY = "endure"
SLOWEST = 120  # seconds until a page that does not end counts as lost


class Seen(NamedTuple):
    """What came of one run of a page: seconds, errors shown, texts shown, and the widget that takes a file."""

    seconds: float
    errors: list[str]
    texts: list[str]
    uploader: str


class Visitor:
    """One connection, and what it learned of its session."""

    def __init__(self, socket) -> None:
        self._socket, self._session = socket, ""

    async def open(self, address: str, widgets=()) -> Seen:
        """Open a page by its address, with the states of widgets, and wait until its script has ended."""
        message = asking(address, widgets)
        began = time.perf_counter()
        await self._socket.send(message)
        async with asyncio.timeout(SLOWEST):
            return await self._seen(began)

    async def _seen(self, began: float) -> Seen:
        errors, texts, uploader = [], [], ""
        async for received in self._socket:
            answer = ForwardMsg.FromString(received)
            kind = answer.WhichOneof("type")
            if kind == "new_session":
                self._session = answer.new_session.initialize.session_id
            elif kind == "delta":
                element = answer.delta.new_element
                part = element.WhichOneof("type")
                errors += [element.exception.message] if part == "exception" else []
                texts += [element.alert.body] if part == "alert" else []
                texts += [element.markdown.body] if part == "markdown" else []
                texts += [element.html.body] if part == "html" else []
                uploader = element.file_uploader.id if part == "file_uploader" else uploader
            elif kind == "script_finished":
                return Seen(time.perf_counter() - began, errors, texts, uploader)
        raise ConnectionError("closed before the page ended")

    async def send_file(self, server: str, name: str, data: bytes) -> tuple[int, Seen]:
        """Open the page of own figures, send a file, and let the page read it; the status of the answer to the file."""
        uploader = (await self.open("/upload")).uploader
        message = BackMsg()
        message.file_urls_request.request_id = "one"
        message.file_urls_request.session_id = self._session
        message.file_urls_request.file_names.append(name)
        await self._socket.send(message.SerializeToString())
        async for received in self._socket:
            answer = ForwardMsg.FromString(received)
            if answer.WhichOneof("type") == "file_urls_response":
                urls = answer.file_urls_response.file_urls[0]
                break
        status = await asyncio.to_thread(put, server, urls.upload_url, name, data)
        state = BackMsg().rerun_script.widget_states.widgets.add()
        state.id = uploader
        info = state.file_uploader_state_value.uploaded_file_info.add()
        info.file_id, info.name, info.size = urls.file_id, name, len(data)
        info.file_urls.CopyFrom(urls)
        return status, await self.open("/upload", [state])


def asking(address: str, widgets=()) -> bytes:
    """Write the message by which a browser asks for a page."""
    message = BackMsg()
    message.rerun_script.page_name, _, message.rerun_script.query_string = address.lstrip("/").partition("?")
    message.rerun_script.widget_states.widgets.extend(widgets)
    return message.SerializeToString()


def put(server: str, path: str, name: str, data: bytes) -> int:
    """Send the bytes of a file as a browser does, with the cookie against forgery, and return the status."""
    with urllib.request.urlopen(f"{server}/_stcore/health") as answer:
        cookies = SimpleCookie(answer.headers.get("set-cookie", ""))
    token = cookies["_streamlit_xsrf"].value if "_streamlit_xsrf" in cookies else ""
    body = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    ).encode() + data + f"\r\n--{BOUNDARY}--\r\n".encode()  # fmt: skip
    headers = {
        "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        "Cookie": f"_streamlit_xsrf={token}", "X-Xsrftoken": token,
    }  # fmt: skip
    request = urllib.request.Request(server + "/" + path.lstrip("/"), data=body, headers=headers, method="PUT")
    try:
        with urllib.request.urlopen(request, timeout=SLOWEST) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code


def connected(server: str, **headers: str):
    """Connect as a browser on a page of the server does, with headers of a proxy."""
    return connect(
        f"ws{server.removeprefix('http')}/_stcore/stream", max_size=None, subprotocols=["streamlit"], origin=server,
        ping_timeout=SLOWEST, open_timeout=SLOWEST, additional_headers=headers,
    )  # fmt: skip
