import { createHash } from 'node:crypto';
import { lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { Updater } from 'tuf-js';
import { asError } from '../errors.ts';
import { excerpt } from '../secret/masked.ts';
import { notFetched } from './no-root.ts';
import { type FetchingOptions, TufFetcher } from './tuf-fetcher.ts';

const PREFIX = 'verified-image-push-tuf-';
/** Largest file that is read, in bytes, even if it is signed; trusted roots have a tenth of it. */
const LARGEST = 1 << 20;
/** Longest part of a reason that is quoted. */
const LONGEST = 300;

/** `url`: of its metadata, without a slash at the end; its files are in `targets/`. `root`: the first one, as JSON. */
export type TufAddress = { readonly url: string; readonly root: Uint8Array };

/**
 * TufRepository reads files from a TUF repository (specification 1.0). It stores what it has read in a private folder
 * under RUNNER_TEMP, so that later steps of the job accept nothing older. Its chain of roots always begins with the
 * given root: anyone who could change the stored one would decide which signatures count.
 */
export class TufRepository {
  readonly #updater: Updater;
  readonly #asking: Asking;

  private constructor(updater: Updater, asking: Asking) {
    this.#updater = updater;
    this.#asking = asking;
  }

  /** open prepares a repository, without a request. Throws PROOF_NO_TRUST_ROOT. */
  static async open({ url, root }: TufAddress, options: FetchingOptions): Promise<TufRepository> {
    const asking = { host: new URL(url).host, ...options };
    return orNotFetched('What signatures are verified with', asking, async () => {
      const folder = await privateFolder(createHash('sha256').update(url).digest('hex'));
      const kept = join(folder, 'root.json');
      await rm(kept, { force: true });
      await writeFile(kept, root, { mode: 0o600, flag: 'wx' });
      const fetcher = new TufFetcher(folder, options);
      const [metadataBaseUrl, targetBaseUrl] = [url, `${url}/targets`];
      const updater = new Updater({ metadataDir: folder, metadataBaseUrl, targetDir: folder, targetBaseUrl, fetcher });
      return new TufRepository(updater, asking);
    });
  }

  /**
   * read downloads a file, and verifies its signature. The first read updates the metadata of the repository. Throws
   * PROOF_NO_TRUST_ROOT.
   */
  async read(name: string): Promise<string> {
    return orNotFetched(`"${name}"`, this.#asking, async () => {
      const target = await this.#updater.getTargetInfo(name);
      if (target === undefined) throw new Error('the repository has no such file');
      if (target.length > LARGEST) throw new Error(`it has ${target.length} bytes`);
      const path = await this.#updater.downloadTarget(target);
      return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    });
  }
}

type Asking = FetchingOptions & { readonly host: string };

async function orNotFetched<T>(what: string, { host, signal, http }: Asking, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (thrown) {
    signal.throwIfAborted();
    throw notFetched(what, host, excerpt(asError(thrown).message, LONGEST), thrown);
  } finally {
    // Connections are not kept open for a request that may never come.
    http.close();
  }
}

/** The folder of one repository. Stored files count only if the roots lead to their signatures. */
async function privateFolder(hash: string): Promise<string> {
  const folder = join(process.env.RUNNER_TEMP || tmpdir(), `${PREFIX}${hash.slice(0, 32)}`);
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const stats = await lstat(folder);
  const isOurs = stats.isDirectory() && (getuid === undefined || stats.uid === getuid()) && (stats.mode & 0o077) === 0;
  if (!isOurs) throw new Error(`the folder ${folder} for what was fetched is not private`);
  return folder;
}
