"""Endpoints with their secrets and schemes as others see and change them, and the check of one capture in full.

The listener's process does the checking of what arrives; it hears of changes through the database, and of secrets
that only memory keeps through its pipe.
"""

from __future__ import annotations

import asyncio
import secrets as random
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import apsw

from garfio.core.capture import Capture, CaptureId, CaptureSummary
from garfio.core.endpoint import Endpoint, SecretRecord, check_secret, record_of
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.signature import Finding, Provider, Secret, Verification
from garfio.engine.looker import Progress
from garfio.engine.plan import PlanSource
from garfio.engine.secrets import Vault
from garfio.engine.signal import Signal
from garfio.engine.slow import SlowWork
from garfio.engine.store import endpoints, keys, looks, reading
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import Writer
from garfio.engine.verification import Case, Plan, examine, examine_handler, judge, open_case

T = TypeVar("T")
P = ParamSpec("P")


class EndpointDesk:
    """One workspace's endpoints. Errors that a person can act on are AppErrors."""

    def __init__(self, path: Path, reader: Reader, writer: Callable[[], Writer], slow: SlowWork) -> None:
        self.changed: Signal[None] = Signal()
        """Endpoints, secrets or schemes have changed, here or in another program."""
        self.recheck_progressed: Signal[Progress] = Signal()
        """Captures are checked again; a path that is empty says that all is done."""
        self.trouble_changed: Signal[AppError | None] = Signal()
        """Secrets cannot be read by the listener, or can be again."""
        self.lent: Signal[dict[str, str]] = Signal()
        """What only memory keeps has changed; for the listener."""
        self.source = PlanSource(path)
        self._reader = reader
        self._writer = writer
        self._slow = slow
        self._updating = asyncio.Lock()
        self._seen = endpoints.Rows()

    # --- endpoints

    async def all(self) -> list[Endpoint]:
        """All endpoints in the user's order."""
        return await self._reader.run(endpoints.endpoints)

    async def add(self, endpoint: Endpoint) -> None:
        """Keep a new endpoint; what was captured on its path is checked again. Raises AppError
        `endpoint.path`, `endpoint.taken`, `endpoint.provider`, `endpoint.url` or `endpoint.tolerance`."""
        await self._change(endpoints.add_endpoint, endpoint)

    async def change(self, path: str, endpoint: Endpoint) -> None:
        """Put `endpoint` in the place of the one at `path`; its secrets go with it. Raises AppError as `add`
        does, or `endpoint.missing`."""
        await self._change(endpoints.change_endpoint, path, endpoint)

    async def remove(self, path: str) -> None:
        """Forget an endpoint and its secrets; the captures stay. Raises AppError `endpoint.missing`."""
        ids = await self._change(endpoints.remove_endpoint, path)
        vault = await self._vault() if ids else None
        for identifier in ids:
            assert vault is not None
            await asyncio.to_thread(vault.put, identifier, None)
        self._lend()

    # --- secrets

    async def secrets(self, owner: str | None = None) -> list[SecretRecord]:
        """What may be shown of all secrets, or of an endpoint's, the newest first."""
        return await self._reader.run(endpoints.secrets, owner)

    async def add_secret(self, owner: str, secret: Secret) -> SecretRecord:
        """Keep a secret for an endpoint's path (the endpoint is made if there is none) or `target:NAME`.

        Raises AppError `secret.empty`, `secret.taken`, `secret.mode`, `secret.validity`, `endpoint.path`, and
        `secrets.…` when the place for secrets cannot be used.
        """
        record = record_of(secret, random.token_hex(8), owner, time.time_ns() // 1000)
        return await self._put(record, secret.value, None)

    async def change_secret(
        self, identifier: str, secret: Secret, *, keep_value: bool = False
    ) -> SecretRecord:
        """Give a secret another label, mode, validity and, unless `keep_value`, another value. Raises AppError
        as `add_secret` does, or `secret.missing`."""
        before = await self._reader.run(endpoints.secret, identifier)
        if keep_value:
            check_secret(replace(secret, value="kept"))
            changed = replace(
                before,
                label=secret.label,
                mode=secret.mode,
                valid_from=secret.valid_from,
                valid_until=secret.valid_until,
            )
            await self._change(endpoints.put_secret, changed)
            return changed
        record = record_of(secret, identifier, before.owner, before.added_at_us)
        vault = await self._vault()
        return await self._put(record, secret.value, await asyncio.to_thread(vault.get, identifier))

    async def remove_secret(self, identifier: str) -> None:
        """Forget a secret. Raises AppError `secret.missing`."""
        await self._change(endpoints.remove_secret, identifier)
        vault = await self._vault()
        await asyncio.to_thread(vault.put, identifier, None)
        self._lend()

    async def is_available(self, record: SecretRecord) -> bool:
        """False when the record is there and the secret itself is not, as after a restart with memory alone."""
        await self.plan()
        return self.source.has_value(record)

    async def check_store(self) -> None:
        """Make sure that secrets can be kept. Raises AppError `secrets.…` when they cannot."""
        await self._vault()

    async def values(self, owner: str) -> tuple[Secret, ...]:
        """The secrets themselves of an endpoint's path, those of the environment first, or of `target:NAME`; for
        signing."""
        plan = await self.plan()
        endpoint = plan.endpoint(owner)
        return plan.secrets_for(owner, endpoint) if endpoint else plan.secrets.get(owner, ())

    async def move_to(self, store: str) -> None:
        """Take all secrets along to another store (`keychain`, `file` or `memory`), before the setting changes.
        Raises AppError `secrets.…` when it cannot be used; then nothing has moved."""
        await self.plan()
        new = await asyncio.to_thread(self.source.open_vault, store)
        values = self.source.values()
        old = await self._vault() if values else new
        if old.kind == new.kind:
            return
        for identifier, value in values.items():
            await asyncio.to_thread(new.put, identifier, value)
        for identifier in values:
            await asyncio.to_thread(old.put, identifier, None)
        self.lent.emit(self.source.memory.texts())

    # --- custom schemes

    async def schemes(self) -> list[Provider]:
        """The custom schemes by id."""
        return await self._reader.run(endpoints.schemes)

    async def save_scheme(self, values: Mapping[str, object]) -> Provider:
        """Keep a custom scheme from plain values (`Provider.to_dict` gives them back), new or changed; an
        endpoint names it by its id. Raises AppError `scheme.invalid` or `scheme.taken`."""
        return await self._change(endpoints.put_scheme, values)

    async def remove_scheme(self, identifier: str) -> None:
        """Forget a custom scheme. Raises AppError `scheme.used`."""
        await self._change(endpoints.remove_scheme, identifier)

    async def preview_scheme(
        self, values: Mapping[str, object], capture: CaptureId, secret: str = ""
    ) -> Verification:
        """What a scheme makes of a capture: its signed content in parts, and the verdict with `secret`, or
        without one with the endpoint's secrets. Raises AppError `scheme.invalid` or `capture.missing`."""
        scheme = endpoints.read_scheme(values)
        case = await self._case(capture)
        endpoint = replace(case.endpoint, provider=scheme.id) if case.endpoint else None
        secrets = (Secret(secret),) if secret else case.secrets
        tried = replace(case, provider=scheme, endpoint=endpoint, secrets=secrets)
        return await asyncio.to_thread(judge, tried)

    # --- keys that providers publish

    async def allow_keys(self, provider: str) -> None:
        """Let the keys of a provider be fetched from its own hosts, now and from now on; tries that failed are made
        again, and what was captured is checked again. Raises AppError `keys.none`."""
        await self._change(keys.allow, provider, time.time_ns() // 1000)

    async def forbid_keys(self, provider: str) -> None:
        """Fetch no key of a provider any more, and forget those that were fetched."""
        await self._change(keys.forbid, provider)

    async def key_consents(self) -> frozenset[str]:
        """The providers whose keys may be fetched."""
        return await self._reader.run(keys.consents)

    # --- checking

    async def verification(self, capture: CaptureId, *, diagnosed: bool = True) -> Verification:
        """The verdict on a capture as of the moment it was received, with what it rests on; `diagnosed` adds the
        causes of a failure, which may take seconds in a process of its own. Raises AppError
        `capture.missing`."""
        case = await self._case(capture)
        if not diagnosed:
            return await asyncio.to_thread(judge, case)
        plan = self.source.plan
        earlier = await self._reader.run(_earlier, capture, case)
        return await self._slow.run_apart(examine, case, plan.others(case.endpoint), earlier)

    async def delivery(self, row: CaptureSummary) -> looks.Delivery:
        """Which capture of its delivery a row is."""
        if not row.delivery_id:
            return looks.Delivery()
        return await self._reader.run(looks.delivery_of, row.provider, row.delivery_id, row.id)

    async def check_handler(
        self, capture: CaptureId, computed: str = "", body: bytes | None = None
    ) -> tuple[Finding, ...]:
        """For a valid capture the mistake that makes the signature which a handler computed, or the body that it
        saw; empty when it is right, or nothing explains it. Raises AppError `capture.missing`."""
        case = await self._case(capture)
        return await self._slow.run_apart(examine_handler, case, computed, body)

    async def plan(self) -> Plan:
        """What captures are checked against, as it is now."""
        rows = await self._reader.run(endpoints.read_rows)
        async with self._updating:
            if rows != self.source.rows or self.source.trouble or not self.source.is_read:
                await self.source.update(rows)
        return self.source.plan

    async def refresh(self) -> None:
        """Notice what other programs have changed."""
        rows = await self._reader.run(endpoints.read_rows)
        if rows != self._seen:
            self._seen = rows
            self.changed.emit(None)

    def hear(self, event: Mapping[str, Any]) -> None:
        """Take in what the listener tells of new checks and of secrets."""
        if event["event"] == "rechecking":
            self.recheck_progressed.emit(Progress(event["path"], event["done"], event["total"]))
        elif event["event"] == "secrets":
            known = "code" in event
            error = AppError(event["code"], event["message"], hint=event["hint"]) if known else None
            self.trouble_changed.emit(error)

    # --- inside

    async def _case(self, capture: CaptureId) -> Case:
        plan = await self.plan()
        found = await self._reader.run(reading.capture, capture)
        return await asyncio.to_thread(_opened, found, plan)

    async def _vault(self) -> Vault:
        await self.plan()
        return await asyncio.to_thread(self.source.vault)

    async def _put(self, record: SecretRecord, value: str, before: str | None) -> SecretRecord:
        """The value first, then its record; without the record the value is as it was."""
        vault = await self._vault()
        await asyncio.to_thread(vault.put, record.id, value)
        self._lend()
        try:
            await self._change(endpoints.put_secret, record)
        except BaseException:
            await asyncio.to_thread(vault.put, record.id, before)
            self._lend()
            raise
        return record

    def _lend(self) -> None:
        if self.source.is_memory:
            self.lent.emit(self.source.memory.texts())

    async def _change(
        self, function: Callable[Concatenate[apsw.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        result = await self._writer().run(partial(_call, function, args, kwargs))
        self._seen = await self._reader.run(endpoints.read_rows)
        self.changed.emit(None)
        return result


def _call(function: Callable[..., T], args: Any, kwargs: Any, connection: apsw.Connection) -> T:
    return function(connection, *args, **kwargs)


def _opened(capture: Capture, plan: Plan) -> Case:
    row = capture.summary
    at_unix = row.received_at_us / 1e6
    return open_case(capture.request, plan, at_unix, complete=row.complete, handshake=row.handshake)


def _earlier(connection: apsw.Connection, capture: CaptureId, case: Case) -> Request | None:
    """The first capture of the same delivery, if this one is a retry."""
    if case.provider is None or not case.recognition.delivery_id:
        return None
    first = looks.first_of_delivery(connection, case.provider.id, case.recognition.delivery_id, capture)
    return reading.capture(connection, CaptureId(first)).request if first else None
