"""The way to a place of the document in what the body pane shows."""

from __future__ import annotations

import asyncio

from garfio.core.contentview.json_outline import Outline, pack
from garfio.core.contentview.json_tree import json_tree
from garfio.ui.inspector.body_pane import BodyPane
from garfio.ui.inspector.rendering import HEX, INLINE_BYTES, PRETTY, TREE
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.shape.place_bar import Place

_TURN_S = 0.02


async def show_place(body: BodyPane, place: Place, run_slow: RunSlow) -> bool:
    """Select a place in the body; False when what is shown does not have it. An opened envelope is the document
    without its first step."""
    if body.mode == HEX:
        body.set_mode(PRETTY)
    while body.is_busy:
        await asyncio.sleep(_TURN_S)
    if body.mode == TREE:
        outline = body.tree.model.outline
        node = _found(outline, place) if outline is not None else None
        if node is not None:
            body.tree.show_node(node)
        return node is not None
    text = body.view.text
    small = len(text) <= INLINE_BYTES
    outline = outline_of(text) if small else await run_slow(outline_of, text)
    node = _found(outline, place)
    if node is None or body.view.text is not text:
        return False
    start = outline.key_starts[node] if outline.key_starts[node] >= 0 else outline.starts[node]
    is_container = outline.kind(node) in ("object", "array")
    end = outline.starts[node] + 1 if is_container else outline.ends[node]
    body.view.select(start, end)
    body.view.setFocus()
    return True


def outline_of(text: str) -> Outline:
    """The nodes of a text, as far as it is JSON."""
    return pack(json_tree(text))


def _found(outline: Outline, place: Place) -> int | None:
    node = outline.find(place)
    return outline.find(place[1:]) if node is None and place else node
