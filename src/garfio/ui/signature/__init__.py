"""What a signature check found, in words and in bytes; the tab that shows it is in `ui.inspector`."""
