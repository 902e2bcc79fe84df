"""Files of captures, ours and others', to arrivals: one file per format, one table of them (`registry`).

What a format keeps is kept to the byte; what it does not keep is rebuilt in the plainest way and said in the
format's entry.
"""
