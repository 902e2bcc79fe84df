"""Whether the public keys of an endpoint's provider may be fetched: seen, given and taken back.

The permission is one for the provider, not for the endpoint. It is kept with the rest of the form.
"""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from garfio.core.signature import Provider
from garfio.ui.label import PlainLabel


class KeyConsent(QWidget):
    """A box to tick; hidden for providers that publish no key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.allowed = QCheckBox(self)
        self._hosts = PlainLabel("", "muted", self)
        self._hosts.setWordWrap(True)
        self._provider = ""
        self._given: frozenset[str] = frozenset()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.allowed)
        column.addWidget(self._hosts)
        self.hide()

    def set_given(self, providers: frozenset[str]) -> None:
        """Say for which providers the user has said yes."""
        self._given = providers
        self.allowed.setChecked(self._provider in providers)

    def set_provider(self, provider: Provider | None) -> None:
        """Show the permission of a provider."""
        publishes = provider is not None and bool(provider.key_url) and provider.key_is_public
        self.setVisible(publishes)
        identifier = provider.id if provider is not None and publishes else ""
        if identifier == self._provider:
            return
        self._provider = identifier
        if provider is None:
            return
        self.allowed.setChecked(identifier in self._given)
        self.allowed.setText(self.tr("Fetch {provider}’s public key").format(provider=provider.name))
        hosts = ", ".join(provider.key_hosts)
        self._hosts.setText(
            self.tr("Over TLS, from {hosts} alone, for all endpoints of {provider}.").format(
                hosts=hosts, provider=provider.name
            )
        )

    def change(self) -> tuple[str, bool] | None:
        """The provider and what was chosen for it; None when that is as it was."""
        is_allowed = self.allowed.isChecked()
        if not self._provider or is_allowed == (self._provider in self._given):
            return None
        return self._provider, is_allowed
