import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { sha256 } from '../../doubles/registry/digest.ts';
import { INDEX, MANIFEST } from '../../doubles/registry/media-types.ts';

export type Reply = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** False where the connection ended before the body did. */
  readonly complete: boolean;
  json(): unknown;
  /** Code of the first error of an OCI error body. */
  code(): string | undefined;
};

export type Question = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  readonly ca?: string;
  readonly signal?: AbortSignal;
};

export const ACCEPT = [...Object.values(MANIFEST), ...Object.values(INDEX)].join(', ');

/** One bare request: no redirects, no decompression, no retries, a connection of its own. */
export async function send(method: string, url: string, question: Question = {}): Promise<Reply> {
  const { headers = {}, body, ca, signal } = question;
  const length = 'transfer-encoding' in headers ? {} : lengthOf(method, body);
  const options = { method, headers: { ...length, ...headers }, agent: false as const, signal };
  const outgoing = url.startsWith('https:') ? secureRequest(url, { ...options, ca }) : request(url, options);
  // After the answer has begun, an error shows as an incomplete body.
  outgoing.on('error', () => undefined).end(body);
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
  const { bytes, complete } = await bodyOf(incoming);
  const json = (): unknown => JSON.parse(bytes.toString());
  return {
    status: incoming.statusCode ?? 0,
    headers: incoming.headers,
    body: bytes,
    complete,
    json,
    code: () => (json() as { errors?: { code?: string }[] }).errors?.[0]?.code,
  };
}

function lengthOf(method: string, body: Buffer | string | undefined): Record<string, string> {
  if (body !== undefined) return { 'content-length': String(Buffer.byteLength(body)) };
  return method === 'POST' || method === 'PUT' || method === 'PATCH' ? { 'content-length': '0' } : {};
}

async function bodyOf(incoming: IncomingMessage): Promise<{ bytes: Buffer; complete: boolean }> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
  } catch {
    return { bytes: Buffer.concat(chunks), complete: false };
  }
  return { bytes: Buffer.concat(chunks), complete: incoming.complete };
}

export function basic(user: string, password: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** tokenFor asks the token service that a challenge names for a token with these scopes. */
export async function tokenFor(
  challenge: string,
  { scopes, headers, ca }: { readonly scopes: readonly string[] } & Question,
): Promise<string> {
  const parameter = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? '';
  const url = new URL(parameter('realm'));
  url.searchParams.set('service', parameter('service'));
  for (const scope of scopes) url.searchParams.append('scope', scope);
  const reply = await send('GET', url.href, {
    ...(headers === undefined ? {} : { headers }),
    ...(ca === undefined ? {} : { ca }),
  });
  return (reply.json() as { token: string }).token;
}

/** POST and one PUT. */
export async function pushBlob(
  origin: string,
  repository: string,
  body: Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const opened = await send('POST', `${origin}/v2/${repository}/blobs/uploads/`, { headers });
  if (opened.status !== 202) return opened;
  return send('PUT', withDigest(origin, opened, body), { headers, body });
}

export function withDigest(origin: string, opened: Reply, body: Buffer): string {
  const { href, search } = new URL(opened.headers.location ?? '', origin);
  return `${href}${search === '' ? '?' : '&'}digest=${sha256(body)}`;
}
