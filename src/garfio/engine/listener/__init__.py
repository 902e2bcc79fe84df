"""The HTTP listener: takes any request exactly as it comes, stores it, then answers.

`connection` is one TCP connection, `server` the sockets and limits, `refused` what is not taken but shown,
`doorbell` what the parent process is told, `port` who has a port.
"""
