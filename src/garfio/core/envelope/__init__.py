"""What is wrapped in a body: envelopes of message services, forms and batches, parts, and payloads in strings.

One file a kind, one table of them (`registry`). An inner body is made of the bytes that were sent: a slice of
them, or what their own escaping or Base64 stands for; nothing is parsed and written anew.
"""
