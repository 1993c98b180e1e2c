import { randomBytes } from 'node:crypto';
import { digestLike } from './digest.ts';
import { type Answer, type Exchange, empty } from './exchange.ts';
import { isDigest, isName } from './grammar.ts';
import type { Repository, UploadSession } from './storage.ts';
import { mayBePushed, type World } from './world.ts';

/** The life of an upload: opened, filled by chunks or a stream, asked about, committed or cancelled. */
export function answerUpload(world: World, exchange: Exchange): Answer | Promise<Answer> {
  const repository = world.storage.repository(exchange.route.repository ?? '');
  const upload = new Upload(world, exchange, repository);
  if (exchange.route.reference === undefined) return upload.open();
  const session = repository.uploads.get(exchange.route.reference);
  if (session === undefined) return exchange.refuse('blob-upload-unknown', { reference: exchange.route.reference });
  if (!upload.bringsBackTheQuery(session)) return exchange.refuse('blob-upload-invalid', { message: 'unknown state' });
  if (exchange.method === 'PATCH') return upload.append(session);
  if (exchange.method === 'PUT') return upload.commit(session);
  if (exchange.method === 'GET') return upload.progress(session, 204);
  repository.uploads.delete(session.id);
  return empty(204);
}

class Upload {
  readonly #world: World;
  readonly #exchange: Exchange;
  readonly #repository: Repository;

  constructor(world: World, exchange: Exchange, repository: Repository) {
    this.#world = world;
    this.#exchange = exchange;
    this.#repository = repository;
  }

  async open(): Promise<Answer> {
    const { query } = this.#exchange;
    const { mount } = this.#world.personality;
    if (!mayBePushed(this.#world, this.#repository)) {
      return this.#exchange.refuse('repository-missing', { repository: this.#repository.name });
    }
    const wanted = query.get('mount');
    if (wanted !== null && mount !== 'ignored') {
      const from = query.get('from') ?? undefined;
      if (mount === 'refused' || (mount === 'needs-from' && from === undefined)) {
        return this.#exchange.refuse('mount-refused', { repository: from, detail: { digest: wanted } });
      }
      const mounted = this.#mount(wanted, from);
      if (mounted !== undefined) return mounted;
      if (mount === 'refused-if-absent') return this.#exchange.refuse('mount-refused', { repository: from });
    }
    const session = this.#repository.openUpload();
    if (query.has('digest') && this.#world.personality.monolithicPost) return this.commit(session);
    return this.progress(session, 202);
  }

  async append(session: UploadSession): Promise<Answer> {
    const { patch } = this.#world.personality;
    const flaw = this.#rangeFlaw(session);
    if (flaw !== undefined) return flaw;
    const ranged = this.#exchange.headers['content-range'] !== undefined;
    const declared = Number(this.#exchange.headers['content-length']);
    if (ranged && patch.limit !== undefined && declared > patch.limit) return this.#exchange.refuse('chunk-too-large');
    const before = session.size;
    await this.#receive(session);
    return this.progress(session, patch.status, ranged && patch.range === 'stale' ? before : session.size);
  }

  async commit(session: UploadSession): Promise<Answer> {
    const digest = this.#exchange.query.get('digest');
    if (digest === null || !isDigest(digest)) {
      this.#exchange.violation('digest', `an upload ends with a digest in its query, not ${digest}`);
      return this.#exchange.refuse('digest-invalid', { detail: digest });
    }
    const flaw = this.#rangeFlaw(session);
    if (flaw !== undefined) return flaw;
    const single = session.size === 0 && this.#exchange.headers['content-length'] !== '0';
    if (single && !this.#world.personality.monolithicPut) return this.#exchange.refuse('blob-upload-invalid');
    await this.#receive(session);
    this.#repository.uploads.delete(session.id);
    if (digestLike(digest, session.chunks) !== digest)
      return this.#exchange.refuse('digest-invalid', { detail: digest });
    const stored = this.#exchange.effects.store(Buffer.concat(session.chunks));
    this.#repository.exists = true;
    if (stored !== undefined) this.#repository.blobs.set(digest, stored);
    this.#repository.descriptors.set(digest, session.size);
    // In the storage the bytes of a manifest are a blob like any other: they are there again now.
    this.#repository.collected.delete(digest);
    return this.#created(digest);
  }

  progress(session: UploadSession, status: number, size = session.size): Answer {
    const query = `_state=${randomBytes(12).toString('base64url')}`;
    session.queries.add(query);
    const path = `/v2/${this.#repository.name}/blobs/uploads/${session.id}?${query}`;
    const minimum = this.#world.chunkMinimum;
    return empty(status, {
      location: this.#location(path),
      range: `0-${Math.max(0, size - 1)}`,
      'docker-upload-uuid': session.id,
      ...(minimum === undefined ? {} : { 'oci-chunk-min-length': String(minimum) }),
    });
  }

  /** The query of a Location belongs to the registry: it comes back untouched, with `digest` added at most. */
  bringsBackTheQuery(session: UploadSession): boolean {
    const raw = this.#exchange.target.split('?')[1] ?? '';
    const known = [...session.queries].some(
      (query) => raw === query || raw.startsWith(`${query}&`) || raw.endsWith(`&${query}`),
    );
    if (!known) this.#exchange.violation('location', `the query of the upload's Location came back changed: ${raw}`);
    return known;
  }

  #mount(digest: string, from: string | undefined): Answer | undefined {
    if (!isDigest(digest) || (from !== undefined && !isName(from))) {
      this.#exchange.violation('mount', `not a digest and a repository: ${digest}, ${from}`);
      return undefined;
    }
    if (from === undefined) return undefined;
    const source = this.#world.storage.repository(from);
    const bytes = source.blobs.get(digest);
    const remembered = this.#world.cachesDescriptors ? source.descriptors.get(digest) : undefined;
    const size = bytes?.length ?? remembered;
    if (size === undefined) return undefined;
    this.#repository.exists = true;
    this.#repository.descriptors.set(digest, size);
    if (bytes !== undefined) this.#repository.blobs.set(digest, bytes);
    return this.#created(digest);
  }

  /** Content-Range, where it is sent, must continue exactly where the session stands. */
  #rangeFlaw(session: UploadSession): Answer | undefined {
    const header = this.#exchange.headers['content-range'];
    if (header === undefined) return undefined;
    const match = /^(?:bytes[ =])?(\d+)-(\d+)$/.exec(header);
    const [start, end] = [Number(match?.[1]), Number(match?.[2])];
    const length = Number(this.#exchange.headers['content-length']);
    const isInPlace = match !== null && start === session.size;
    if (isInPlace && end - start + 1 === length) return undefined;
    this.#exchange.violation('content-range', `${header} with ${length} bytes, while ${session.size} bytes are there`);
    if (!this.#world.personality.patch.checksPlace) return undefined;
    if (isInPlace) return this.#exchange.refuse('size-invalid');
    const refusal = this.#exchange.refuse('chunk-out-of-order');
    const range = `0-${Math.max(0, session.size - 1)}`;
    return { ...refusal, headers: { ...refusal.headers, range, location: this.#exchange.target } };
  }

  async #receive(session: UploadSession): Promise<void> {
    for await (const chunk of this.#exchange.body.stream()) {
      session.chunks.push(chunk);
      session.size += chunk.length;
    }
  }

  #created(digest: string): Answer {
    return empty(201, {
      location: this.#location(`/v2/${this.#repository.name}/blobs/${digest}`),
      ...(this.#world.personality.digestHeader.put ? { 'docker-content-digest': digest } : {}),
    });
  }

  #location(path: string): string {
    return this.#world.personality.location === 'absolute' ? `${this.#exchange.origin}${path}` : path;
  }
}
