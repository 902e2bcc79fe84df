"""Endpoints, secrets and schemes in memory, with the real checks over the captures of a workspace in memory."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Mapping
from dataclasses import replace

from garfio.core.capture import Capture, CaptureId, CaptureSummary
from garfio.core.endpoint import Endpoint, SecretRecord, checked_endpoint, record_of
from garfio.core.errors import AppError
from garfio.core.signature import CATALOG, Finding, Provider, Secret, Verification
from garfio.engine.looker import Progress
from garfio.engine.signal import Signal
from garfio.engine.store.endpoints import read_scheme
from garfio.engine.store.looks import Delivery
from garfio.engine.verification import (
    Case,
    Plan,
    examine,
    examine_handler,
    findings,
    judge,
    open_case,
)


class MemoryEndpoints:
    """What the window asks of a workspace's endpoints."""

    def __init__(self, captures: Callable[[], Mapping[CaptureId, Capture]]) -> None:
        self.changed: Signal[None] = Signal()
        self.recheck_progressed: Signal[Progress] = Signal()
        self.trouble_changed: Signal[AppError | None] = Signal()
        self.no_keychain = False
        self.store = "keychain"
        self.allowed: set[str] = set()
        self._captures = captures
        self._endpoints: dict[str, Endpoint] = {}
        self._records: dict[str, SecretRecord] = {}
        self._values: dict[str, Secret] = {}
        self._schemes: dict[str, Provider] = {}
        self._ids = itertools.count(1)

    async def allow_keys(self, provider: str) -> None:
        await asyncio.sleep(0)
        self.allowed.add(provider)

    async def forbid_keys(self, provider: str) -> None:
        await asyncio.sleep(0)
        self.allowed.discard(provider)

    async def key_consents(self) -> frozenset[str]:
        await asyncio.sleep(0)
        return frozenset(self.allowed)

    async def all(self) -> list[Endpoint]:
        await asyncio.sleep(0)
        return list(self._endpoints.values())

    async def add(self, endpoint: Endpoint) -> None:
        await asyncio.sleep(0)
        endpoint = checked_endpoint(endpoint)
        if endpoint.path in self._endpoints:
            raise AppError("endpoint.taken", "There is one.", path=endpoint.path)
        self._endpoints[endpoint.path] = endpoint
        self.changed.emit(None)

    async def change(self, path: str, endpoint: Endpoint) -> None:
        await asyncio.sleep(0)
        endpoint = checked_endpoint(endpoint)
        del self._endpoints[path]
        self._endpoints[endpoint.path] = endpoint
        for record in list(self._records.values()):
            if record.owner == path:
                self._records[record.id] = replace(record, owner=endpoint.path)
        self.changed.emit(None)

    async def remove(self, path: str) -> None:
        await asyncio.sleep(0)
        del self._endpoints[path]
        for record in [record for record in self._records.values() if record.owner == path]:
            del self._records[record.id], self._values[record.id]
        self.changed.emit(None)

    async def secrets(self, owner: str | None = None) -> list[SecretRecord]:
        await asyncio.sleep(0)
        return [record for record in self._records.values() if owner is None or record.owner == owner]

    async def check_store(self) -> None:
        await asyncio.sleep(0)
        if self.no_keychain and self.store == "keychain":
            raise AppError("secrets.no-keychain", "This system has no keychain to keep secrets in.")

    async def add_secret(self, owner: str, secret: Secret) -> SecretRecord:
        await self.check_store()
        record = record_of(secret, str(next(self._ids)), owner, 0)
        self._records[record.id], self._values[record.id] = record, secret
        self.changed.emit(None)
        return record

    async def change_secret(
        self, identifier: str, secret: Secret, *, keep_value: bool = False
    ) -> SecretRecord:
        await asyncio.sleep(0)
        if keep_value:
            secret = replace(secret, value=self._values[identifier].value)
        record = record_of(secret, identifier, self._records[identifier].owner, 0)
        self._records[identifier], self._values[identifier] = record, secret
        self.changed.emit(None)
        return record

    async def remove_secret(self, identifier: str) -> None:
        await asyncio.sleep(0)
        del self._records[identifier], self._values[identifier]
        self.changed.emit(None)

    async def is_available(self, record: SecretRecord) -> bool:
        await asyncio.sleep(0)
        return record.id in self._values

    async def schemes(self) -> list[Provider]:
        await asyncio.sleep(0)
        return list(self._schemes.values())

    async def save_scheme(self, values: Mapping[str, object]) -> Provider:
        await asyncio.sleep(0)
        made = read_scheme(values)
        if made.id in CATALOG:
            raise AppError("scheme.taken", "It is taken.", id=made.id)
        self._schemes[made.id] = made
        self.changed.emit(None)
        return made

    async def remove_scheme(self, identifier: str) -> None:
        await asyncio.sleep(0)
        del self._schemes[identifier]
        self.changed.emit(None)

    async def preview_scheme(
        self, values: Mapping[str, object], capture: CaptureId, secret: str = ""
    ) -> Verification:
        await asyncio.sleep(0)
        scheme, case = read_scheme(values), self._case(capture)
        secrets = (Secret(secret),) if secret else case.secrets
        return judge(replace(case, provider=scheme, secrets=secrets))

    async def verification(self, capture: CaptureId, *, diagnosed: bool = True) -> Verification:
        await asyncio.sleep(0)
        case = self._case(capture)
        return examine(case, self._plan().others(case.endpoint)) if diagnosed else judge(case)

    async def check_handler(
        self, capture: CaptureId, computed: str = "", body: bytes | None = None
    ) -> tuple[Finding, ...]:
        await asyncio.sleep(0)
        return examine_handler(self._case(capture), computed, body)

    async def delivery(self, row: CaptureSummary) -> Delivery:
        await asyncio.sleep(0)
        if not row.delivery_id:
            return Delivery()
        same = sorted(
            (number, capture.request.body)
            for number, capture in self._captures().items()
            if capture.summary.delivery_id == row.delivery_id
        )
        at = [number for number, _ in same].index(row.id)
        return Delivery(at + 1, len(same), at > 0 and same[at - 1][1] != same[at][1])

    def look(self, capture: Capture) -> CaptureSummary:
        """The row of a capture as it is after the listener has looked at it."""
        case = self._opened(capture)
        found = findings(case, judge(case))
        row = capture.summary
        return replace(
            row,
            provider=found.provider,
            event_type=found.event_type,
            delivery_id=found.delivery_id,
            verdict=found.verdict,
        )

    def _plan(self) -> Plan:
        secrets: dict[str, tuple[Secret, ...]] = {}
        for record in self._records.values():
            secrets[record.owner] = (*secrets.get(record.owner, ()), self._values[record.id])
        return Plan(tuple(self._endpoints.values()), dict(self._schemes), secrets)

    def _case(self, capture: CaptureId) -> Case:
        found = self._captures().get(capture)
        if found is None:
            raise AppError("capture.missing", "This capture is no longer there.")
        return self._opened(found)

    def _opened(self, capture: Capture) -> Case:
        at_unix = capture.summary.received_at_us / 1e6
        return open_case(capture.request, self._plan(), at_unix, complete=capture.summary.complete)
