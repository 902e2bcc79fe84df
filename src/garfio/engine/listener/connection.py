"""One TCP connection: bytes in, whole requests to the store, and the answer only when the store says that
it holds them.

Requests of a connection are taken one after another; while one is being stored, what follows waits in the
buffer, and beyond a limit in the sender. Deadlines are checked by the server's sweep, not by a timer for
each connection.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from garfio.core.capture import Arrival
from garfio.core.headers import decode_value
from garfio.core.http import Request
from garfio.core.relayed import Relayed
from garfio.core.reply import NOT_STORED, Reply
from garfio.core.scripted_reply import Script
from garfio.core.wire import HEAD_LIMIT, ChunkedBody, Head, Refusal, parse_head, unfinished_fault
from garfio.engine.listener.body import BodySink
from garfio.engine.listener.port import address_text
from garfio.engine.listener.scripts import Due, reset
from garfio.engine.store.captures import ARRIVALS
from garfio.engine.store.database import Trouble

if TYPE_CHECKING:
    from garfio.engine.listener.server import ListenerServer

HEAD_LIMIT_S = 20.0
"""Seconds for a whole head."""
BODY_IDLE_S = 30.0
"""Seconds without a byte inside a body."""
KEEP_ALIVE_S = 75.0
"""Seconds that an idle connection stays open."""
RAW_LIMIT = 64 * 1024
"""Bytes that are kept of a refused message."""
_LINGER_S = 2.0
"""Seconds to take and drop what a refused sender still sends, so that it can read why."""
_BUFFER_LIMIT = 256 * 1024
_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


class Connection(asyncio.Protocol):
    """One sender. `_step` is what the next bytes are for; a step says whether another can follow at once."""

    def __init__(self, server: ListenerServer) -> None:
        self.deadline = 0.0
        """Monotonic time at which the sweep calls `expire`."""
        self._server = server
        self._transport: asyncio.Transport | None = None
        self._buffer = bytearray()
        self._step: Callable[[], bool] = self._take_head
        self._peer = ""
        self._head: Head | None = None
        self._received_at_us = 0
        self._completed_ns = 0
        self._chunks: ChunkedBody | None = None
        self._sink: BodySink | None = None
        self._reply = Reply()
        self._later: Callable[[int], Coroutine[Any, Any, None]] | None = None
        """Answers a request that gets no ordinary reply, once it is stored."""
        self._paused = False
        self._ended = False

    # --- asyncio.Protocol

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A sender has connected."""
        self._transport = cast("asyncio.Transport", transport)
        self._peer = address_text(transport.get_extra_info("peername"))
        self.deadline = time.monotonic() + HEAD_LIMIT_S
        self._server.admit(self)

    def data_received(self, data: bytes) -> None:
        """Bytes have come."""
        # Empty lines before a request, and what a refused sender still sends, begin nothing.
        if len(self._buffer) < 2 and self._step == self._take_head and data.strip(b"\r\n"):
            self._received_at_us = time.time_ns() // 1000
            self.deadline = time.monotonic() + HEAD_LIMIT_S
        self._buffer += data
        self._run()
        if len(self._buffer) > _BUFFER_LIMIT and self._step == self._wait:
            self._press(True)

    def eof_received(self) -> bool:
        """The sender has finished sending but may still read: an answer that is due keeps the transport open."""
        self._ended = True
        if self._step == self._wait:
            return True
        self._break_off()
        return False

    def connection_lost(self, error: Exception | None) -> None:  # noqa: ARG002 - asyncio's signature
        """The connection is gone."""
        self._transport = None
        self._server.dismiss(self)
        if self._step != self._wait:
            self._break_off()

    # --- for the server

    @property
    def storing(self) -> bool:
        """True while an answer is owed."""
        return self._step == self._wait

    @property
    def receiving(self) -> bool:
        """True inside a request."""
        return self._head is not None or bool(self._buffer)

    def expire(self) -> None:
        """The deadline has passed."""
        if self._step == self._take_head and self._buffer:
            self.refuse(Refusal("head_timeout"))
        elif self._step in (self._take_body, self._take_chunks):
            self._break_off(408)
        elif self._step == self._wait:
            self.deadline = time.monotonic() + KEEP_ALIVE_S
        else:
            self.close()

    def close(self) -> None:
        """End the connection now, or as soon as the answer that it is owed has been written."""
        self._ended = True
        if self._transport is None or self._step == self._wait:
            return
        if self._step == self._drop:
            self._transport.abort()
        else:
            self._transport.close()

    def abort(self) -> None:
        """End the connection at once, whatever it is owed."""
        if self._transport is not None:
            self._transport.abort()

    def refuse(self, refusal: Refusal) -> None:
        """Keep the first bytes of the message with the reason, say why, and take no more."""
        raw = bytes(self._buffer[:RAW_LIMIT])
        if self._head is not None:
            body = self._sink.beginning() if self._sink else b""
            framing = bytes(self._chunks.framing) if self._chunks else None
            raw = Request(self._head.raw, body, framing).to_bytes() + raw
        if self._sink is not None:
            self._sink.discard()
        at_us = self._received_at_us or time.time_ns() // 1000
        self._server.refusals.add(refusal, raw[:RAW_LIMIT], self._peer, at_us)
        self._leave(Reply(refusal.status, f"{refusal.sentence}\n".encode()))

    # --- steps

    def _run(self) -> None:
        while self._step():
            pass

    def _take_head(self) -> bool:
        buffer = self._buffer
        while buffer[:2] == b"\r\n":
            del buffer[:2]
        if not buffer:
            return False
        end = buffer.find(b"\r\n\r\n")
        if end < 0 or end > HEAD_LIMIT:
            if code := unfinished_fault(buffer):
                self.refuse(Refusal(code))
            return False
        head = parse_head(bytes(buffer[: end + 4]))
        if isinstance(head, Refusal):
            self.refuse(head)
            return False
        del buffer[: end + 4]
        self._head = head
        if self._server.is_self_check(head):
            self._answer(Reply())
        return bool(self._buffer) if self._head is None else self._begin_body(head)

    def _begin_body(self, head: Head) -> bool:
        if head.length > self._server.body_limit:
            self.refuse(Refusal("body_too_large"))
            return False
        if head.expects_continue and not self._buffer and self._transport:
            self._transport.write(_CONTINUE)
        self._sink = BodySink(self._server.writer, self._press)
        self.deadline = time.monotonic() + BODY_IDLE_S
        self._chunks = ChunkedBody() if head.chunked else None
        self._step = self._take_chunks if head.chunked else self._take_body
        return True

    def _take_body(self) -> bool:
        assert self._head is not None
        assert self._sink is not None
        missing = self._head.length - self._sink.size
        if missing and self._buffer:
            piece = bytes(self._buffer[:missing])
            del self._buffer[: len(piece)]
            self._sink.feed(piece)
            missing -= len(piece)
            self.deadline = time.monotonic() + BODY_IDLE_S
        if missing:
            return False
        self._complete()
        return False

    def _take_chunks(self) -> bool:
        assert self._chunks is not None
        assert self._sink is not None
        piece = self._chunks.feed(self._buffer)
        if isinstance(piece, Refusal):
            self.refuse(piece)
            return False
        self._sink.feed(piece)
        self.deadline = time.monotonic() + BODY_IDLE_S
        if self._sink.size > self._server.body_limit:
            self.refuse(Refusal("body_too_large"))
        elif self._chunks.finished:
            self._complete()
        return False

    def _wait(self) -> bool:
        return False

    def _drop(self) -> bool:
        self._buffer.clear()
        return False

    # --- the end of a request

    def _complete(self) -> None:
        """The request is whole: store it, then answer."""
        assert self._sink is not None
        self._completed_ns = time.monotonic_ns()
        self._step = self._wait
        self._sink.finish(self._store)

    def _store(self) -> None:
        assert self._sink is not None
        assert self._head is not None
        if self._sink.failure is not None:
            self._stored(0, self._sink.failure)
            return
        body = self._sink.in_memory() if self._sink.key is None else b""
        self._reply, handshake = self._server.reply_to(self._head, body)
        script = None if handshake else self._server.scripts.find(self._head)
        if script is not None:
            self._server.spawn(self._store_scripted(script, body), "reply-choice")
            return
        arrival = self._arrival(self._reply.status, handshake=handshake)
        relay = self._server.relay
        if relay and not handshake and (forward := relay.find(self._head)):
            self._later = partial(relay.answer, forward, self._finish)
            arrival = arrival._replace(reply_status=0, relayed=forward.place)
        self._server.writer.submit(ARRIVALS, arrival, self._stored)

    async def _store_scripted(self, script: Script, body: bytes) -> None:
        """Find out which reply on purpose is due, then store as ever."""
        assert self._sink is not None
        assert self._head is not None
        if self._sink.key is not None and script.require_valid:
            body = await self._server.body_of(self._sink.key)
        due = await self._server.scripts.due(script, Request(self._head.raw, body))
        self._later = partial(self._answer_scripted, due)
        self._server.writer.submit(ARRIVALS, self._arrival(due.status), self._stored)

    def _arrival(self, reply_status: int, *, complete: bool = True, handshake: bool = False) -> Arrival:
        assert self._head is not None
        sink, chunks = self._sink, self._chunks
        return Arrival(
            request=Request(
                self._head.raw,
                sink.in_memory() if sink and sink.key is None else b"",
                bytes(chunks.framing) if chunks else None,
            ),
            received_at_us=self._received_at_us,
            peer=self._peer,
            reply_status=reply_status,
            complete=complete,
            content_type=decode_value(self._head.content_type),
            body_key=sink.key if sink else None,
            size=sink.size if sink else 0,
            handshake=handshake,
        )

    def _stored(self, capture: int, failure: Trouble | BaseException | None) -> None:
        """The store has spoken: the row is durable, or cannot be."""
        if failure is not None:
            if self._sink is not None:
                self._sink.discard()
            self._leave(NOT_STORED)
            return
        later, self._later = self._later, None
        if later is None:
            self._finish(capture, self._reply)
        else:
            self._server.stored(capture)
            self._server.spawn(later(capture), "reply")

    async def _answer_scripted(self, due: Due, capture: int) -> None:
        """Answer on purpose: later, in small pieces, or by breaking off."""
        reply = await self._server.scripts.reply(due, capture)
        if due.step.fault == "drip":
            await self._server.scripts.drip(reply.encode(keep_alive=False), due.step.delay_s, self._write)
        else:
            await self._server.scripts.pause(due.step.delay_s)
        if due.step.fault == "reset" and self._transport is not None:
            reset(self._transport)
        self._finish(capture, reply, scripted=due.step.fault or "whole")

    def _write(self, data: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(data)

    def _finish(self, capture: int, reply: Reply | Relayed, *, scripted: str = "") -> None:
        """Answer, unless it has dripped out already, and go on."""
        delivered = self._transport is not None and not self._transport.is_closing()
        self._answer(reply, written=scripted == "drip")
        elapsed_us = (time.monotonic_ns() - self._completed_ns) // 1000
        self._server.answered(capture, reply.status if delivered else 0, elapsed_us)
        if not scripted:
            self._server.stored(capture)
        self._run()
        if self._ended and self._step != self._wait:
            self._break_off()

    def _answer(self, reply: Reply | Relayed, *, written: bool = False) -> None:
        """Write the answer and make ready for the next request, or end."""
        head = self._head
        assert head is not None
        keep = not written and head.keep_alive and not self._server.stopping and head.method != b"CONNECT"
        if self._ended and not self._buffer.strip(b"\r\n"):
            keep = False
        self._head = self._sink = self._chunks = None
        self._step = self._take_head
        self.deadline = time.monotonic() + KEEP_ALIVE_S
        self._received_at_us = time.time_ns() // 1000
        if self._transport is None:
            return
        if not written:
            self._write(self._server.encoded(reply, keep_alive=keep, with_body=head.method != b"HEAD"))
        self._press(False)
        if not keep:
            self._buffer.clear()
            self._step = self._drop
            self.deadline = time.monotonic() + _LINGER_S
            self._transport.close()

    def _leave(self, reply: Reply) -> None:
        """Write a last answer, then take and drop what still comes until the sender closes or the time is
        over."""
        self._head = self._chunks = self._sink = None
        self._buffer.clear()
        self._step = self._drop
        self.deadline = time.monotonic() + _LINGER_S
        if self._transport is None or self._transport.is_closing():
            return
        self._press(False)
        self._transport.write(reply.encode(keep_alive=False))
        if self._transport.can_write_eof():
            self._transport.write_eof()

    def _break_off(self, status: int = 0) -> None:
        """The sender stopped inside a request: keep what came, marked as incomplete."""
        if self._head is not None:
            self._keep_incomplete(status)
        elif self._step == self._take_head and self._buffer:
            self.refuse(Refusal("head_incomplete"))
            return
        if status:
            self._leave(Reply(status, b"The rest of the body did not arrive in time.\n"))
        elif self._step != self._drop:
            self._head = self._sink = self._chunks = None
            self._step = self._drop
            self.close()

    def _keep_incomplete(self, status: int) -> None:
        sink = self._sink
        assert sink is not None
        arrival = self._arrival(status, complete=False)

        def store() -> None:
            if sink.failure is None:
                kept = arrival._replace(body_key=sink.key)
                self._server.writer.submit(ARRIVALS, kept, self._server.noted)
            else:
                sink.discard()

        sink.finish(store)

    def _press(self, wait: bool) -> None:
        """Stop or resume reading from the sender."""
        if self._transport is None or self._paused == wait or self._transport.is_closing():
            return
        self._paused = wait
        press = self._transport.pause_reading if wait else self._transport.resume_reading
        press()
