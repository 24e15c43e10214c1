"""What schemathesis is told beside its settings: how bytes of an upload are written."""

import schemathesis


@schemathesis.serializer("application/offset+octet-stream")
def octets(context, value):
    """Bytes as they are; text, which stands for them in the document, as UTF-8."""
    return value if isinstance(value, bytes) else str(value).encode(errors="surrogatepass")
