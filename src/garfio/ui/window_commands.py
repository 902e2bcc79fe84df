"""What the user can do with the window itself; it knows the panes by what they can do, not how they are arranged."""

from __future__ import annotations

from typing import Protocol


class WindowCommands(Protocol):
    """The window as actions see it."""

    def change_port(self) -> None:
        """Open the field for another port."""

    def toggle_pause(self) -> None:
        """Hold the list, or let news in again."""

    def go_newest(self) -> None:
        """Scroll to the top and follow."""

    def search_or_find(self) -> None:
        """Into the search box, or into the detail's find bar when the detail has the focus."""

    def find(self) -> None:
        """Open the detail's find bar."""

    def show_tab(self, name: str) -> None:
        """Show a tab of the detail: body, headers or raw."""

    def toggle_sidebar(self) -> None:
        """Show or hide the sidebar."""

    def toggle_detail(self) -> None:
        """Show or hide the detail."""

    def choose_columns(self) -> None:
        """Open the menu of columns."""

    def open_palette(self) -> None:
        """Open the palette of all actions."""

    def show_keys(self) -> None:
        """Show the key of every action."""

    async def open_settings(self) -> None:
        """Open the settings and apply what was changed."""

    def quit(self) -> None:
        """End the program."""
