"""The shape of a payload: learned from deliveries, compared with the next one, written as a JSON Schema."""

from garfio.core.shape.drift import DELIVERIES, MOST_CHANGES, ShapeChange, drift_of
from garfio.core.shape.payload import SHAPE_LIMIT, payload_of
from garfio.core.shape.shape import MOST_PARTS, Part, Shape, kind_of

__all__ = [
    "DELIVERIES",
    "MOST_CHANGES",
    "MOST_PARTS",
    "SHAPE_LIMIT",
    "Part",
    "Shape",
    "ShapeChange",
    "drift_of",
    "kind_of",
    "payload_of",
]
