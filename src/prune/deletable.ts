import type { Repository } from '../image/reference.ts';

/**
 * Whether this version can delete at a registry: yes, only if the repository is named explicitly, only with the job's
 * own identity, or no.
 */
export type Deletable =
  | { readonly kind: 'yes'; readonly maker: string }
  | { readonly kind: 'experimental' | 'by-identity'; readonly maker: string }
  | { readonly kind: 'no'; readonly maker: string; readonly why: string };

const OWN_API = 'it deletes by its own API, which this version does not support';

/** Registries by their hosts. All others follow the distribution specification, or reject the request. */
const MAKERS: readonly (readonly [host: RegExp, is: Deletable])[] = [
  [/^docker\.io$/, { kind: 'no', maker: 'Docker Hub', why: OWN_API }],
  [/^docker\.pkg\.github\.com$|^containers\./, { kind: 'no', maker: 'GitHub Packages', why: OWN_API }],
  [/^public\.ecr\.aws$|^ecr-public\.aws\.com$/, { kind: 'no', maker: 'Amazon ECR Public', why: OWN_API }],
  [/\.dkr[.-]ecr[.-]/, { kind: 'by-identity', maker: 'Amazon ECR' }],
  [
    /(?:^|\.)gcr\.io$|\.pkg\.dev$/,
    {
      kind: 'no',
      maker: 'Artifact Registry',
      why: 'its tags must be deleted before the image, and if that fails, images without a tag remain',
    },
  ],
  [/\.azurecr\.(?:io|cn|us)$/, { kind: 'experimental', maker: 'Azure Container Registry' }],
  [/^quay\.io$/, { kind: 'no', maker: 'Quay', why: OWN_API }],
  [/^registry\.gitlab\.com$/, { kind: 'experimental', maker: 'GitLab' }],
  [/\.jfrog\.io$/, { kind: 'experimental', maker: 'Artifactory' }],
];

/** deletableAt tells what this version can delete at a registry, by its host. */
export function deletableAt({ registry }: Repository): Deletable {
  const host = registry.toLowerCase().replace(/:\d+$/, '');
  return MAKERS.find(([pattern]) => pattern.test(host))?.[1] ?? { kind: 'yes', maker: registry };
}

/** undoAt tells whether, and until when, deleted images can be restored. */
export function undoAt({ registry }: Repository): string {
  if (registry === 'ghcr.io')
    return 'by GitHub for 30 days (POST …/versions/{id}/restore); with the undo file as long as the layers exist';
  if (deletableAt({ registry, path: '' }).maker === 'Amazon ECR')
    return 'with the undo file as long as the layers exist, for which Amazon promises no time';
  return 'with the undo file, until the registry collects its garbage';
}
