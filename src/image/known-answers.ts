import type { StepCode } from '../errors.ts';

/** The kind of request that was answered, if it changes the meaning of the answer. */
export type Question = 'login' | 'upload' | 'index' | 'attestation' | 'docker-manifest';

/** What a registry said: to our own request, or to the engine, which passes on the words but not the status. */
export type Saying = {
  readonly status?: number;
  /** Its errors as `CODE message (detail)`, or any other text; for docker, its output. */
  readonly words: string;
  readonly to?: Question | undefined;
};

/** A known answer of registries, its meaning, and what to do. */
export type KnownAnswer = {
  /** The statuses of this answer; undefined if any. */
  readonly statuses?: readonly number[];
  /** The text of this answer; undefined if the status is enough. */
  readonly says?: RegExp;
  readonly to?: Question;
  readonly means: StepCode;
  readonly hint: string;
};

/** knownAnswer finds the meaning of an answer; undefined if it is unknown. */
export function knownAnswer({ status, words, to }: Saying): KnownAnswer | undefined {
  return KNOWN_ANSWERS.find((known) => {
    if (known.to !== undefined && known.to !== to) return false;
    if (known.says === undefined) return status !== undefined && known.statuses?.includes(status) === true;
    const isStatus = status === undefined || known.statuses === undefined || known.statuses.includes(status);
    return isStatus && known.says.test(words);
  });
}

const IMMUTABLE_HINT =
  'A rule of the registry makes this tag immutable. Publish a rebuilt image under another tag ("sha-tag"). Exclude tags that move ("moving-tags") from this rule.';
const NO_PUSHES_HINT =
  'This registry accepts no pushes: it is read-only, or a pull-through cache. In "image", name the registry that stores the images.';
const TOO_LARGE_HINT =
  'A proxy in front of the registry rejects uploads of this size: raise its limit (nginx: client_max_body_size 0).';
const NOT_LET_THROUGH_HINT =
  'A proxy in front of the registry does not know this kind of request: let it pass GET, HEAD, POST, PATCH and PUT below "/v2/", with bodies of any length, or use no proxy (NO_PROXY).';
const OCI_ONLY_HINT =
  'This registry may accept only OCI images, and this manifest has the older types of Docker: use "engine: direct", build with "oci-mediatypes=true", or allow these types there (zot: "compat": ["docker2s2"]).';
const NO_INDEX_HINT =
  'This registry may accept no image index (an image for several platforms, or with attestations): update the registry, or build for one platform without attestations ("provenance: false", "sbom: false").';

/** How registries say that they do not accept this kind of manifest; some say nothing. */
const NO_SUCH_KIND = /MANIFEST_INVALID|UNSUPPORTED|manifest|media ?type|schema|^\s*$/i;

/**
 * The answers of registries where the specification allows several, the most specific first. Sources are the code and
 * documents of the registries, and reports of users. The table is used for our own requests and for `docker push`.
 */
export const KNOWN_ANSWERS: readonly KnownAnswer[] = [
  // Logins
  {
    statuses: [401, 403],
    says: /authorization token has expired/i,
    means: 'LOGIN_FAILED',
    hint: 'Amazon ECR: a password is valid for 12 hours, in one region. Create it in this job, or use "identity".',
  },
  {
    to: 'login',
    says: /expired/i,
    means: 'LOGIN_FAILED',
    hint: 'The password or token has expired: create a new one, and store it in the secret of "password".',
  },
  {
    to: 'login',
    says: /disabled|deactivated|suspended|is locked|blocked|inactive/i,
    means: 'LOGIN_FAILED',
    hint: 'The account or its token is disabled on the registry: enable it there, or use another one.',
  },
  {
    to: 'login',
    says: /two[- ]factor|\b2FA\b|must use a personal access token/i,
    means: 'LOGIN_FAILED',
    hint: 'The registry requires a token instead of the password of this account: create one there, and use it as "password".',
  },
  {
    to: 'login',
    says: /(?:incorrect|invalid|wrong|bad) (?:username|user name|password|credentials)|could not find robot|username or password/i,
    means: 'LOGIN_FAILED',
    hint: 'The registry says that the name or the password is wrong: compare both with what the registry shows. Look for blanks, and for a secret of another environment.',
  },
  // Amazon ECR
  {
    statuses: [400],
    says: /tag is immutable|repository is immutable|TAG.INVALID.*already exists/i,
    means: 'TAG_EXISTS',
    hint: IMMUTABLE_HINT,
  },
  {
    statuses: [404],
    says: /does not exist in the registry with id/i,
    means: 'REPOSITORY_MISSING',
    hint: 'Amazon ECR does not create a repository on a push: run "aws ecr create-repository --repository-name …" once, or set up a repository creation template.',
  },
  // The registry of the CUE project
  { statuses: [403], says: /cannot overwrite tag/i, means: 'TAG_EXISTS', hint: IMMUTABLE_HINT },
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
    says: /"(?:Pending|Running|Scheduled)" status of vulnerability scanning/i,
    means: 'REGISTRY_DENIED',
    hint: 'Harbor allows no pull of the image until it is scanned, and the scan has not finished: look at its scanner, and run the job again.',
  },
  {
    statuses: [412],
    says: /PROJECTPOLICYVIOLATION|due to configured policy in|not signed by (?:cosign|notation)/,
    means: 'REGISTRY_DENIED',
    hint: 'Harbor: the policy of this project allows no pull of this image (vulnerabilities, or a missing signature), so it cannot be read back. Turn on "scan on push", sign the image, or relax the policy. Robots are not exempt.',
  },
  {
    statuses: [401, 403],
    says: /unauthorized to access repository/i,
    means: 'REGISTRY_DENIED',
    hint: 'Harbor: the robot account needs "push" and "pull" of repositories in this project.',
  },
  {
    statuses: [401, 403, 404],
    says: /project \S+ not found/i,
    means: 'REPOSITORY_MISSING',
    hint: 'Harbor: create the project first. It is the part of "image" after the host.',
  },
  {
    statuses: [400],
    says: /invalid repository name/i,
    means: 'REPOSITORY_MISSING',
    hint: 'Harbor requires a project in "image", after the host: "registry.example/project/name".',
  },
  {
    statuses: [403],
    says: /will exceed the configured upper limit/i,
    means: 'REGISTRY_DENIED',
    hint: 'Harbor: the quota of the project is used up; the message has its figures. Delete old images, or raise the quota.',
  },
  {
    statuses: [403],
    says: /can ?not push artifact to a proxy project/i,
    means: 'REGISTRY_DENIED',
    hint: 'Harbor: this project is a proxy of another registry and accepts no pushes. Name another project in "image".',
  },
  // Quay
  {
    statuses: [409],
    says: /TAG_IMMUTABLE|TAG_ALREADY_EXISTS|tag .*is immutable/i,
    means: 'TAG_EXISTS',
    hint: IMMUTABLE_HINT,
  },
  // Azure Container Registry
  {
    statuses: [401, 403],
    says: /client with IP \S+ is not allowed access/i,
    means: 'REGISTRY_DENIED',
    hint: 'Azure Container Registry: its firewall blocks this runner. Allow the address in the message during the job ("az acr network-rule add"), or run the job on a runner inside its network.',
  },
  {
    statuses: [405],
    says: /operation is disallowed on this registry, repository or image/i,
    means: 'TAG_EXISTS',
    hint: 'Azure Container Registry: the image or the repository is locked ("az acr repository show" has writeEnabled false).',
  },
  // Nexus
  {
    statuses: [400, 403],
    says: /does not allow updating (?:assets|components)|redeploy/i,
    means: 'TAG_EXISTS',
    hint: 'Nexus: the deployment policy of the repository is "Disable redeploy", which also rejects a manifest under a second name. Set "Allow redeploy" for this repository. An image of the engine with only a SHA tag also works with "engine: docker".',
  },
  // Artifactory
  {
    statuses: [401, 403],
    says: /needs DELETE permission|permissions to (?:delete|overwrite)/i,
    means: 'TAG_EXISTS',
    hint: 'Artifactory lets only accounts with the Delete permission overwrite a tag. Publish under another tag; version tags should not move.',
  },
  // Docker Hub
  { statuses: [400, 403], says: /immutab/i, means: 'TAG_EXISTS', hint: IMMUTABLE_HINT },
  {
    statuses: [401, 403],
    says: /access token has insufficient scopes/i,
    means: 'REGISTRY_DENIED',
    hint: 'Docker Hub: create an access token with "Read & Write".',
  },
  // GHCR
  {
    statuses: [403],
    says: /IP allow list enabled/i,
    means: 'REGISTRY_DENIED',
    hint: 'GitHub: the organization allows only the addresses of its allow list, and the address of this runner is not in it. Add it there, or use a runner whose address is in the list.',
  },
  {
    statuses: [403],
    says: /installation not allowed to (?:create|write) organization package/i,
    means: 'REGISTRY_DENIED',
    hint: 'GHCR: the job needs "permissions: packages: write". If it has that, the organization may not allow new packages (its settings, "Packages"), or the package exists and does not give this repository the role Write.',
  },
  {
    statuses: [403],
    says: /permission_denied|write_package|The token provided does not match expected scopes/i,
    means: 'REGISTRY_DENIED',
    hint: 'GHCR: the job needs "permissions: packages: write", and the package must give this repository the role Write (package settings, "Manage Actions access").',
  },
  // DigitalOcean
  {
    statuses: [403],
    says: /registry contains \d+ repositories, limit is \d+/i,
    means: 'REGISTRY_DENIED',
    hint: 'DigitalOcean: the plan of this registry allows no more repositories. Name an existing one in "image", delete another, or choose a larger plan.',
  },
  // GitLab
  {
    statuses: [401, 403],
    says: /protected (?:container )?(?:tag|repository)/i,
    means: 'REGISTRY_DENIED',
    hint: 'GitLab: this tag or repository is protected; give the account the role that its protection rule requires.',
  },
  // Any
  {
    statuses: [400, 404],
    says: /MANIFEST.BLOB.UNKNOWN/i,
    means: 'CONTENT_MISSING',
    hint: 'The registry no longer has what was just uploaded. Run the job again; if it happens again, ask the operator of the registry.',
  },
  {
    statuses: [400, 403, 405, 500, 503],
    says: /read[- ]?only/i,
    means: 'REGISTRY_DENIED',
    hint: 'The registry is read-only now, for its garbage collection or by a setting. Run the job again later, or ask its operator.',
  },
  {
    statuses: [400, 500, 507],
    says: /no space left on device|insufficient storage|disk (?:is )?full/i,
    means: 'PUSH_FAILED',
    hint: 'A disk is full: the disk of the registry, or, if "docker push" says this, the disk of the engine. Free some space there.',
  },
  {
    statuses: [400, 403, 507],
    says: /quota/i,
    means: 'REGISTRY_DENIED',
    hint: 'The registry has no space left for this account: delete old images, or raise the quota.',
  },
  {
    statuses: [400],
    says: /SSL certificate/i,
    means: 'REGISTRY_DENIED',
    hint: 'A proxy in front of the registry (nginx) asks for a client certificate, and this action has none. Use an address of the registry that asks for none, or let the proxy accept a password or token instead.',
  },
  { statuses: [413], means: 'REGISTRY_ANSWER', hint: TOO_LARGE_HINT },
  { says: /HTTP 413|413 Request Entity Too Large/i, means: 'REGISTRY_ANSWER', hint: TOO_LARGE_HINT },
  {
    statuses: [400],
    says: /invalid URL on layer|foreign layer|non-?distributable/i,
    means: 'REGISTRY_ANSWER',
    hint: 'The image has foreign layers (as in older Windows images), and the registry rejects them: use a base image without them, or allow their addresses there (distribution: "validation.manifests.urls.allow").',
  },
  {
    statuses: [404],
    says: /BLOB_UPLOAD_UNKNOWN|blob upload unknown/i,
    means: 'PUSH_FAILED',
    hint: 'The registry does not know an upload that it has started itself. If it runs on several machines, they need one storage that shows writes immediately, and one secret (distribution: "http.secret"). A proxy in front of it must not change the query of addresses.',
  },
  {
    to: 'upload',
    statuses: [405],
    means: 'REGISTRY_DENIED',
    hint: NO_PUSHES_HINT,
  },
  {
    statuses: [405],
    says: /operation is unsupported|405 Method Not Allowed/i,
    means: 'REGISTRY_DENIED',
    hint: NO_PUSHES_HINT,
  },
  {
    to: 'upload',
    statuses: [404],
    means: 'REPOSITORY_MISSING',
    hint: 'Create the repository, or its owner or project, on the registry first, or correct the path in "image" (Gitea requires "owner/name").',
  },
  {
    to: 'attestation',
    statuses: [400, 405, 415, 422, 501],
    says: NO_SUCH_KIND,
    means: 'REGISTRY_ANSWER',
    hint: 'This registry may accept no attestations, which buildx adds by default: update the registry, or build without them ("provenance: false", "sbom: false").',
  },
  {
    to: 'index',
    statuses: [400, 405, 415, 422, 501],
    says: NO_SUCH_KIND,
    means: 'REGISTRY_ANSWER',
    hint: NO_INDEX_HINT,
  },
  {
    to: 'docker-manifest',
    statuses: [400, 405, 415, 422],
    says: NO_SUCH_KIND,
    means: 'REGISTRY_ANSWER',
    hint: OCI_ONLY_HINT,
  },
  { statuses: [], says: /manifest invalid/i, means: 'REGISTRY_ANSWER', hint: OCI_ONLY_HINT },
  { statuses: [501], means: 'REGISTRY_ANSWER', hint: NOT_LET_THROUGH_HINT },
  { statuses: [], says: /HTTP 501|501 Not Implemented/i, means: 'REGISTRY_ANSWER', hint: NOT_LET_THROUGH_HINT },
];
