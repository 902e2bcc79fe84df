"""Garfio, a desktop webhook inspector."""

__version__ = "0.1.0"
