"""Files in one ZIP."""

import io
import zipfile
from collections.abc import Mapping


def zipped(files: Mapping[str, bytes | str], *, stored: str = "") -> bytes:
    """Put files into a ZIP.

    Parameters
    ----------
    files
        By name, in order; a text is written as UTF-8.
    stored
        The one file that is not compressed, if any: formats that are ZIPs begin with one that says which they are.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content, zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED)
    return packed.getvalue()
