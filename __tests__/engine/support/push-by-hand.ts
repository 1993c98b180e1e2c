import { sha256 } from '../../doubles/registry/digest.ts';
import { descriptorOf, type Image } from '../../doubles/registry/images.ts';
import { INDEX } from '../../doubles/registry/media-types.ts';
import type { Registry } from '../../doubles/services.ts';
import { attachedBundle } from '../../doubles/sigstore/attached-bundle.ts';

type Part = { readonly digest: string; readonly bytes: Buffer };
type Manifest = Part & { readonly mediaType: string };

/** A repository on a real registry that is spoken to over plain HTTP, with no code of the action. */
export class Repository {
  readonly #base: string;
  readonly #authorization: string;

  constructor({ host, scheme, username, password }: Registry, path: string) {
    this.#base = `${scheme}://${host}/v2/${path}`;
    this.#authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }

  async pushImage({ config, layers, ...manifest }: Image, tag: string): Promise<void> {
    for (const blob of [config, ...layers]) await this.#blob(blob);
    await this.#manifest(manifest, tag);
  }

  /** Attaches bundles, and lists them where the registry has no list of its own. */
  async attach(bundles: readonly string[], subject: Image): Promise<void> {
    const attached = bundles.map((bundle) => attachedBundle(bundle, subject));
    let isListed = false;
    for (const { blobs, ...manifest } of attached) {
      for (const blob of blobs) await this.#blob(blob);
      isListed = (await this.#manifest(manifest, manifest.digest)).headers.has('oci-subject');
    }
    if (isListed) return;
    const manifests = attached.map((each) => ({
      ...descriptorOf(each),
      artifactType: 'application/vnd.oci.empty.v1+json',
    }));
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX.oci, manifests }));
    await this.#manifest({ digest: sha256(bytes), mediaType: INDEX.oci, bytes }, subject.digest.replace(':', '-'));
  }

  async #blob({ digest, bytes }: Part): Promise<void> {
    const begun = await this.#sent('POST', `${this.#base}/blobs/uploads/`);
    const at = new URL(begun.headers.get('location') ?? '', this.#base);
    at.searchParams.set('digest', digest);
    await this.#sent('PUT', at.href, { type: 'application/octet-stream', bytes });
  }

  #manifest({ mediaType, bytes }: Manifest, name: string): Promise<Response> {
    return this.#sent('PUT', `${this.#base}/manifests/${name}`, { type: mediaType, bytes });
  }

  async #sent(
    method: string,
    url: string,
    body?: { readonly type: string; readonly bytes: Buffer },
  ): Promise<Response> {
    const headers = {
      authorization: this.#authorization,
      ...(body === undefined ? {} : { 'content-type': body.type }),
    };
    const answer = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: new Uint8Array(body.bytes) }),
    });
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
}
