import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import type { Registry } from '../../doubles/services.ts';

/** A document as a registry serves it, and our own hash of its exact bytes. */
export type Served = { readonly digest: string; readonly mediaType: string; readonly document: Manifest };

/** What the tests read of a manifest or an index. */
export type Manifest = {
  readonly config?: { readonly digest: string };
  readonly manifests?: readonly {
    readonly digest: string;
    readonly platform?: { readonly os: string; readonly architecture: string };
  }[];
};

type Answer = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly bytes: Buffer };

const ACCEPT = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/** served asks a registry for a tag or a digest, with no code of the action; undefined if it has nothing there. */
export async function served(registry: Registry, repository: string, reference: string): Promise<Served | undefined> {
  const { host, scheme } = registry;
  const url = new URL(`${scheme}://${host}/v2/${repository}/manifests/${reference}`);
  const authorization = await authorizationFor(registry, await get(url, registry));
  const answer = await get(url, registry, { accept: ACCEPT, authorization });
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw new Error(`GET ${url.href} was answered with ${answer.status}`);
  return {
    digest: `sha256:${createHash('sha256').update(answer.bytes).digest('hex')}`,
    mediaType: answer.headers['content-type'] ?? '',
    document: JSON.parse(answer.bytes.toString()) as Manifest,
  };
}

async function authorizationFor(registry: Registry, { headers }: Answer): Promise<string> {
  const basic = `Basic ${Buffer.from(`${registry.username}:${registry.password}`).toString('base64')}`;
  // Gitea adds another challenge, with a realm of its own.
  const challenge = /^Bearer (?:\w+="[^"]*"[, ]*)+/.exec(headers['www-authenticate'] ?? '')?.[0];
  if (challenge === undefined) return basic;
  const { realm = '', ...asked } = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const url = new URL(`?${new URLSearchParams(asked)}`, realm);
  const { token } = JSON.parse((await get(url, registry, { authorization: basic })).bytes.toString()) as {
    token: string;
  };
  return `Bearer ${token}`;
}

function get(url: URL, { ca }: Registry, headers: http.OutgoingHttpHeaders = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const options = { headers, ...(ca === null ? {} : { ca: readFileSync(ca) }) };
  const request = (url.protocol === 'https:' ? https : http).get(url, options, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.once('error', reject);
    response.once('end', () => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) });
    });
  });
  request.once('error', reject);
  return promise;
}
