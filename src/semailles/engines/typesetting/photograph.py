"""A photograph inside a drawing, so that it travels with the words of a book: the typesetter opens no file beside its templates."""

import io
from base64 import b64encode

from PIL import Image

_KINDS = {"JPEG": "image/jpeg", "PNG": "image/png"}


def photograph_svg(content: bytes) -> str:
    """As large as its points; "" when it is neither a JPEG nor a PNG."""
    with Image.open(io.BytesIO(content)) as picture:
        (width, height), kind = picture.size, _KINDS.get(picture.format or "")
    if kind is None:
        return ""
    address = f"data:{kind};base64,{b64encode(content).decode()}"
    frame = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {frame}><image width="{width}" height="{height}" href="{address}"/></svg>'
