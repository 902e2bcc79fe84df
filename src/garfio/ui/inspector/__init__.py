"""The detail: one capture, what happened in words, and its body, headers and raw message."""
