import type { Parser } from '../inputs/reader.ts';
import { parseFilterPattern } from '../text/filter-pattern.ts';
import {
  type CheckDemand,
  type DemandedRepository,
  type ScanDemand,
  SEVERITIES,
  type SignerRule,
  type StatementDemand,
} from './demands.ts';
import { PREDICATE_TYPE } from './uris.ts';

/** A required type of statement; `signer` if it has a separate signer. */
export type WantedType = { readonly predicateType: string; readonly signer: SignerRule | undefined };

/** Types with short names: our own summary, and what `actions/attest` creates by default. */
const TYPES: Readonly<Record<string, string>> = {
  summary: PREDICATE_TYPE,
  provenance: 'https://slsa.dev/provenance/v1',
};
/** The id of the app "GitHub Actions", which reports the jobs of workflows. */
const GITHUB_ACTIONS = 15_368;
const NAME = '[A-Za-z0-9_.-]+';
const WORKFLOW = new RegExp(`^(${NAME}/${NAME}/\\.github/workflows/[^@\\s/]+\\.ya?ml)@(\\S+)$`);
const REPOSITORY = new RegExp(`^(${NAME}/${NAME})(?:#([1-9]\\d{0,15}))?$`);

/** signerWorkflow parses a workflow that may sign, and its ref: a full ref, a pattern of one, or a full hash. */
export const signerWorkflow: Parser<SignerRule> = (text) => {
  const [, path, at = ''] = WORKFLOW.exec(text) ?? [];
  if (path === undefined) return { problem: 'is not "owner/name/.github/workflows/file.yml@ref"' };
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(at)) return { value: { path, refs: { kind: 'commit', commit: at } } };
  const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/.exec(at) ?? [];
  if (kind === undefined)
    return { problem: 'has a ref that is neither "refs/tags/…" nor "refs/heads/…" nor a full commit hash' };
  const parsed = parseFilterPattern(name);
  if (!parsed.ok) return { problem: parsed.problem };
  if (parsed.value.isNegative) return { problem: 'excludes a ref, and names none that may sign' };
  return { value: { path, refs: { kind: kind === 'tags' ? 'tag' : 'branch', pattern: parsed.value } } };
};

/** demandedRepository parses `owner/name`, with or without the id of the repository. */
export const demandedRepository: Parser<DemandedRepository> = (text) => {
  const [, name, id] = REPOSITORY.exec(text) ?? [];
  if (name === undefined)
    return { problem: 'is not "owner/name", with or without "#" and the number of the repository' };
  return { value: { name, id, ownerId: undefined } };
};

/** wantedType parses a type of statement, a short name or a URI, and after it its own signing workflow, if any. */
export const wantedType: Parser<WantedType> = (text) => {
  const [type = '', by, ...more] = text.split(/[ \t]+/);
  const predicateType = Object.hasOwn(TYPES, type) ? TYPES[type] : type;
  if (predicateType === undefined || !/^[a-z][a-z0-9+.-]*:\S+$/.test(predicateType) || more.length > 0)
    return { problem: 'is not "summary", "provenance" or a URI, with or without the workflow that signs it' };
  if (by === undefined) return { value: { predicateType, signer: undefined } };
  const signer = signerWorkflow(by);
  return 'value' in signer ? { value: { predicateType, signer: signer.value } } : signer;
};

/** statementsOf returns the required statements, each with all its allowed signers. */
export function statementsOf(types: readonly WantedType[], signers: readonly SignerRule[]): readonly StatementDemand[] {
  const byType = new Map<string, readonly SignerRule[]>();
  for (const { predicateType, signer } of types)
    byType.set(predicateType, [...(byType.get(predicateType) ?? []), ...(signer === undefined ? signers : [signer])]);
  return [...byType].map(([predicateType, each]) => ({ predicateType, signers: each }));
}

/** checkDemand parses the name of a check, and the id of the app that must report it, if it is not GitHub Actions. */
export const checkDemand: Parser<CheckDemand> = (text) => {
  const [, name = '', app] = /^(.*?)(?:[ \t]+app=(\d{1,15}))?$/.exec(text) ?? [];
  if (name === '' || name.startsWith('app=')) return { problem: 'names no check' };
  return { value: { name, appId: app === undefined ? GITHUB_ACTIONS : Number(app) } };
};

/** scanDemand parses a tool, and the lowest severity that it must not have found. */
export const scanDemand: Parser<ScanDemand> = (text) => {
  const [, tool = '', word] = /^(.+?)[ \t]+([a-z]+)$/.exec(text) ?? [];
  const below = SEVERITIES.find((each) => each === word);
  if (tool === '' || below === undefined) return { problem: `is not a tool and one of ${SEVERITIES.join(', ')}` };
  return { value: { tool, below } };
};

/** policyDigest parses the SHA-256 of rules, as hex. */
export const policyDigest: Parser<string> = (text) => {
  const [, hex] = /^sha256:([0-9a-f]{64})$/.exec(text) ?? [];
  return hex === undefined ? { problem: 'is not "sha256:" and 64 lower-case hex digits' } : { value: hex };
};
