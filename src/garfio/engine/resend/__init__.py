"""Sending captures: `sender` writes the exact bytes and reads the answer, `tls` checks certificates, `ledger`
records every attempt before and after, `run` sends many in order and in time, `desk` is what others call.
"""
