import type { CheckState } from '../gate/seen.ts';
import type { CommitChoice } from '../gate/verdict.ts';
import { type Digest, digestOf } from '../image/digest.ts';
import type { WantedPlatform } from '../image/wanted-platforms.ts';
import type { ScanInputs } from '../scan/evidence.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import type { FilterPattern } from '../text/filter-pattern.ts';
import type { CheckRule, PolicyRules } from './statement.ts';

/** The inputs that are rules. */
export type RuleInputs = {
  readonly commit: CommitChoice;
  readonly branches: readonly FilterPattern[] | undefined;
  readonly gitTags: readonly FilterPattern[];
  readonly events: readonly string[];
  readonly whenClosed: string;
  readonly allowSkipped: readonly string[];
  readonly needs: Readonly<Record<string, string>> | undefined;
  readonly scan: ScanInputs | undefined;
  readonly requireRevisionLabel: boolean;
  readonly expectedImageIds: readonly Digest[];
  readonly expectedPlatforms: readonly WantedPlatform[];
};

/** Rules that only a run knows: the checks that the branch requires, and the ignore list at that time. */
export type ResolvedRules = { readonly checks: readonly CheckState[]; readonly ignoreList: Digest | undefined };

/**
 * rulesOf returns the rules of the gate's decision, without anything that it saw. Lists are sorted if their order has
 * no meaning, so that the same rules give the same bytes. Patterns keep their order, because the last match decides.
 * The number of joined parts, and which referrers were copied, are not rules.
 */
export function rulesOf(inputs: RuleInputs, { checks, ignoreList }: ResolvedRules): PolicyRules {
  const { commit, branches, gitTags, events, whenClosed, allowSkipped, needs, scan, expectedPlatforms } = inputs;
  return {
    commit,
    branches: branches === undefined ? 'default' : branches.map(({ text }) => text),
    gitTags: gitTags.map(({ text }) => text),
    events: distinct(events),
    whenClosed,
    allowSkipped: distinct(allowSkipped),
    requiredChecks: checkRules(checks),
    needs: needs !== undefined,
    scan:
      scan === undefined
        ? 'none'
        : {
            failOn: scan.failOn,
            tools: distinct(scan.tools.map((tool) => tool.toLowerCase())),
            binding: scan.binding,
            ignoreList: ignoreList === undefined ? 'none' : hexOf(ignoreList),
          },
    requireRevisionLabel: inputs.requireRevisionLabel,
    expectedPlatforms: expectedPlatforms.length === 0 ? 'none' : distinct(expectedPlatforms.map(platformText)),
    expectedImageId: inputs.expectedImageIds.length > 0,
  };
}

/** policyDigest is the SHA-256 of the rules' canonical JSON, in hex, so anyone who has the rules can compute it. */
export function policyDigest(rules: PolicyRules): string {
  return hexOf(digestOf(Buffer.from(canonicalJson(rules))));
}

function checkRules(checks: readonly CheckState[]): readonly CheckRule[] {
  const rules = checks.map(({ name, appId }): CheckRule => ({ name, ...(appId === undefined ? {} : { appId }) }));
  const byText = new Map(rules.map((rule) => [canonicalJson(rule), rule]));
  return [...byText].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, rule]) => rule);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}

/** The form that engines compare, however it was written. */
function platformText({ platform, osVersion }: WantedPlatform): string {
  return osVersion === undefined ? platform : platform.replace('/', `(${osVersion})/`);
}

/** hexOf returns a digest without the name of its algorithm. */
export function hexOf(digest: Digest): string {
  return digest.slice(digest.indexOf(':') + 1);
}
