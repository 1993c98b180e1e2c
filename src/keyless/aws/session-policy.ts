import type { EcrRegistry } from '../../image/cloud-registry.ts';
import type { Repository } from '../../image/reference.ts';
import type { KeylessActions, Purpose } from '../keyless.ts';

/** Actions for a push (Amazon ECR user guide, "Required IAM permissions for pushing an image"). */
const PUSH = [
  'BatchCheckLayerAvailability',
  'InitiateLayerUpload',
  'UploadLayerPart',
  'CompleteLayerUpload',
  'PutImage',
];
/** Actions for reading back; anyone may read the public registry. */
const READ = ['BatchGetImage', 'GetDownloadUrlForLayer'];

/** The action on a repository whose layers are mounted (Amazon ECR user guide, "Blob mounting"). */
const MOUNT = ['GetDownloadUrlForLayer'];

/** Actions for listing: tags and referrers of the registry, and the images of ECR's own API. */
const LIST = ['ListImages', 'ListImageReferrers', 'DescribeImages'];

const PRIVATE: Readonly<Record<KeylessActions, readonly string[]>> = {
  'pull,push': [...PUSH, ...READ],
  pull: [...LIST, ...READ],
  'pull,delete': [...LIST, 'BatchDeleteImage', ...READ],
};
/** Anyone may read the public registry, and nothing is deleted there. */
const PUBLIC: Readonly<Record<KeylessActions, readonly string[]>> = { 'pull,push': PUSH, pull: [], 'pull,delete': [] };

/** Longest policy of a session, in characters (STS API reference, AssumeRoleWithWebIdentity). */
const LONGEST = 2048;

/** What a session may do, and where. */
export type SessionScope = Purpose & { readonly repository: Repository };

/**
 * nameable are the repositories of `mountFrom` that a session policy can name. The public registry mounts nothing. What
 * a policy does not name is uploaded.
 */
export function nameable(ecr: EcrRegistry, scope: SessionScope): readonly string[] {
  let mountFrom = ecr.kind === 'public' ? [] : scope.mountFrom;
  while (mountFrom.length > 0 && sessionPolicy(ecr, { ...scope, mountFrom }).length > LONGEST) {
    mountFrom = mountFrom.slice(0, -1);
  }
  return mountFrom;
}

/**
 * sessionPolicy limits the job's role to one purpose in this repository: a session may do only what both the role and
 * this policy allow (IAM user guide, "Session policies"). No path has a wildcard or a variable of a policy.
 */
export function sessionPolicy(ecr: EcrRegistry, { repository, actions, mountFrom }: SessionScope): string {
  const service = ecr.kind === 'public' ? 'ecr-public' : 'ecr';
  const named = (actions: readonly string[]) => actions.map((action) => `${service}:${action}`);
  const statement = (Action: readonly string[], Resource: string | readonly string[]) => ({
    Effect: 'Allow',
    Action,
    Resource,
  });
  const arnOf = (path: string) =>
    ecr.kind === 'public'
      ? // The first part of a public path is an alias of the account, which only AWS knows.
        `arn:${ecr.partition.id}:ecr-public::*:repository/${path.slice(path.indexOf('/') + 1)}`
      : `arn:${ecr.partition.id}:ecr:${ecr.region}:${repository.registry.slice(0, 12)}:repository/${path}`;
  const signIn =
    ecr.kind === 'public'
      ? [...named(['GetAuthorizationToken']), 'sts:GetServiceBearerToken']
      : named(['GetAuthorizationToken']);
  const needed = (ecr.kind === 'public' ? PUBLIC : PRIVATE)[actions];
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      statement(signIn, '*'),
      ...(needed.length === 0 ? [] : [statement(named(needed), arnOf(repository.path))]),
      ...(mountFrom.length === 0 ? [] : [statement(named(MOUNT), mountFrom.map(arnOf))]),
    ],
  });
}
