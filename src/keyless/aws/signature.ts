import { createHash, createHmac } from 'node:crypto';

export type AwsKeys = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};

/** A request before it is signed. The names of headers are in lower case. */
export type Unsigned = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type SigningScope = {
  readonly keys: AwsKeys;
  readonly service: string;
  readonly region: string;
  /** In milliseconds since 1970. */
  readonly date: number;
};

/**
 * signedHeaders returns the headers of a request with a signature, version 4 (IAM user guide, "Create a signed AWS API
 * request"), which covers all of them and the host.
 */
export function signedHeaders(
  request: Unsigned,
  { keys, service, region, date }: SigningScope,
): Record<string, string> {
  const time = new Date(date).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const headers: Record<string, string> = {
    ...request.headers,
    'x-amz-date': time,
    ...(keys.sessionToken === undefined ? {} : { 'x-amz-security-token': keys.sessionToken }),
  };
  const day = time.slice(0, 8);
  const scope = `${day}/${region}/${service}/aws4_request`;
  const signed = { ...headers, host: request.url.host };
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonicalRequest({ ...request, headers: signed }))].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${keys.secretAccessKey}`);
  const authorization = [
    `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}`,
    `SignedHeaders=${headerNames(signed)}`,
    `Signature=${hmac(key, text).toString('hex')}`,
  ].join(', ');
  return { ...headers, authorization };
}

/** canonicalRequest is the form of a request that both sides hash (the same guide, step 1). */
export function canonicalRequest({ method, url, headers, body }: Unsigned): string {
  const lines = sorted(Object.keys(headers)).map((name) => `${name}:${headers[name]?.trim().replace(/ +/g, ' ')}\n`);
  const path = url.pathname.split('/').map((part) => encoded(decodeURIComponent(part)));
  return [method, path.join('/'), canonicalQuery(url), lines.join(''), headerNames(headers), sha256(body)].join('\n');
}

function canonicalQuery(url: URL): string {
  const pairs = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return sorted(pairs).join('&');
}

function headerNames(headers: Readonly<Record<string, string>>): string {
  return sorted(Object.keys(headers)).join(';');
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...texts].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
}

/** All but the unreserved characters of RFC 3986 are encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
