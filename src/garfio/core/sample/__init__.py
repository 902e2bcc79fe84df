"""Example events of providers: `sample` says how one is made, `registry` has them all, one module a group."""
