import { SnappyProblem, unsnapped } from '../compression/snappy.ts';
import { asError } from '../errors.ts';
import { httpClient } from '../http/client.ts';
import { type HttpAnswer, type HttpClient, readAnswer } from '../http/http.ts';
import { isLoopback } from '../text/loopback.ts';
import { field } from './answer.ts';
import type { AttestedBundle, AttestedBundles } from './attested-bundles.ts';
import { ApiProblem } from './github.ts';
import { openRest, type RestGitHubOptions } from './rest-github.ts';

/** The permission that the token needs. */
const PERMISSION = 'attestations: read';
/** Bundles on one page; GitHub allows no more. */
const MOST = 100;
/** Largest bundle, in bytes, before and after it is decompressed. */
const LARGEST = 1 << 20;
const SNAPPY = 'application/x-snappy';

/** restAttestedBundles is GitHub's store by its REST API: `GET /repos/{owner}/{repo}/attestations/{subject_digest}`. */
export function restAttestedBundles(options: RestGitHubOptions): AttestedBundles {
  const open = openRest(options);
  return {
    list: async (access, { digest, predicateType }) => {
      const wanted = { subject_digest: digest, predicate_type: predicateType, per_page: MOST };
      const answer = await open(access).get(
        'GET /repos/{owner}/{repo}/attestations/{subject_digest}',
        wanted,
        PERMISSION,
      );
      if (answer === undefined) return undefined;
      const listed = field(answer, 'attestations');
      if (!Array.isArray(listed)) throw new ApiProblem('the API lists no attestations');
      const bundles = listed
        .slice(0, MOST)
        .map((each, at) => bundleOf(each, `attestation ${at + 1} at GitHub`, options));
      return { bundles, isMore: listed.length >= MOST };
    },
  };
}

function bundleOf(listed: unknown, at: string, { http, signal }: RestGitHubOptions): AttestedBundle {
  const address = field(listed, 'bundle_url');
  const bundle = field(listed, 'bundle');
  // The list has the bundle itself, or the address of a bundle that is too large for the list.
  if (typeof bundle === 'object' && bundle !== null)
    return { at, read: async () => bounded(Buffer.from(JSON.stringify(bundle))) };
  return {
    at,
    read: async () => {
      const client = http ?? httpClient({ signal });
      try {
        return await fetched(String(address ?? ''), client);
      } finally {
        if (http === undefined) client.close();
      }
    },
  };
}

/** A store of GitHub's has the bundle. Its address is a key by itself, so we do not send the token there. */
async function fetched(address: string, http: HttpClient): Promise<Uint8Array> {
  const url = URL.parse(address);
  const isSafe = url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)));
  if (!isSafe) throw new ApiProblem('the API names no address of a bundle');
  const request = { method: 'GET', url, headers: {}, limit: LARGEST } as const;
  const answer = await http
    .open(request)
    .then(readAnswer)
    .catch((error: unknown) => {
      throw new ApiProblem(`the bundle at ${url.host} could not be read: ${asError(error).message}`);
    });
  if (answer.status !== 200)
    throw new ApiProblem(`the bundle at ${url.host} was answered with status ${answer.status}`);
  return bounded(decompressed(answer));
}

function decompressed({ headers, body }: HttpAnswer): Uint8Array {
  if (headers['content-type']?.split(';')[0]?.trim() !== SNAPPY) return body;
  try {
    return unsnapped(body, LARGEST);
  } catch (error) {
    if (error instanceof SnappyProblem) throw new ApiProblem(`a bundle cannot be decompressed: ${error.message}`);
    throw error;
  }
}

function bounded(bytes: Uint8Array): Uint8Array {
  if (bytes.length > LARGEST) throw new ApiProblem(`a bundle has ${bytes.length} bytes`);
  return bytes;
}
