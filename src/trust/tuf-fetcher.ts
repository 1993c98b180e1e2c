import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BaseFetcher } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';
import { type HttpAnswer, type HttpClient, readAnswer } from '../http/http.ts';
import { transienceOfAnswer, transienceOfError } from '../http/transient-answers.ts';
import type { Clock } from '../time/clock.ts';
import { type Attempt, Persistence } from '../time/persistence.ts';

export type FetchingOptions = { readonly http: HttpClient; readonly clock: Clock; readonly signal: AbortSignal };

/**
 * TufFetcher is the network of TUF's client: it follows no redirect, sends no credential, and reads at most what the
 * client allows. The client's own fetcher ignores our proxy and the end of the step.
 */
export class TufFetcher extends BaseFetcher {
  readonly #options: FetchingOptions;
  readonly #persistence: Persistence;
  readonly #folder: string;

  constructor(folder: string, options: FetchingOptions) {
    super();
    this.#folder = folder;
    this.#options = options;
    this.#persistence = new Persistence(options.clock, options.signal);
  }

  /** The client requests bytes or files, never a stream. */
  override fetch(): Promise<never> {
    return Promise.reject(new Error('there is no stream'));
  }

  override async downloadBytes(url: string, maxLength: number): Promise<Buffer> {
    const { http, clock, signal } = this.#options;
    const at = new URL(url);
    const answer = await this.#persistence.persist(at.host, async (): Promise<Attempt<HttpAnswer>> => {
      try {
        const opened = await http.open({ method: 'GET', url: at, headers: { accept: '*/*' }, limit: maxLength });
        const found = await readAnswer(opened);
        return { result: () => found, transience: transienceOfAnswer(found, clock.date()) };
      } catch (thrown) {
        signal.throwIfAborted();
        const fail = (): never => {
          throw thrown;
        };
        return { result: fail, transience: transienceOfError(thrown) };
      }
    });
    // With this status, the client knows that there is no newer root.
    if (answer.status !== 200) throw new DownloadHTTPError(`${at.pathname}: status ${answer.status}`, answer.status);
    return Buffer.from(answer.body);
  }

  override async downloadFile<T>(url: string, maxLength: number, take: (file: string) => Promise<T>): Promise<T> {
    const bytes = await this.downloadBytes(url, maxLength);
    const file = join(this.#folder, `download-${randomUUID()}`);
    try {
      await writeFile(file, bytes, { mode: 0o600, flag: 'wx' });
      return await take(file);
    } finally {
      await rm(file, { force: true });
    }
  }
}
