"""Garfio, a desktop webhook inspector."""

from garfio import late

__version__ = "0.1.0"

late.install()
