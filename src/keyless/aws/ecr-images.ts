import { ActionError, type StepCode } from '../../errors.ts';
import { httpClient } from '../../http/client.ts';
import type { HttpAnswer } from '../../http/http.ts';
import { type Digest, parseDigest } from '../../image/digest.ts';
import { isImageConfig, isIndexType } from '../../image/media-types.ts';
import type { Listed, ManifestList, OwnList, Removal } from '../../image/own-list.ts';
import { isTag, type Repository, repositoryName } from '../../image/reference.ts';
import { excerpt } from '../../secret/masked.ts';
import { systemClock } from '../../time/clock.ts';
import type { CloudKeylessOptions } from '../cloud-keyless.ts';
import { Exchange, jsonOf } from '../exchange.ts';
import { sessionNameOf, tokenFor } from '../job-session.ts';
import type { AwsIdentity, KeylessActions } from '../keyless.ts';
import { assumeRole, type RoleSession } from './assume-role.ts';
import { ecrHost } from './endpoints.ts';
import { saidByEcr } from './said-by-ecr.ts';
import { signedHeaders } from './signature.ts';

const WHO = 'Amazon ECR';
/** How many images a page has (ECR API reference, DescribeImages), and how many pages are read at most. */
const PAGE = 1000;
const MOST_PAGES = 300;
/** Longest page, in bytes: an image may have a thousand tags. */
const LIMIT = 16 * 1024 * 1024;
/** Archived images are listed only if they are asked for. */
const STATES = ['ACTIVE', 'ARCHIVED', 'ACTIVATING'] as const;
/** Keys are replaced this long before they expire, in milliseconds. */
const MARGIN = 5 * 60_000;
/** A digest that no content has: trying to delete it shows whether we may delete. */
const NOTHING = `sha256:${'0'.repeat(64)}`;

export type EcrImagesOptions = Omit<CloudKeylessOptions, 'actions'> & {
  readonly identity: AwsIdentity;
  readonly repository: Repository;
  readonly actions: Exclude<KeylessActions, 'pull,push'>;
};

/** ecrImages is the list of a private registry of Amazon ECR, by its own API (version 2015-09-21). */
export function ecrImages({ identity, repository, actions, signal, mask, ...more }: EcrImagesOptions): OwnList {
  const { clock = systemClock, environment = () => process.env } = more;
  const http = more.http ?? httpClient({ signal });
  const exchange = new Exchange({ http, clock, signal, mask });
  const name = repositoryName(repository);
  let session: Promise<RoleSession> | undefined;

  const open = async (): Promise<RoleSession> => {
    const desk = { exchange, environment: environment() };
    const token = await tokenFor(identity, desk);
    const sessionName = sessionNameOf(desk.environment);
    return assumeRole(exchange, identity, { token, repository, sessionName, actions, mountFrom: [] });
  };
  const keys = async (): Promise<RoleSession> => {
    session ??= open();
    const current = await session;
    if (clock.date() < current.expiresAt - MARGIN) return current;
    session = open();
    return session;
  };
  const ask = async (operation: string, fields: object, how: 'ask' | 'askOnce'): Promise<HttpAnswer> => {
    const url = new URL(`https://${ecrHost(identity.ecr)}/`);
    const target = `AmazonEC2ContainerRegistry_V20150921.${operation}`;
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
    const registryId = repository.registry.slice(0, 12);
    const body = JSON.stringify({ registryId, repositoryName: repository.path, ...fields });
    const unsigned = { method: 'POST', url, headers, body } as const;
    const { keys: held } = await keys();
    const scope = { keys: held, service: 'ecr', region: identity.ecr.region, date: exchange.now };
    const asked = { who: WHO, ...unsigned, headers: signedHeaders(unsigned, scope), limit: LIMIT };
    return how === 'ask' ? exchange.ask(asked, isBusy) : exchange.askOnce(asked);
  };
  const remove = (digest: string) => ask('BatchDeleteImage', { imageIds: [{ imageDigest: digest }] }, 'askOnce');

  return {
    mayDelete: async () => {
      const answer = await remove(NOTHING);
      if (answer.status === 200) return true;
      const error = refusal('BatchDeleteImage', answer, name);
      if (error.code === 'REGISTRY_DENIED') return false;
      throw error;
    },
    listManifests: async (): Promise<ManifestList> => {
      const found = new Map<Digest, Listed>();
      let requests = 0;
      for (const state of STATES) {
        const filter = state === 'ACTIVE' ? {} : { filter: { imageStatus: state } };
        const tokens = new Set<string>();
        for (let token: string | undefined; ; ) {
          const next = token === undefined ? {} : { nextToken: token };
          const answer = await ask('DescribeImages', { maxResults: PAGE, ...next, ...filter }, 'ask');
          requests += 1;
          if (answer.status !== 200) throw refusal('DescribeImages', answer, name);
          const { imageDetails, nextToken } = jsonOf(answer);
          if (!Array.isArray(imageDetails)) throw unusable(name, 'one of its pages has no images');
          for (const each of imageDetails) take(found, each, { isActive: state === 'ACTIVE', name });
          if (nextToken === undefined || nextToken === null) break;
          if (typeof nextToken !== 'string' || tokens.has(nextToken)) throw unusable(name, 'it repeats itself');
          if (requests === MOST_PAGES) throw unusable(name, `it has more than ${MOST_PAGES} pages`);
          tokens.add(nextToken);
          token = nextToken;
        }
      }
      return { manifests: [...found.values()], requests, left: undefined };
    },
    remove: async ({ digest }): Promise<Removal> => {
      try {
        return removalOf(await remove(digest), name);
      } catch (thrown) {
        signal.throwIfAborted();
        if (!(thrown instanceof ActionError)) throw thrown;
        return { kind: 'doubtful', error: thrown };
      }
    },
    close: () => {
      if (more.http === undefined) http.close();
    },
  };
}

/** With status 200, it may still say that the image was not deleted (API reference, ImageFailure). */
function removalOf(answer: HttpAnswer, name: string): Removal {
  if (answer.status !== 200) {
    const error = refusal('BatchDeleteImage', answer, name);
    return { kind: answer.status >= 500 || error.code === 'RATE_LIMITED' ? 'doubtful' : 'refused', error };
  }
  const { failures } = jsonOf(answer);
  const [failure] = Array.isArray(failures) ? (failures as readonly unknown[]) : [];
  if (failure === undefined) return { kind: 'sent' };
  const { failureCode, failureReason } = (failure ?? {}) as Readonly<Record<string, unknown>>;
  if (failureCode === 'ImageNotFound') return { kind: 'sent' };
  const says = excerpt(`${failureCode} ${failureReason}`, 400);
  if (failureCode === 'ImageReferencedByManifestList') return { kind: 'protected', says };
  return { kind: 'doubtful', error: new ActionError('REGISTRY_ANSWER', `${name}: ${says}`, { hint: LOOK }) };
}

const LOOK = 'Look up the answer in the API reference of Amazon ECR, and run the job again.';

/**
 * Takes one image. An archived one cannot be read, and gets no date, so that it stays. An artifact with a tag gets no
 * type, so that it is read: its subject stays with it, and ECR's list of referrers is not always complete.
 */
function take(
  found: Map<Digest, Listed>,
  image: unknown,
  { isActive, name }: { readonly isActive: boolean; readonly name: string },
): void {
  const detail = (image ?? {}) as Readonly<Record<string, unknown>>;
  const { imageTags: tags = [], imagePushedAt, imageManifestMediaType: type, artifactMediaType } = detail;
  const digest = parseDigest(String(detail.imageDigest));
  const areTags = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && isTag(tag));
  if (digest === undefined || !areTags || typeof imagePushedAt !== 'number' || !Number.isFinite(imagePushedAt))
    throw unusable(name, 'one of its images has no digest, tags or date');
  const isImage = isImageConfig({ mediaType: String(artifactMediaType) });
  const isArtifact = !isImage && !isIndexType({ mediaType: String(type) });
  const mediaType = typeof type === 'string' && !(isArtifact && tags.length > 0) ? type : undefined;
  const known = found.get(digest);
  // A page may repeat an image that moved to it. A registry that does not know the filter lists the active images
  // again.
  const all = [...new Set([...(known?.tags ?? []), ...(tags as string[])])];
  const dates = isActive || known !== undefined ? [imagePushedAt * 1000] : [];
  found.set(digest, { digest, tags: all, dates, mediaType });
}

function refusal(operation: string, answer: HttpAnswer, name: string): ActionError {
  const { status, code, message } = saidByEcr(answer);
  const text = `${status} ${code} ${message}`;
  const known: readonly (readonly [RegExp, StepCode, string])[] = [
    [/Throttling|RequestLimitExceeded|^429 /, 'RATE_LIMITED', 'Run the job again later.'],
    [
      /AccessDenied|not authorized|^403 /,
      'REGISTRY_DENIED',
      `Allow the role ecr:${operation} on the repository; docs/registries/ecr.md lists all permissions that it needs.`,
    ],
    [/RepositoryNotFound/, 'REPOSITORY_MISSING', 'Correct the name in "image".'],
  ];
  const [, meaning, hint] = known.find(([says]) => says.test(text)) ?? [undefined, 'REGISTRY_ANSWER' as const, LOOK];
  const words = excerpt(`${code} ${message}`, 400);
  return new ActionError(meaning, `${operation} for ${name} was answered with status ${status}: ${words}.`, { hint });
}

function unusable(name: string, how: string): ActionError {
  return new ActionError('REGISTRY_ANSWER', `Amazon's list of the images of ${name} cannot be used: ${how}.`, {
    hint: 'Nothing was deleted, because an image that is missing in the list would not be kept. Run the job again.',
  });
}

/** For throttling, ECR answers with status 400. */
function isBusy(answer: HttpAnswer): boolean {
  return answer.status === 400 && /^Throttling|^RequestLimitExceeded/.test(saidByEcr(answer).code);
}
