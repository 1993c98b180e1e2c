/** How long a push may be silent before a line says that it continues, in milliseconds. */
const SILENCE = 15_000;

/** Final states of a layer. */
const DONE = /^(?:Pushed|Layer already exists|Already exists|Mounted from .+)$/;
/** `<id>: <state>`, as the CLI prints it without a terminal (`push-protocol.md`, 2.3). */
const LAYER = /^([0-9a-f]{12,64}): (.+)$/;

export type PushWatch = { readonly line: (line: string) => void } & Disposable;

/**
 * watchPush turns the lines of `docker push` into news for people: a line for each layer that is done or tried again,
 * and one from time to time if nothing else is said. "Preparing" and "Waiting", which the engine says for every layer,
 * are no news.
 */
export function watchPush(onProgress: (line: string) => void): PushWatch {
  const layers = new Map<string, string>();
  const started = performance.now();
  const stillThere = () => {
    const done = [...layers.values()].filter((state) => DONE.test(state)).length;
    const seconds = Math.round((performance.now() - started) / 1000);
    onProgress(`still pushing: ${done} of ${layers.size} layers done after ${seconds} s`);
  };
  let timer = setInterval(stillThere, SILENCE);
  return {
    line: (line) => {
      const [, id, state] = LAYER.exec(line) ?? [];
      if (id === undefined || state === undefined || layers.get(id) === state) return;
      layers.set(id, state);
      if (!DONE.test(state) && !state.startsWith('Retrying')) return;
      onProgress(`${id.slice(0, 12)}: ${state}`);
      clearInterval(timer);
      timer = setInterval(stillThere, SILENCE);
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
