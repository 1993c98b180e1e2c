import { branchOf, gitTagOf } from '../run/ref.ts';
import { matchesFilter } from '../text/filter-pattern.ts';
import type { Certificate } from './certificate.ts';
import type { SignerRule, Wanted } from './demands.ts';
import { type Lack, shown } from './lack.ts';

const FULL_HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * judgeSigner compares the workflow that signed with those that may. Its name is `<server>/<path>@<ref>`; if the caller
 * has pinned it, the ref is the commit.
 *
 * | allowed             | name after `@`                | commit of the workflow (`.10`) | then   |
 * |---------------------|-------------------------------|--------------------------------|--------|
 * | pattern of tags     | `refs/tags/` and one that fits  | any full hash                  | signer |
 * | pattern of branches | `refs/heads/` and one that fits | any full hash                  | signer |
 * | either pattern      | a hash, or anything else      | not asked                      | no     |
 * | a commit            | that hash                     | that hash                      | signer |
 * | a commit            | a ref, or another hash        | not asked                      | no     |
 */
export function judgeSigner(certificate: Certificate, { signers, server }: Wanted): Lack | undefined {
  const { name, signerDigest } = certificate;
  if (signerDigest === undefined || !FULL_HASH.test(signerDigest))
    return {
      code: 'PROOF_SIGNER',
      lacks: `does not tell the commit of the workflow that has signed: ${shown(signerDigest)}`,
    };
  if (signers.some((signer) => isSigner(certificate, signer, server))) return undefined;
  const isItsPath = signers.some(({ path }) => name.startsWith(`${server}/${path}@`));
  const which = isItsPath ? 'the demanded workflow, but at another ref of it' : 'another workflow';
  return { code: 'PROOF_SIGNER', lacks: `was signed by ${which}: ${shown(name)}` };
}

function isSigner({ name, signerDigest }: Certificate, { path, refs }: SignerRule, server: string): boolean {
  const before = `${server}/${path}@`;
  if (!name.startsWith(before)) return false;
  const at = name.slice(before.length);
  if (refs.kind === 'commit') return at === refs.commit && signerDigest === refs.commit;
  const named = refs.kind === 'tag' ? gitTagOf(at) : branchOf(at);
  return named !== undefined && matchesFilter(named, [refs.pattern]);
}
