"""A target as a form: where, what is changed on the way, TLS, times, expectations.

Gives a Target; keeping it is the workspace's work.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from garfio.core.signature import CATALOG
from garfio.core.target import (
    MOST_REDIRECTS,
    PATH_MODES,
    SENDING_MODES,
    SIGNATURE_MODES,
    Target,
    Tls,
    read_expectation,
)
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.number_field import DecimalField

_LINES = 3
_FOLLOW = (0, 1, 3, 5, 10, MOST_REDIRECTS)


class TargetForm(QWidget):
    """The fields of one target."""

    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._target = Target()
        self.name = QLineEdit(self)
        self.url = QLineEdit(self)
        self.url.setProperty("role", "mono")
        self.url.setPlaceholderText("https://staging.example.com/webhooks")
        self.path_mode = QComboBox(self)
        self.keep_host = QCheckBox(self.tr("Keep the webhook’s own Host header"), self)
        self.set_headers = self._lines("Authorization: Bearer …")
        self.remove_headers = QLineEdit(self)
        self.remove_headers.setPlaceholderText("X-Forwarded-For, Via")
        self.variables = self._lines("order_id=4711")
        self.verify = QCheckBox(self.tr("Check the certificate"), self)
        self.ca_file, ca_row = self._file(self.tr("Authority (PEM)"))
        self.certificate_file, certificate_row = self._file(self.tr("Client certificate (PEM)"))
        self.key_file, key_row = self._file(self.tr("Its key (PEM)"))
        self.unverified = PlainLabel(
            self.tr("⚠ Anybody on the way could read and change what is sent. Every answer will say so."),
            "warn",
            self,
        )
        self.unverified.setWordWrap(True)
        self.signature = QComboBox(self)
        self.provider = QComboBox(self)
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.connect_s = self._seconds(300.0)
        self.answer_s = self._seconds(3600.0)
        self.sending = QComboBox(self)
        self.proxy = QLineEdit(self)
        self.proxy.setProperty("role", "mono")
        self.proxy.setPlaceholderText("http://proxy.example.com:3128")
        self.follow = QComboBox(self)
        self.expectations = self._lines("status=2xx")
        self._arrange((ca_row, certificate_row, key_row))
        self._connect()
        self.show_target(Target())

    def show_target(self, target: Target) -> None:
        """Fill the fields."""
        self._target = target
        self.blockSignals(True)
        self.name.setText(target.name)
        self.url.setText(target.url)
        self.path_mode.setCurrentIndex(PATH_MODES.index(target.path_mode))
        self.keep_host.setChecked(target.keep_host)
        self.set_headers.setPlainText("\n".join(f"{name}: {value}" for name, value in target.set_headers))
        self.remove_headers.setText(", ".join(target.remove_headers))
        self.variables.setPlainText("\n".join(f"{name}={value}" for name, value in target.variables))
        self.verify.setChecked(target.tls.verify)
        self.ca_file.setText(target.tls.ca_file)
        self.certificate_file.setText(target.tls.certificate_file)
        self.key_file.setText(target.tls.key_file)
        self.signature.setCurrentIndex(SIGNATURE_MODES.index(target.signature))
        if self.provider.findData(target.provider) < 0:
            self.provider.addItem(target.provider, target.provider)
        self.provider.setCurrentIndex(self.provider.findData(target.provider))
        self.secret.clear()
        self.connect_s.setValue(target.connect_s)
        self.answer_s.setValue(target.answer_s)
        self.sending.setCurrentIndex(SENDING_MODES.index(target.sending))
        self.proxy.setText(target.proxy)
        if self.follow.findData(target.follow) < 0:
            self.follow.addItem(follow_text(target.follow), target.follow)
        self.follow.setCurrentIndex(self.follow.findData(target.follow))
        self.expectations.setPlainText("\n".join(entry.text for entry in target.expectations))
        self.blockSignals(False)
        self._show_tls()
        self._show_proxy()

    def show_secret(self, kept: str) -> None:
        """Say in the empty field which secret is kept; empty when there is none."""
        self.secret.setPlaceholderText(
            self.tr("kept: {secret}").format(secret=kept) if kept else self.tr("none kept")
        )

    def target(self) -> Target:
        """What stands in the fields. Raises AppError `target.expectation`."""
        tls = Tls(
            verify=self.verify.isChecked(),
            ca_file=self.ca_file.text().strip(),
            certificate_file=self.certificate_file.text().strip(),
            key_file=self.key_file.text().strip(),
            server_name=self._target.tls.server_name,
        )
        sending = SENDING_MODES[self.sending.currentIndex()]
        removed = (word.strip() for word in self.remove_headers.text().split(","))
        return replace(
            self._target,
            name=self.name.text().strip(),
            url=self.url.text().strip(),
            path_mode=PATH_MODES[self.path_mode.currentIndex()],
            keep_host=self.keep_host.isChecked(),
            set_headers=_pairs(self.set_headers.toPlainText(), ":"),
            remove_headers=tuple(word for word in removed if word),
            variables=_pairs(self.variables.toPlainText(), "="),
            provider=self.provider.currentData(),
            signature=SIGNATURE_MODES[self.signature.currentIndex()],
            tls=tls,
            connect_s=self.connect_s.value(),
            answer_s=self.answer_s.value(),
            follow=self.follow.currentData(),
            sending=sending,
            proxy=self.proxy.text().strip() if sending == "normal" else "",
            expectations=tuple(
                read_expectation(line.strip())
                for line in self.expectations.toPlainText().splitlines()
                if line.strip()
            ),
        )

    def _arrange(self, file_rows: tuple[QWidget, ...]) -> None:
        self._fill_choices()
        form = self._form = QFormLayout(self)
        form.setContentsMargins(18, 8, 18, 14)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(7)
        ca_row, certificate_row, key_row = file_rows
        self._tls_rows = (self.verify, self.unverified, *file_rows)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Name"), self.name),
            (self.tr("URL"), self.url),
            (self.tr("Path"), self.path_mode),
            ("", self.keep_host),
            (self.tr("Set headers"), self.set_headers),
            (self.tr("Remove headers"), self.remove_headers),
            (self.tr("Variables"), self.variables),
            (self.tr("Signature"), self.signature),
            (self.tr("Provider"), self.provider),
            (self.tr("Secret"), self.secret),
            (self.tr("TLS"), self.verify),
            ("", self.unverified),
            (self.tr("Authority (PEM)"), ca_row),
            (self.tr("Client certificate (PEM)"), certificate_row),
            (self.tr("Its key (PEM)"), key_row),
            (self.tr("Connect within"), self.connect_s),
            (self.tr("Answer within"), self.answer_s),
            (self.tr("Sending"), self.sending),
            (self.tr("Proxy"), self.proxy),
            (self.tr("Redirects"), self.follow),
            (self.tr("Expected"), self.expectations),
        )
        for title, field in rows:
            label = PlainLabel(title)
            label.setBuddy(field)
            if title:
                field.setAccessibleName(title)
            form.addRow(label, field)
        self._explain()

    def _fill_choices(self) -> None:
        modes = {
            "auto": self.tr("the URL’s if it has one, otherwise the webhook’s"),
            "append": self.tr("the webhook’s, after the URL’s"),
            "replace": self.tr("the URL’s"),
        }
        for mode in PATH_MODES:
            self.path_mode.addItem(modes[mode], mode)
        titles = {
            "keep": self.tr("keep the signature"),
            "resign": self.tr("sign anew with the secret below"),
            "remove": self.tr("leave it out"),
        }
        for mode in SIGNATURE_MODES:
            self.signature.addItem(titles[mode], mode)
        ways = {
            "exact": self.tr("exactly, byte for byte"),
            "normal": self.tr("the normal way, which can use proxies"),
        }
        for mode in SENDING_MODES:
            self.sending.addItem(ways[mode], mode)
        for most in _FOLLOW:
            self.follow.addItem(follow_text(most), most)
        self.provider.addItem(self.tr("as in the webhook"), "")
        for entry in sorted(CATALOG.values(), key=lambda entry: entry.name.casefold()):
            self.provider.addItem(entry.name, entry.id)

    def _explain(self) -> None:
        """A hint under each field whose lines have a form."""
        tips = {
            self.proxy: self.tr(
                "Empty: the environment’s (HTTPS_PROXY, NO_PROXY). Some headers cannot stay as they came; the preview"
                " says which."
            ),
            self.follow: self.tr(
                "Each is kept with the answer. Another host gets no credentials, signatures or headers set above;"
                " one that you never sent to gets nothing."
            ),
            self.set_headers: self.tr("One a line, Name: value. {{variables}} are filled in."),
            self.variables: self.tr(
                "One a line, name=value. {{body.data.id}}, {{header.X}}, {{query.x}} come from the webhook."
            ),
            self.expectations: self.tr(
                "One a line: status=2xx, header:NAME=VALUE, json:data.ok=true, time=500. Empty: any 2xx."
            ),
        }
        for field, tip in tips.items():
            field.setToolTip(tip)
            hint = self._hint(tip)
            self._form.insertRow(self._form.getWidgetPosition(field)[0] + 1, "", hint)
            if field is self.proxy:
                self._proxy_rows = (field, hint)

    def _hint(self, text: str) -> PlainLabel:
        label = PlainLabel(text, "faint", self)
        label.setWordWrap(True)
        return label

    def _connect(self) -> None:
        for line in (
            self.name,
            self.url,
            self.remove_headers,
            self.ca_file,
            self.certificate_file,
            self.key_file,
            self.proxy,
        ):
            line.textChanged.connect(self.edited)
        for text in (self.set_headers, self.variables, self.expectations):
            text.textChanged.connect(self.edited)
        for seconds in (self.connect_s, self.answer_s):
            seconds.valueChanged.connect(self.edited)
        for choice in (self.path_mode, self.signature, self.provider, self.sending, self.follow):
            choice.currentIndexChanged.connect(self.edited)
        self.keep_host.toggled.connect(self.edited)
        self.verify.toggled.connect(self.edited)
        self.verify.toggled.connect(self._show_tls)
        self.url.textChanged.connect(self._show_tls)
        self.sending.currentIndexChanged.connect(self._show_proxy)

    def _show_tls(self) -> None:
        """What is about TLS is shown for https only."""
        is_tls = not self.url.text().strip().lower().startswith("http:")
        for row in self._tls_rows:
            self._form.setRowVisible(row, is_tls)
        self._form.setRowVisible(self.unverified, is_tls and not self.verify.isChecked())

    def _show_proxy(self) -> None:
        """A proxy is for the normal way only."""
        for row in self._proxy_rows:
            self._form.setRowVisible(row, self.sending.currentData() == "normal")

    def _lines(self, example: str) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setProperty("role", "mono")
        field.setPlaceholderText(example)
        field.setTabChangesFocus(True)
        field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        field.setFixedHeight(round(self._look.row_height * 0.66 * _LINES) + 10)
        return field

    def _seconds(self, highest: float) -> DecimalField:
        field = DecimalField(0.1, highest, 10.0, self)
        field.setSuffix(" s")
        field.setMaximumWidth(110)
        return field

    def _file(self, title: str) -> tuple[QLineEdit, QWidget]:
        holder = QWidget(self)
        field = QLineEdit(holder)
        field.setAccessibleName(title)
        button = QToolButton(holder)
        button.setText("…")
        button.setAccessibleName(self.tr("Choose a file"))
        button.clicked.connect(lambda: self._choose_file(title, field))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(field, 1)
        row.addWidget(button)
        return field, holder

    def _choose_file(self, title: str, field: QLineEdit) -> None:
        dialog = QFileDialog(self, title, field.text(), "PEM (*.pem *.crt *.cer *.key);;* (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(field.setText)
        dialog.open()


def follow_text(most: int) -> str:
    """What happens to redirects, for the list of choices."""
    if not most:
        return QCoreApplication.translate("targets", "show them, do not follow")
    return QCoreApplication.translate("targets", "follow, at most {count}").format(count=most)


def _pairs(text: str, mark: str) -> tuple[tuple[str, str], ...]:
    pairs = []
    for line in text.splitlines():
        if line.strip():
            name, _, value = line.partition(mark)
            pairs.append((name.strip(), value.strip()))
    return tuple(pairs)
