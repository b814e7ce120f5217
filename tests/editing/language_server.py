"""yaml-language-server as an editor talks to it: JSON-RPC over its standard input and output."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SETTINGS = {
    "yaml": {
        "schemaStore": {"enable": False, "url": ""},  # else it asks a server on the network
        "validate": True,
        "hover": True,
        "completion": True,
    }
}


class Editor:
    """An editor that has started the server for the project at `root`."""

    def __init__(self, server: subprocess.Popen[bytes], root: Path) -> None:
        self._server, self._asked = server, 0
        self._told: dict[str, list[dict[str, Any]]] = {}
        self._ask("initialize", {"processId": None, "rootUri": root.as_uri(), **_ABILITIES})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def open(self, path: Path) -> list[dict[str, Any]]:
        """Open a file; what is underlined in it."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1}
        opened = document | {"text": path.read_text("utf-8")}
        self._tell("textDocument/didOpen", {"textDocument": opened})
        while path.as_uri() not in self._told:
            self._listen()
        return self._told[path.as_uri()]

    def completed(self, path: Path, line: int, column: int) -> set[str]:
        """What may stand at a place, counted from 0."""
        found = self._ask("textDocument/completion", _at(path, line, column))
        return {one["label"] for one in found["items"]}

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is said of the words at a place, counted from 0."""
        found = self._ask("textDocument/hover", _at(path, line, column))
        return str(found["contents"]["value"]) if found else ""

    def _ask(self, method: str, parameters: dict[str, Any]) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": parameters})
        while (answer := self._listen()).get("id") != self._asked or "method" in answer:
            pass
        return answer["result"]

    def _tell(self, method: str, parameters: dict[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._server.stdin
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _listen(self) -> dict[str, Any]:
        """The next message; what the server asks back is answered on the way."""
        assert self._server.stdout
        length = 0
        while (header := self._server.stdout.readline()).strip():
            if header.lower().startswith(b"content-length:"):
                length = int(header.partition(b":")[2])
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self._server.stdout.read(length))
        method, parameters = message.get("method"), message.get("params")
        if method == "textDocument/publishDiagnostics" and parameters:
            self._told[parameters["uri"]] = parameters["diagnostics"]
        elif method == "workspace/configuration" and parameters:
            sections = (one.get("section", "").partition(".") for one in parameters["items"])
            answer = [SETTINGS.get(first, {}) for first, _, _ in sections]
            self._send({"id": message["id"], "result": answer})
        elif method and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message


_ABILITIES = {
    "capabilities": {
        "workspace": {"configuration": True},
        "textDocument": {
            "completion": {"completionItem": {"snippetSupport": True}},
            "hover": {"contentFormat": ["markdown"]},
        },
    }
}


def _at(path: Path, line: int, column: int) -> dict[str, Any]:
    position = {"line": line, "character": column}
    return {"textDocument": {"uri": path.as_uri()}, "position": position}


@contextmanager
def editor(command: list[str], root: Path) -> Iterator[Editor]:
    """An editor at work on `root`; its server ends with the block."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as server:
        try:
            yield Editor(server, root)
        finally:
            server.kill()
