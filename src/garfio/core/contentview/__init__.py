"""Body bytes to readable text: one file per format, one table of them (`registry`).

A view is for reading and never loses anything that was sent but blanks between tokens; copying, verifying and
sending use the bytes. Notes and facts are codes with fields, put into words by whoever shows them.
"""
