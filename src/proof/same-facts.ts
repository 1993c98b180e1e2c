import { canonicalJson } from '../text/canonical-json.ts';
import type { AnyStatement } from './check-statement.ts';
import type { Statement } from './statement.ts';
import { GATE_FIELD } from './uris.ts';

/**
 * statesTheSame tells whether two statements of the gate differ only in what differs between runs with the same facts:
 * the time, the run's id, and its attempt.
 */
export function statesTheSame(one: AnyStatement, other: Statement): boolean {
  return canonicalJson(factsOf(one)) === canonicalJson(factsOf(other));
}

function factsOf({ subject, predicateType, predicate }: AnyStatement): object {
  const { timeVerified: _, [GATE_FIELD]: field, ...summary } = (predicate ?? {}) as Readonly<Record<string, unknown>>;
  const { run, ...gate } = (field ?? {}) as { readonly run?: Readonly<Record<string, unknown>> };
  const { id: _id, attempt: _attempt, ...origin } = run ?? {};
  return { subject, predicateType, summary, gate, origin };
}
