import { randomBytes } from 'node:crypto';
import { sha256 } from '../../doubles/registry/digest.ts';
import { buildImage, type Image, type ImageIndex } from '../../doubles/registry/images.ts';
import { ACCEPT, pushBlob, type Question, type Reply, send } from './raw-client.ts';

/** A single request to a registry. */
export type Request = {
  readonly name: string;
  readonly ask: (visit: Visit) => Promise<Reply>;
  /** Headers, or `body`, that are relied on besides the status and the code of the error. */
  readonly relies?: readonly string[];
};

/** The digest of what no registry has. */
export const ABSENT = sha256('absent');

/** One registry, and in it a repository that nobody else uses, with an image under `v1` and a blob of ten bytes. */
export class Visit {
  readonly origin: string;
  readonly repository = `team/${randomBytes(6).toString('hex')}`;
  readonly blob = Buffer.from('0123456789');
  readonly digest = sha256(this.blob);
  readonly image = buildImage();

  constructor(origin: string) {
    this.origin = origin;
  }

  /** prepare puts the blob and the image there. */
  async prepare(): Promise<this> {
    await this.push(this.blob);
    await this.pushParts(this.image);
    await this.put('v1', this.image);
    return this;
  }

  /** ask asks for a path below the repository, or for one that begins at the root. */
  ask(method: string, path: string, question?: Question): Promise<Reply> {
    const target = path.startsWith('/') || path.startsWith('http') ? path : `/v2/${this.repository}/${path}`;
    return send(method, new URL(target, this.origin).href, question);
  }

  push(bytes: Buffer, repository = this.repository): Promise<Reply> {
    return pushBlob(this.origin, repository, bytes);
  }

  async pushParts({ config, layers }: Image): Promise<void> {
    for (const { bytes } of [config, ...layers]) await this.push(bytes);
  }

  put(reference: string, { bytes, mediaType }: Pick<Image, 'bytes' | 'mediaType'>): Promise<Reply> {
    return this.ask('PUT', `manifests/${reference}`, { body: bytes, headers: { 'content-type': mediaType } });
  }

  get(reference: string, accept = ACCEPT): Promise<Reply> {
    return this.ask('GET', `manifests/${reference}`, { headers: { accept } });
  }

  open(query = ''): Promise<Reply> {
    return this.ask('POST', `blobs/uploads/${query}`);
  }

  async putIndex(index: ImageIndex): Promise<Reply> {
    for (const child of index.children) {
      await this.pushParts(child);
      await this.put(child.digest, child);
    }
    return this.put('v1', index);
  }

  /** told is what of an answer is relied on, with the names of this visit in the place of its values. */
  told({ status, headers, body, json }: Reply, names: readonly string[] = []): string {
    const error = status >= 400 && body.length > 0 ? codeIn(json) : '';
    const shown = names.map((name) => {
      const value = name === 'body' ? (status < 400 ? body.toString().trim() : '-') : String(headers[name] ?? '-');
      return `${name}: ${name === 'link' ? value.replace('last=c&n=2', 'n=2&last=c') : value}`;
    });
    const text = [`${status}${error}`, ...shown].join(', ');
    return text
      .replaceAll(this.origin, 'ORIGIN')
      .replaceAll(this.repository, 'NAME')
      .replaceAll(this.digest, 'BLOB')
      .replaceAll(this.image.digest, 'IMAGE')
      .replaceAll(/sha256:[0-9a-f]{64}/g, 'sha256:HEX')
      .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UPLOAD')
      .replaceAll(/_state=[\w%=.-]+/g, 'STATE');
  }
}

/** The code of the first error, or nothing where the answer is not in the form of the specification. */
function codeIn(json: () => unknown): string {
  try {
    const [error] = (json() as { errors?: readonly { code?: string }[] }).errors ?? [];
    return error?.code === undefined ? '' : ` ${error.code}`;
  } catch {
    return '';
  }
}
