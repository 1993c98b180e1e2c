import type { Kept } from './json-reader.ts';
import { entries, field, text } from './kept.ts';

/** What a result points to: every rule that it names by index or by id, and the ids of these; the narrower of two. */
export type Pointed = { readonly rules: readonly Kept[]; readonly ids: readonly string[] };

/** RuleBook has the rules of one run: those of the driver, and of its extensions. */
export class RuleBook {
  readonly #driver: readonly Kept[];
  readonly #extensions: readonly Kept[];
  readonly #byId = new Map<string, Kept[]>();

  constructor(tool: Kept) {
    this.#driver = entries(field(tool, 'driver', 'rules'));
    this.#extensions = entries(field(tool, 'extensions'));
    const all = [this.#driver, ...this.#extensions.map((extension) => entries(field(extension, 'rules')))].flat();
    for (const rule of all) {
      const id = text(field(rule, 'id'));
      if (id === undefined) continue;
      const same = this.#byId.get(id);
      if (same === undefined) this.#byId.set(id, [rule]);
      else same.push(rule);
    }
  }

  /**
   * find looks up the rule of a result by its index and its id (SARIF 2.1.0, 3.27.5 to 3.27.7 and 3.52). The index is
   * into the driver, or into the extension that it names. The parts of an id behind a slash may name a kind of the
   * rule. If index and id lead to several rules, it returns all of them, and the worst counts. If the id leads to no
   * rule, it returns none: the index alone is not enough, because the list may have been changed.
   */
  find(result: Kept): Pointed {
    const pointer = field(result, 'rule');
    const component = this.#rulesOf(field(pointer, 'toolComponent'));
    const indexes = [field(result, 'ruleIndex'), field(pointer, 'index')].filter(isIndex);
    const ids = [text(field(result, 'ruleId')), text(field(pointer, 'id'))].filter((id) => id !== undefined);
    const named = ids.map((id) => this.#named(id));
    const indexed = indexes.map((index) => component[index]).filter((rule) => rule !== undefined);
    const found = named.every(({ length }) => length > 0) ? [...new Set([...named.flat(), ...indexed])] : [];
    const names = [...new Set([...ids, ...found.flatMap((rule) => text(field(rule, 'id')) ?? [])])];
    return { rules: found, ids: names.filter((id) => !names.some((other) => other.startsWith(`${id}/`))) };
  }

  /** The rules of the component that a reference names (3.54); without one it is the driver. */
  #rulesOf(reference: Kept): readonly Kept[] {
    if (reference === undefined) return this.#driver;
    const index = field(reference, 'index');
    if (isIndex(index)) return entries(field(this.#extensions[index], 'rules'));
    const named = this.#extensions.find((extension) =>
      ['guid', 'name'].some((key) => {
        const value = text(field(reference, key));
        return value !== undefined && value === field(extension, key);
      }),
    );
    return entries(field(named, 'rules'));
  }

  #named(id: string): readonly Kept[] {
    for (let name = id; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
      const rules = this.#byId.get(name);
      if (rules !== undefined) return rules;
    }
    return [];
  }
}

/** In the standard, an index of -1 means that there is none. */
function isIndex(value: Kept): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
