"""The rooms in which actions are carried out, as one value that the action table is given."""

from __future__ import annotations

from dataclasses import dataclass

from garfio.ui.capture_commands import CaptureCommands
from garfio.ui.copy_commands import CopyCommands
from garfio.ui.endpoints.commands import EndpointCommands
from garfio.ui.export.commands import ExportCommands
from garfio.ui.listener_commands import ListenerCommands
from garfio.ui.replies.commands import ReplyCommands
from garfio.ui.resend.commands import ResendCommands
from garfio.ui.rules.commands import RuleCommands
from garfio.ui.search.commands import ViewCommands
from garfio.ui.shape.commands import ShapeCommands
from garfio.ui.targets.commands import TargetCommands
from garfio.ui.window_commands import WindowCommands


@dataclass(frozen=True, slots=True)
class Commands:
    """Who does what."""

    listener: ListenerCommands
    captures: CaptureCommands
    copy: CopyCommands
    resend: ResendCommands
    targets: TargetCommands
    rules: RuleCommands
    endpoints: EndpointCommands
    replies: ReplyCommands
    shapes: ShapeCommands
    export: ExportCommands
    window: WindowCommands
    views: ViewCommands
