"""Lists the files of each archive that is named on stdin, as Python's tarfile reads them."""
import hashlib
import json
import posixpath
import sys
import tarfile

for line in sys.stdin:
    files, whole = [], True
    try:
        with tarfile.open(line.rstrip("\n"), "r:") as archive:
            for member in archive:
                if member.isreg():
                    content = archive.extractfile(member).read()
                    digest = hashlib.sha256(content).hexdigest()
                    name = posixpath.normpath(member.name).encode("utf-8", "replace").decode()
                    files.append({"name": name, "digest": digest})
    except (tarfile.TarError, EOFError, OverflowError, ValueError, UnicodeError, AttributeError):
        whole = False
    print(json.dumps({"files": files, "whole": whole}))
