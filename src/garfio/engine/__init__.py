"""Async I/O without Qt: listener, store, resend, settings."""
