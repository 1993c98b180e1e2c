import type { EcrRegistry } from '../../image/cloud-registry.ts';
import type { Repository } from '../../image/reference.ts';
import type { KeylessActions } from '../keyless.ts';

/** What a push takes (Amazon ECR user guide, "Required IAM permissions for pushing an image"). */
const PUSH = [
  'BatchCheckLayerAvailability',
  'InitiateLayerUpload',
  'UploadLayerPart',
  'CompleteLayerUpload',
  'PutImage',
];
/** What reading back takes; anyone may read the public registry. */
const READ = ['BatchGetImage', 'GetDownloadUrlForLayer'];

/** What a session may do, and where. */
export type SessionScope = { readonly repository: Repository; readonly actions: KeylessActions };

/**
 * sessionPolicy narrows whatever role the job is given to pushing to this repository and reading it back, or
 * to reading it alone: what the session may do is what both the role and this policy allow (IAM user guide, "Session policies").
 */
export function sessionPolicy(ecr: EcrRegistry, { repository: { registry, path }, actions }: SessionScope): string {
  const service = ecr.kind === 'public' ? 'ecr-public' : 'ecr';
  const named = (actions: readonly string[]) => actions.map((action) => `${service}:${action}`);
  const statement = (Action: readonly string[], Resource: string) => ({ Effect: 'Allow', Action, Resource });
  const arn =
    ecr.kind === 'public'
      ? // The first part of a public path is an alias of the account, which only AWS knows.
        `arn:${ecr.partition.id}:ecr-public::*:repository/${path.slice(path.indexOf('/') + 1)}`
      : `arn:${ecr.partition.id}:ecr:${ecr.region}:${registry.slice(0, 12)}:repository/${path}`;
  const signIn =
    ecr.kind === 'public'
      ? [...named(['GetAuthorizationToken']), 'sts:GetServiceBearerToken']
      : named(['GetAuthorizationToken']);
  const needed = [...(actions === 'pull' ? [] : PUSH), ...(ecr.kind === 'public' ? [] : READ)];
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [statement(signIn, '*'), ...(needed.length === 0 ? [] : [statement(named(needed), arn)])],
  });
}
