"""A custom scheme as plain values, read from the fields of its form and put into them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from garfio.ui.label import PlainLabel
from garfio.ui.number_field import NumberField

_DIGESTS = ("hmac-sha256", "hmac-sha1", "hmac-sha512", "hmac-sha384", "hmac-md5", "equal")
_ENCODINGS = ("hex", "b64", "b64url", "HEX")
_KEYS = ("text", "hex", "b64", "whsec")
_UNITS = ("s", "ms", "iso")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")


class SchemeForm(QWidget):
    """Name, header, format, content, digest, key and time of one scheme."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[str, Any] = {}
        self._kept_scheme: dict[str, Any] = {}
        self.name = self._line(self.tr("In-house billing"))
        self.header = self._line("X-Signature")
        self.format = self._line("sha256={signature}")
        self.separator = self._line("")
        self.content = self._line("{timestamp}.{body}")
        self.timestamp = self._line("X-Timestamp")
        self.event = self._line("header:X-Event")
        self.delivery = self._line("header:X-Delivery-Id")
        self.digest = self._choice(
            {name: name.upper() for name in _DIGESTS[:-1]}
            | {"equal": self.tr("shared token, not a signature")}
        )
        self.encoding = self._choice({"hex": "hex", "b64": "base64", "b64url": "base64url", "HEX": "HEX"})
        self.key = self._choice(
            {
                "text": self.tr("its text"),
                "hex": self.tr("decoded from hex"),
                "b64": self.tr("decoded from base64"),
                "whsec": self.tr("whsec_ and base64"),
            }
        )
        self.unit = self._choice({"s": self.tr("seconds"), "ms": self.tr("milliseconds"), "iso": "ISO 8601"})
        self.has_tolerance = QCheckBox(self.tr("Refuse what is older than"), self)
        self.tolerance = NumberField(1, 10_000_000, 300, self)
        self.tolerance.setSuffix(self.tr(" s"))
        self.tolerance.setAccessibleName(self.tr("Tolerance"))
        self._arrange()
        self.show_values({})

    def values(self) -> dict[str, object]:
        """The scheme as plain values; what the form has no field for stays as it was."""
        scheme: dict[str, Any] = dict(self._kept_scheme)
        scheme |= {
            "algorithm": self.digest.currentData(),
            "signature": [f"header:{self.header.text().strip() or 'X-Signature'}"],
            "format": self.format.text().strip() or "{signature}",
            "encoding": "text" if self.digest.currentData() == "equal" else self.encoding.currentData(),
            "content": self.content.text() or "{body}",
            "key": [self.key.currentData()],
            "separator": self.separator.text(),
            "unit": self.unit.currentData(),
            "tolerance_s": float(self.tolerance.value()) if self.has_tolerance.isChecked() else None,
            "covers": "nothing" if self.digest.currentData() == "equal" else "body",
            "timestamp": f"header:{self.timestamp.text().strip()}" if self.timestamp.text().strip() else "",
        }
        name = self.name.text().strip()
        return {
            **self._kept,
            "id": self._kept.get("id") or identifier(name),
            "name": name or self.name.placeholderText(),
            "schemes": [scheme],
            "event": [self.event.text().strip()] if self.event.text().strip() else [],
            "delivery": [self.delivery.text().strip()] if self.delivery.text().strip() else [],
        }

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields from plain values; empty ones make a new scheme."""
        schemes = values.get("schemes") or [{}]
        scheme = dict(schemes[0])
        self._kept = {name: value for name, value in values.items() if name == "id"}
        self._kept_scheme = scheme
        self.name.setText(str(values.get("name", "")))
        self.header.setText(_header(_first(scheme.get("signature"))))
        self.timestamp.setText(_header(scheme.get("timestamp", "")))
        self.format.setText(scheme.get("format", "" if values else "sha256={signature}"))
        self.separator.setText(scheme.get("separator", ""))
        self.content.setText(scheme.get("content", "{body}"))
        self.event.setText(_first(values.get("event")))
        self.delivery.setText(_first(values.get("delivery")))
        for field, value in (
            (self.digest, scheme.get("algorithm", "hmac-sha256")),
            (self.encoding, scheme.get("encoding", "hex")),
            (self.key, _first(scheme.get("key")) or "text"),
            (self.unit, scheme.get("unit", "s")),
        ):
            if field.findData(value) < 0:
                field.addItem(str(value), value)  # an imported scheme may say more than the form offers
            field.setCurrentIndex(field.findData(value))
        tolerance = scheme.get("tolerance_s")
        self.has_tolerance.setChecked(tolerance is not None)
        self.tolerance.setValue(int(tolerance or 300))
        self.tolerance.setEnabled(tolerance is not None)

    def _line(self, placeholder: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(placeholder)
        field.textChanged.connect(lambda _text: self.edited.emit())
        return field

    def _choice(self, choices: Mapping[str, str]) -> QComboBox:
        field = QComboBox(self)
        field.setMinimumContentsLength(10)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, text in choices.items():
            field.addItem(text, value)
        field.currentIndexChanged.connect(lambda _index: self.edited.emit())
        return field

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(16, 14, 14, 14)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(7)
        rows = (
            (self.tr("Name"), self.name, ""),
            (self.tr("Header"), self.header, self.tr("where the signature travels")),
            (
                self.tr("Value"),
                self.format,
                self.tr("how it is written, such as t={timestamp},v1={signature}"),
            ),
            (self.tr("Separator"), self.separator, self.tr("what the value is split at, if it has parts")),
            (
                self.tr("Signed content"),
                self.content,
                self.tr("{body}, {timestamp}, {method}, {url}, {header:NAME}, {json:PATH}"),
            ),
            (self.tr("Digest"), self.digest, ""),
            (self.tr("Encoding"), self.encoding, ""),
            (self.tr("Key"), self.key, self.tr("what the secret becomes")),
            (self.tr("Time header"), self.timestamp, self.tr("when the time is not in the value")),
            (self.tr("Time unit"), self.unit, ""),
        )
        for title, field, tip in rows:
            self._row(form, title, field, tip)
        self.has_tolerance.toggled.connect(self.tolerance.setEnabled)
        self.has_tolerance.toggled.connect(lambda _on: self.edited.emit())
        self.tolerance.valueChanged.connect(lambda _value: self.edited.emit())
        age = QHBoxLayout()
        age.setSpacing(10)
        age.addWidget(self.has_tolerance)
        age.addWidget(self.tolerance)
        age.addStretch(1)
        form.addRow(age)
        self._row(form, self.tr("Event type"), self.event, self.tr("header:NAME or json:PATH"))
        self._row(form, self.tr("Delivery id"), self.delivery, self.tr("header:NAME or json:PATH"))

    def _row(self, form: QFormLayout, title: str, field: QWidget, tip: str) -> None:
        label = PlainLabel(title)
        label.setBuddy(field)
        field.setAccessibleName(title)
        field.setToolTip(tip)
        form.addRow(label, field)


def identifier(name: str) -> str:
    """The id of a scheme by its name: lower case, words joined by `_`, and never one of the catalogue's."""
    plain = _NOT_IN_ID.sub("_", name.casefold()).strip("_")
    return f"own_{plain}" if plain else "own_scheme"


def _first(values: object) -> str:
    return str(values[0]) if isinstance(values, list | tuple) and values else ""


def _header(reference: object) -> str:
    return str(reference).removeprefix("header:")
