import sigstoreSeeds from '@sigstore/tuf/seeds.json' with { type: 'json' };
import gitHubRoot from './seeds/tuf-repo.github.com.json' with { type: 'json' };
import type { AuthorityName } from './trust.ts';

/** A TUF repository, and the first root of its chain of roots (TUF specification, 5.2), as JSON. */
export type Seed = { readonly name: AuthorityName; readonly url: string; readonly root: Uint8Array };

const PUBLIC = 'https://tuf-repo-cdn.sigstore.dev';

/**
 * The repositories of the known instances. The seed of the public one is in Sigstore's own library. GitHub's is the
 * file in GitHub's command line (cli/cli, `pkg/cmd/attestation/verification/embed`), byte by byte as Go's checksum
 * database confirms it for `github.com/cli/cli/v2` 2.60.0 and 2.83.0. They need not be the newest: each newer root is
 * signed by the one before it.
 */
export const SEEDS: readonly Seed[] = [
  { name: 'public', url: PUBLIC, root: Buffer.from(sigstoreSeeds[PUBLIC]['root.json'], 'base64') },
  { name: 'github', url: 'https://tuf-repo.github.com', root: Buffer.from(JSON.stringify(gitHubRoot)) },
];
