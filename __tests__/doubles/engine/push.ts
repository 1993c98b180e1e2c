import type { Blob, Image } from '../registry/images.ts';
import type { Workshop } from './commands.ts';
import { familiar, type Held } from './image-store.ts';
import { type Answer, type Credential, EngineError, RegistryConnection, said } from './registry-connection.ts';
import type { Act } from './script.ts';

/** push sends what a name stands for, and says what it sent: the digest is the engine's own account. */
export async function push(shop: Workshop, name: string, acts: readonly Act[]): Promise<number> {
  const { session, store, script, ca, internet } = shop;
  const { signal, asked } = session;
  const { host, path, tag } = split(name);
  session.out(`The push refers to repository [${host}/${path}]\n`);
  const held = store.names.includes(familiar(name)) ? store.find(name) : undefined;
  if (held === undefined) {
    session.err(`tag does not exist: ${name}\n`);
    return 1;
  }
  const target = acts.find((act) => act.kind === 'push-instead')?.image ?? store.pushable(held);
  if (target === undefined) throw new EngineError('failed to push: content of the index is not here');

  const token = asked.tokens[host];
  const credential = token === undefined ? credentialFor(asked.auths[host]) : { token };
  const registry = new RegistryConnection({ host, credential, ca, internet, signal });
  await registry.open(`repository:${path}:pull,push`);
  const upload = new Upload(shop, registry, path);
  for (const image of 'children' in target ? target.children : [target]) {
    await upload.blobs(image);
    if ('children' in target) await upload.manifest(image, image.digest);
  }
  await script.pass('push', 'manifest', session);
  await upload.manifest(target, tag);

  if (acts.some(({ kind }) => kind === 'say-nothing')) return 0;
  const digest = acts.find((act) => act.kind === 'claim')?.digest ?? target.digest;
  session.out(`${tag}: digest: ${digest} size: ${target.bytes.length}\n`);
  if (target !== held && !acts.some(({ kind }) => kind === 'push-instead')) {
    session.out(
      '\nInfo:  Not all multiplatform-content is present and only the available single-platform image was pushed\n' +
        `       ${held.digest} -> ${target.digest}\n`,
    );
  }
  return 0;
}

/** An upload of blobs and manifests to one repository, with the lines that docker prints about it. */
class Upload {
  readonly #shop: Workshop;
  readonly #registry: RegistryConnection;
  readonly #path: string;

  constructor(shop: Workshop, registry: RegistryConnection, path: string) {
    this.#shop = shop;
    this.#registry = registry;
    this.#path = path;
  }

  async blobs({ layers, config, diffIds }: Image): Promise<void> {
    const { session, store } = this.#shop;
    // The graph-driver store names layers by what is in them, the containerd store by their blobs.
    const ids = layers.map(({ digest }, at) =>
      ((store.kind === 'containerd' ? digest : diffIds[at]) ?? '').slice(7, 19),
    );
    if (store.kind === 'graph-driver') for (const id of ids) session.out(`${id}: Preparing\n`);
    for (const [at, layer] of layers.entries()) {
      const isNew = await this.#blob(layer);
      session.out(`${ids[at]}: ${isNew ? 'Pushed' : 'Layer already exists'}\n`);
    }
    await this.#blob(config);
  }

  async manifest({ bytes, mediaType }: Held, reference: string): Promise<void> {
    const target = `/v2/${this.#path}/manifests/${reference}`;
    const answer = await this.#registry.request('PUT', target, { headers: { 'content-type': mediaType }, body: bytes });
    expect(answer, [201]);
  }

  /** Tells whether the blob was not there yet. */
  async #blob({ digest, bytes }: Blob): Promise<boolean> {
    const there = await this.#registry.request('HEAD', `/v2/${this.#path}/blobs/${digest}`);
    if (there.status === 200) return false;
    const session = await this.#registry.request('POST', `/v2/${this.#path}/blobs/uploads/`);
    expect(session, [202]);
    const location = String(session.headers.location);
    const target = `${location}${location.includes('?') ? '&' : '?'}digest=${encodeURIComponent(digest)}`;
    const headers = { 'content-type': 'application/octet-stream' };
    expect(await this.#registry.request('PUT', target, { headers, body: bytes }), [201]);
    return true;
  }
}

function expect(answer: Answer, statuses: readonly number[]): void {
  if (!statuses.includes(answer.status)) throw new EngineError(said(answer));
}

function split(name: string): { readonly host: string; readonly path: string; readonly tag: string } {
  const short = familiar(name);
  // Without a host in front it is on Docker Hub.
  const full = /^(?:localhost|[^/]*[.:][^/]*)\//.test(short) ? short : `docker.io/${short}`;
  const [slash, colon] = [full.indexOf('/'), full.lastIndexOf(':')];
  return { host: full.slice(0, slash), path: full.slice(slash + 1, colon), tag: full.slice(colon + 1) };
}

function credentialFor(auth: string | undefined): Credential | undefined {
  const text = Buffer.from(auth ?? '', 'base64').toString();
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { username: text.slice(0, colon), password: text.slice(colon + 1) };
}
