import type { Clock } from '../../../src/time/clock.ts';
import type { Held } from '../../doubles/engine/image-store.ts';
import type { Blob, Image } from '../../doubles/registry/images.ts';
import type { Answer, EngineConnection } from './engine-connection.ts';
import { refusal, Setback } from './setback.ts';

/** Where a push goes, and who hears of it. */
export type Push = {
  readonly connection: EngineConnection;
  readonly path: string;
  readonly tag: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly print: (line: string) => void;
};

const LAYER_ATTEMPTS = 5;

/**
 * pushAsEnginesDo sends an image the way the graph-driver engine was seen to: every layer up to five times with longer
 * and longer pauses, the config and the manifest once.
 */
export async function pushAsEnginesDo(image: Held, push: Push): Promise<void> {
  await push.connection.ping();
  for (const each of 'children' in image ? image.children : [image]) {
    await pushImage(each, push);
    if ('children' in image) await putManifest(each, each.digest, push);
  }
  await putManifest(image, push.tag, push);
}

/** claimOf is what the engine says in the end: its own account, made before the registry has answered. */
export function claimOf({ digest, bytes }: Held, tag: string): string {
  return `${tag}: digest: ${digest} size: ${bytes.length}`;
}

async function pushImage({ layers, config, diffIds }: Image, push: Push): Promise<void> {
  for (const [at, layer] of layers.entries()) {
    const id = diffIds[at]?.slice(7, 19) ?? '';
    await pushLayer(layer, id, push);
    push.print(`${id}: Pushed`);
  }
  const seen = await push.connection.request('HEAD', `/v2/${push.path}/blobs/${config.digest}`);
  if (seen.status !== 404) {
    if (!isSuccess(seen.status)) throw refusal(seen);
    return;
  }
  const size = await upload(config, push);
  // The engine would write this size into the manifest, and the registry refuse that.
  if (size !== config.size) throw new Setback('manifest invalid: manifest invalid', { isFinal: true });
}

async function pushLayer(layer: Blob, id: string, push: Push): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await upload(layer, push);
      return;
    } catch (error) {
      push.signal.throwIfAborted();
      if (!(error instanceof Setback)) throw error;
      // Of a layer's trouble the engine tells the cause without the address.
      const bare = new Setback(error.message.replace(/^[A-Z][a-z]+ "[^"]*": /, ''), error);
      if (error.isFinal || attempt === LAYER_ATTEMPTS) throw bare;
      for (let seconds = attempt * 5; seconds > 0; seconds--) {
        push.print(`${id}: Retrying in ${seconds} second${seconds === 1 ? '' : 's'}`);
      }
      await push.clock.sleep(attempt * 5_000, push.signal);
    }
  }
}

/** upload sends a blob and returns the size that the registry then states. */
async function upload({ digest, bytes }: Blob, { connection, path }: Push): Promise<number> {
  const opened = await connection.request('POST', `/v2/${path}/blobs/uploads/`);
  if (opened.status !== 202) throw refusal(opened);
  const patched = await connection.request('PATCH', new URL(opened.headers.location ?? '', opened.url), {
    body: bytes,
    isStream: true,
    type: 'application/octet-stream',
  });
  if (!isSuccess(patched.status)) throw uploadRefusal(patched);
  if (!/^\d+-\d+$/.test(patched.headers.range ?? '')) throw new Setback('EOF', { isFinal: false });
  const end = new URL(patched.headers.location ?? '', patched.url);
  const target = `${end}${end.search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`;
  const committed = await connection.request('PUT', target);
  if (!isSuccess(committed.status)) throw uploadRefusal(committed);
  const seen = await connection.request('HEAD', `/v2/${path}/blobs/${digest}`);
  if (seen.status === 404) throw new Setback('unknown blob', { isFinal: true });
  if (!isSuccess(seen.status)) throw refusal(seen);
  return Number(seen.headers['content-length']);
}

function uploadRefusal(answer: Answer): Setback {
  return answer.status === 404 ? new Setback('blob upload unknown', { isFinal: false }) : refusal(answer);
}

async function putManifest({ bytes, mediaType }: Held, reference: string, { connection, path }: Push): Promise<void> {
  const target = `/v2/${path}/manifests/${reference}`;
  const answer = await connection.request('PUT', target, { body: bytes, type: mediaType });
  if (!isSuccess(answer.status)) throw refusal(answer);
  // The engine wants a digest here, and never compares it with anything.
  if (!/^[a-z0-9]+:[0-9a-f]{32,}$/.test(String(answer.headers['docker-content-digest'] ?? ''))) {
    throw new Setback('invalid checksum digest format', { isFinal: true });
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status <= 399;
}
