import type { StepCode } from '../errors.ts';

/** An answer that one make of registry is known to give, what it means, and what to do about it. */
type KnownAnswer = {
  /** Statuses it comes with. */
  readonly statuses: readonly number[];
  /** What code and message say, as `CODE message`. */
  readonly says: RegExp;
  readonly means: StepCode;
  readonly hint: string;
};

const IMMUTABLE_HINT =
  'The registry itself keeps this tag from being changed. If the same image is there the run succeeds; publish a rebuilt image under another tag.';

/**
 * What registries answer where the specification leaves it to them, most telling first. Sources are their own code and
 * documents, and what users have reported.
 */
export const KNOWN_ANSWERS: readonly KnownAnswer[] = [
  // Amazon ECR
  {
    statuses: [400],
    says: /tag is immutable|repository is immutable|TAG_INVALID.*already exists/i,
    means: 'TAG_EXISTS',
    hint: IMMUTABLE_HINT,
  },
  {
    statuses: [404],
    says: /NAME_UNKNOWN.*does not exist in the registry with id/i,
    means: 'REPOSITORY_MISSING',
    hint: 'Amazon ECR makes no repository on a push: run "aws ecr create-repository --repository-name …" once, or set up a repository creation template.',
  },
  // Google Artifact Registry
  { statuses: [400, 403, 409], says: /enabled tag immutability/i, means: 'TAG_EXISTS', hint: IMMUTABLE_HINT },
  {
    statuses: [403, 404],
    says: /artifactregistry\.repositories|Artifact Registry API|Repository ".*" not found/i,
    means: 'REGISTRY_DENIED',
    hint: 'Google Artifact Registry: create the repository, and grant roles/artifactregistry.writer on it to the account that signs in.',
  },
  // Harbor
  { statuses: [412], says: /configured as immutable/i, means: 'TAG_EXISTS', hint: IMMUTABLE_HINT },
  {
    statuses: [412],
    says: /PROJECTPOLICYVIOLATION/,
    means: 'REGISTRY_DENIED',
    hint: "Harbor lets nobody pull the image under this project's policy (vulnerabilities, or a signature that is missing), so it cannot be read back: relax the policy for the pushing project, or scan and sign before it is pulled.",
  },
  {
    statuses: [401, 403],
    says: /unauthorized to access repository/i,
    means: 'REGISTRY_DENIED',
    hint: 'Harbor: the robot account needs "push" and "pull" of repositories in this project.',
  },
  {
    statuses: [404],
    says: /project .* not found/i,
    means: 'REPOSITORY_MISSING',
    hint: 'Harbor: create the project first. It is the part of "image" after the host.',
  },
  {
    statuses: [403],
    says: /will exceed the configured upper limit/i,
    means: 'REGISTRY_DENIED',
    hint: "Harbor: the project's quota is used up. Clean up old images, or raise it.",
  },
  // Quay
  {
    statuses: [409],
    says: /TAG_IMMUTABLE|TAG_ALREADY_EXISTS|tag .* is immutable/i,
    means: 'TAG_EXISTS',
    hint: IMMUTABLE_HINT,
  },
  // Azure Container Registry
  {
    statuses: [405],
    says: /operation is disallowed on this registry, repository or image/i,
    means: 'TAG_EXISTS',
    hint: 'Azure Container Registry: the image or the repository is locked ("az acr repository show" has writeEnabled false).',
  },
  // Nexus
  {
    statuses: [400],
    says: /does not allow updating assets/i,
    means: 'TAG_EXISTS',
    hint: 'Nexus: the repository\'s deployment policy is "Disable redeploy". Publish under a tag of its own, or allow redeploys for this repository.',
  },
  // Artifactory
  {
    statuses: [401, 403],
    says: /needs DELETE permission|permissions to (?:delete|overwrite)/i,
    means: 'TAG_EXISTS',
    hint: 'Artifactory lets only accounts with the Delete permission overwrite a tag. Publish under another tag; version tags should not move.',
  },
  // Docker Hub
  { statuses: [400, 403], says: /immutable/i, means: 'TAG_EXISTS', hint: IMMUTABLE_HINT },
  {
    statuses: [401, 403],
    says: /access token has insufficient scopes/i,
    means: 'REGISTRY_DENIED',
    hint: 'Docker Hub: make an access token with "Read & Write".',
  },
  // GHCR
  {
    statuses: [403],
    says: /permission_denied|write_package|The token provided does not match expected scopes/i,
    means: 'REGISTRY_DENIED',
    hint: 'GHCR: the job needs "permissions: packages: write", and the package must give this repository the role Write (package settings, "Manage Actions access").',
  },
  // GitLab
  {
    statuses: [401, 403],
    says: /protected (?:container )?(?:tag|repository)/i,
    means: 'REGISTRY_DENIED',
    hint: 'GitLab: this tag or repository is protected; give the account the role that its protection rule asks for.',
  },
  // Any
  {
    statuses: [400, 404],
    says: /MANIFEST_BLOB_UNKNOWN/,
    means: 'CONTENT_MISSING',
    hint: 'The registry no longer has what it took a moment ago. Run the job again; if it happens again, ask whoever runs the registry.',
  },
  {
    statuses: [413],
    says: /.*/s,
    means: 'REGISTRY_ANSWER',
    hint: 'Something before the registry refuses bodies of this size: raise the limit of the proxy (nginx: client_max_body_size 0).',
  },
  {
    statuses: [400, 403, 507],
    says: /quota|insufficient storage|no space left/i,
    means: 'REGISTRY_DENIED',
    hint: 'The registry has no room left for this account: clean up old images, or raise the quota.',
  },
];
