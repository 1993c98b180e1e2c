"""Makes the TUF repository of a Sigstore of one's own with python-tuf: its trusted root, and where it signs.

    python write-tuf-repository.py FOLDER TRUSTED-ROOT FULCIO REKOR TIMESTAMP

The first root is 1.root.json; the newest one is signed by its keys, and has others.
"""

import json
import sys
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import MetaFile, Metadata, Root, Snapshot, TargetFile, Targets, Timestamp

folder, trusted_root, fulcio, rekor, timestamp = sys.argv[1:]
base = Path(folder)
(base / "targets").mkdir(parents=True)
EXPIRES = datetime.now(timezone.utc).replace(microsecond=0) + timedelta(days=30)


def service(url, version, start="2024-01-01T00:00:00Z", **more):
    valid = {"start": start, **more}
    return {"url": url, "majorApiVersion": version, "validFor": valid, "operator": "example.com"}


# Nobody listens where it is not to be signed.
nobody = "http://127.0.0.1:9"
signing_config = {
    "mediaType": "application/vnd.dev.sigstore.signingconfig.v0.2+json",
    "caUrls": [service(nobody, 1, end="2025-01-01T00:00:00Z"), service(fulcio, 1)],
    "oidcUrls": [],
    "rekorTlogUrls": [
        service(nobody, 2, start="2999-01-01T00:00:00Z"),
        service(rekor, 2, start="2025-01-01T00:00:00Z"),
        service(nobody, 1, start="2026-01-01T00:00:00Z"),
    ],
    "tsaUrls": [service(f"{timestamp}/api/v1/timestamp", 1)],
    "rekorTlogConfig": {"selector": "EXACT", "count": 1},
    "tsaConfig": {"selector": "ANY"},
}

targets = Targets(expires=EXPIRES)
for name, data in {
    "trusted_root.json": Path(trusted_root).read_bytes(),
    "signing_config.v0.2.json": json.dumps(signing_config).encode(),
}.items():
    targets.targets[name] = TargetFile.from_data(name, data)
    (base / "targets" / f"{sha256(data).hexdigest()}.{name}").write_bytes(data)

online = CryptoSigner.generate_ecdsa()
first = [CryptoSigner.generate_ecdsa() for _ in range(3)]
second = [*first[:2], CryptoSigner.generate_ecdsa()]


def root_of(version, keys, signers):
    root = Root(version=version, expires=EXPIRES, consistent_snapshot=True)
    for role in ("root", "targets"):
        for key in keys:
            root.add_key(key.public_key, role)
        root.roles[role].threshold = 2
    for role in ("snapshot", "timestamp"):
        root.add_key(online.public_key, role)
    write(f"{version}.root.json", root, signers)


def write(name, signed, signers):
    metadata = Metadata(signed)
    for signer in signers:
        metadata.sign(signer, append=True)
    metadata.to_file(str(base / name))


root_of(1, first, first)
root_of(2, second, [*first, second[2]])
write("1.targets.json", targets, second)
snapshot = Snapshot(expires=EXPIRES, meta={"targets.json": MetaFile(version=1)})
write("1.snapshot.json", snapshot, [online])
write("timestamp.json", Timestamp(expires=EXPIRES, snapshot_meta=MetaFile(version=1)), [online])
