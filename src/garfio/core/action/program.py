"""A program on this machine: an argument list without a shell, the body on its standard input and in a file.

Never run before the user has agreed on this machine; a change of the arguments asks again.
"""

from __future__ import annotations

from garfio.core.action.kind import LIST, LITERAL, NUMBER, ActionKind, Deed, Field, Values, unfit


def _render(values: Values) -> Deed:
    argv = [str(part) for part in values["argv"]]
    if not argv or not argv[0]:
        raise unfit("argv", "the program is missing.")
    if any("\0" in part for part in argv):
        raise unfit("argv", "an argument holds a NUL character.")
    if argv[0].lower().endswith((".bat", ".cmd")):
        # Windows runs these through its shell whatever is asked for (CVE-2024-24576).
        raise unfit("argv", "a batch file cannot be run safely.", "Name the program that it starts.")
    deed = {"argv": argv, "folder": values["folder"], "timeout_s": values["timeout_s"]}
    return Deed("program", deed, " ".join(argv)[:500])


PROGRAM = ActionKind(
    "program",
    "Run a program; it gets the body on its standard input and in the file named by GARFIO_BODY_FILE.",
    (
        Field("argv", LIST, "The program and its arguments; there is no shell.", required=True, default=[]),
        Field("folder", LITERAL, "The working folder; the workspace's if empty."),
        Field("timeout_s", NUMBER, "Seconds until it is ended.", default=30, lowest=1, highest=600),
    ),
    _render,
    needs_confirmation=True,
)
