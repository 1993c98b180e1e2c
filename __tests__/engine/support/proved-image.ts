import { readFileSync } from 'node:fs';
import { buildImage } from '../../doubles/registry/images.ts';
import type { Registry } from '../../doubles/registry/start-registry.ts';
import type { StepOptions } from '../../doubles/runner.ts';
import type { Sigstore } from '../../doubles/services.ts';
import { attachedBundle } from '../../doubles/sigstore/attached-bundle.ts';
import { type BundleJson, type Signing, signStatement } from '../../doubles/sigstore/sign-statement.ts';
import { type Document, fieldOf, statementDocument } from '../../unit/proof/proved.ts';

/** The image that everything here is about. */
export const IMAGE = buildImage({ contents: ['one', 'two'] });
export const OTHER_IMAGE = buildImage({ content: 'other' });
export const SIGNER = 'octo-org/app/.github/workflows/publish.yml';
const SHA = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';

/** The statement of the run that `USUAL_CLAIMS` tells of, about `IMAGE`, made now. */
export function freshStatement(): Document {
  const document = statementDocument();
  const [algorithm = '', hex = ''] = IMAGE.digest.split(':');
  Object.assign(document, { subject: [{ name: 'registry.example/team/app', digest: { [algorithm]: hex } }] });
  Object.assign(document.predicate, { timeVerified: new Date().toISOString() });
  Object.assign(fieldOf(document).run, {
    ref: 'refs/heads/main',
    commit: SHA,
    workflow: `${SIGNER}@refs/heads/main`,
  });
  return document;
}

export type Proving = Signing & {
  /** Changes the statement before it is signed. */
  readonly change?: (document: Document) => unknown;
  /** Changes the bundle after it was signed. */
  readonly alter?: (bundle: BundleJson) => unknown;
};

/** proof signs a statement about `IMAGE`, and returns what is to be attached. */
export async function proof(sigstore: Sigstore, { change, alter, ...signing }: Proving = {}): Promise<string> {
  const document = freshStatement();
  change?.(document);
  const bundle = await signStatement(sigstore, document, signing);
  return JSON.stringify(alter?.(bundle) ?? bundle);
}

/** Puts the image into a repository, with bundles attached to it, and returns its name by digest. */
export function putProved(registry: Registry, name: string, bundles: readonly string[]): string {
  const repository = registry.repository(name);
  repository.putImage({ contents: ['one', 'two'], tag: 'v1' });
  for (const bundle of bundles) {
    const { bytes, mediaType, blobs } = attachedBundle(bundle, IMAGE);
    for (const blob of blobs) repository.blobs.set(blob.digest, blob.bytes);
    repository.putManifest(bytes, mediaType);
  }
  return `${registry.host}/${name}@${IMAGE.digest}`;
}

/** A deployment that demands what `proof` makes. `api`: where GitHub is. */
export function deployment(
  sigstore: Sigstore,
  image: string,
  {
    inputs = {},
    api = 'http://127.0.0.1:9',
  }: { readonly inputs?: Readonly<Record<string, string>>; readonly api?: string } = {},
): StepOptions {
  return {
    action: 'verify',
    inputs: {
      image,
      'signer-workflow': `${SIGNER}@refs/heads/main`,
      issuer: sigstore.issuer,
      'trusted-root': sigstore.trustedRoot,
      'github-token': '',
      ...inputs,
    },
    event: {
      name: 'workflow_dispatch',
      ref: 'refs/heads/main',
      sha: SHA,
      payload: { repository: { id: 74, full_name: 'octo-org/app', default_branch: 'main' } },
    },
    env: {
      DOCKER_HOST: 'unix:///nonexistent/docker.sock',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: api,
      GITHUB_REPOSITORY: 'octo-org/app',
      GITHUB_REPOSITORY_ID: '74',
      GITHUB_REPOSITORY_OWNER_ID: '65',
    },
  };
}

/** The trusted root of a Sigstore, changed. */
export function changedRoot({ trustedRoot }: Sigstore, change: (root: Record<string, unknown>) => unknown): string {
  const root = JSON.parse(readFileSync(trustedRoot, 'utf8')) as Record<string, unknown>;
  change(root);
  return JSON.stringify(root);
}
