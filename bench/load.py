"""A small load generator: keep-alive connections on loopback, a bounded time, whole answers read and checked."""

import socket
import threading
import time


class Connection:
    """One reader's connection that asks for the same page again and again."""

    def __init__(self, port: int, path: str) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()

    def ask(self) -> tuple[int, int]:
        """Return (status, bytes of the body) of one answer."""
        self.socket.sendall(self.request)
        data = b""
        while (end := data.find(b"\r\n\r\n")) < 0:
            data += self._receive()
        head = data[:end].decode("latin-1").lower()
        length = int(head.split("content-length:")[1].split("\r\n")[0])
        left = length - (len(data) - end - 4)
        while left > 0:
            left -= len(self._receive())
        return int(head.split(" ")[1]), length

    def _receive(self) -> bytes:
        chunk = self.socket.recv(262_144)
        if not chunk:
            raise ConnectionError("the server hung up")
        return chunk


def rate(port: int, path: str, *, seconds: float, connections: int) -> float:
    """Return how many answers a second `connections` readers get from `path`, each asking as soon as it has one."""
    counts = [0] * connections
    failures: list[BaseException] = []
    start = time.perf_counter()
    end = start + seconds

    def read(number: int) -> None:
        try:
            connection = Connection(port, path)
            while time.perf_counter() < end:
                status, _ = connection.ask()
                if status != 200:
                    raise ConnectionError(f"{path} answered {status}")
                counts[number] += 1
            connection.socket.close()
        except (OSError, ConnectionError, IndexError, ValueError) as problem:
            failures.append(problem)

    readers = [threading.Thread(target=read, args=(number,)) for number in range(connections)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    if failures:
        raise failures[0]
    return sum(counts) / (time.perf_counter() - start)
