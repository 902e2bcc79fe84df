"""Marks on the capture: a tag, the pin, read."""

from __future__ import annotations

from garfio.core.action.kind import LIST, ActionKind, Deed, Field, Values, unfit


def _tags(values: Values) -> Deed:
    tags = [str(tag).strip() for tag in values["tags"]]
    for tag in tags:
        if not tag or tag.split() != [tag] or len(tag) > 100:
            raise unfit("tags", f"{tag[:60]!r} is not one word.")
    return Deed("tag", {"tags": tags}, " ".join(tags))


TAG = ActionKind(
    "tag",
    "Add tags to the capture.",
    (Field("tags", LIST, "One word each.", required=True, default=[]),),
    _tags,
    needs_capture=True,
)
PIN = ActionKind(
    "pin", "Pin the capture, so that it stays.", (), lambda _values: Deed("pin", {}), needs_capture=True
)
READ = ActionKind(
    "read", "Mark the capture as read.", (), lambda _values: Deed("read", {}), needs_capture=True
)
