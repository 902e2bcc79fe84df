"""The capture database: one SQLite file in WAL mode, written by one thread a process, read by others.

`schema` has the tables, `captures` and `marks` write, `reading` reads, `writer` and `reader` are the threads,
`keeper` keeps house, `files` guards the file itself.
"""
