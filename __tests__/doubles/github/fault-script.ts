import type { ApiAnswer } from './rest-api.ts';

/** What goes wrong with an answer. */
export type FaultAct =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** The body ends early, in an orderly way. */
  | { readonly kind: 'truncate' }
  /** The connection is cut in the middle of the body. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'hang' }
  /** Of a list: `total_count` is wrong by so much. */
  | { readonly kind: 'total'; readonly by: number }
  /** Of a list: every page is the first one, and says that there is another. */
  | { readonly kind: 'first-page-again' }
  /** Of a list: no page is longer than this, whatever was asked for. */
  | { readonly kind: 'short-pages'; readonly size: number };

export type Fault = {
  /** Which requests it is for, by path and query. */
  readonly on: RegExp;
  /** How often it comes up; by default once. */
  readonly times?: number | 'always';
  readonly act: FaultAct;
};

type Playing = { readonly fault: Fault; left: number; played: number };

/** Faults in the order in which they come up; of several for one request the first that is left. */
export class FaultScript {
  readonly #playing: Playing[] = [];

  add(fault: Fault): void {
    const { times = 1 } = fault;
    this.#playing.push({ fault, left: times === 'always' ? Number.POSITIVE_INFINITY : times, played: 0 });
  }

  get unplayed(): readonly string[] {
    return this.#playing
      .filter(({ played }) => played === 0)
      .map(({ fault }) => `${fault.act.kind} on ${String(fault.on)}`);
  }

  take(url: string): FaultAct | undefined {
    const playing = this.#of(url).find(({ fault }) => !isOfPages(fault.act));
    if (playing === undefined) return undefined;
    playing.left -= 1;
    playing.played += 1;
    return playing.fault.act;
  }

  /** How a list's pages are wrong; this lasts. */
  pagesOf(url: string): { readonly size?: number; readonly repeats?: boolean; readonly total?: number } {
    const pages = this.#of(url).filter(({ fault }) => isOfPages(fault.act));
    let wrong = {};
    for (const playing of pages) {
      const { act } = playing.fault;
      playing.played += 1;
      if (act.kind === 'total') wrong = { ...wrong, total: act.by };
      if (act.kind === 'first-page-again') wrong = { ...wrong, repeats: true };
      if (act.kind === 'short-pages') wrong = { ...wrong, size: act.size };
    }
    return wrong;
  }

  alter(answer: ApiAnswer, act: FaultAct | undefined): ApiAnswer {
    if (act?.kind === 'truncate') return { ...answer, body: answer.body.slice(0, answer.body.length / 2) };
    if (act?.kind === 'cut' || act?.kind === 'hang') return { ...answer, ends: act.kind };
    return answer;
  }

  #of(url: string): readonly Playing[] {
    return this.#playing.filter(({ fault, left }) => left > 0 && fault.on.test(url));
  }
}

function isOfPages({ kind }: FaultAct): boolean {
  return kind === 'total' || kind === 'first-page-again' || kind === 'short-pages';
}
