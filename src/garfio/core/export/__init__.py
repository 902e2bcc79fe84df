"""A request in other forms: one pure function a file, one table of them (`registry`).

Redaction happens before (`core.redaction`), not here. What a form cannot hold exactly its own file says.
"""
