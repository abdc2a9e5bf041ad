"""Fails unless each `name==version` of the file is installed for this Python."""

import sys
from importlib.metadata import PackageNotFoundError, version

for line in open(sys.argv[1], encoding="utf-8").read().split():
    name, _, wanted = line.partition("==")
    try:
        found = version(name)
    except PackageNotFoundError:
        found = None
    if found != wanted:
        sys.exit(f"{name}: {found} in place of {wanted}")
