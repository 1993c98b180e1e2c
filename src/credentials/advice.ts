import type { Grant } from '../registry/registry.ts';
import type { Form, Kind } from './kinds.ts';

/** How to treat advice on credentials. */
export const CREDENTIAL_POLICIES = ['warn', 'strict', 'off'] as const;
export type CredentialPolicy = (typeof CREDENTIAL_POLICIES)[number];

/** What is known about a credential. */
export type Observed = {
  readonly form: Form;
  /** Path of the destination. */
  readonly path: string;
  /** What it may do; undefined if the registry does not report it. */
  readonly grants: readonly Grant[] | undefined;
  /** When it was created, as the user says, in milliseconds since 1970. */
  readonly created: number | undefined;
  /** In days. */
  readonly maxAge: number;
  readonly now: number;
};

/** What is wrong with a credential, and what to do about it: two sentences. */
export type Finding = { readonly says: string; readonly remedy: string };

/** The advice on a credential; unknown properties are shown as unknown. */
export type Advice = {
  readonly kind: string;
  readonly width: string;
  readonly ends: string;
  readonly findings: readonly Finding[];
};

const DAY = 86_400_000;
/** How many days before its expiry a credential is reported to expire soon. */
const NOTICE = 14;
/** Actions that publishing needs, and those that only read. */
const NEEDED: readonly string[] = ['pull', 'push', 'read', 'metadata_read', 'metadata/read', 'scanner-pull'];

/** advise judges a credential by what is known about it. It is a pure rule: it asks nobody, and changes nothing. */
export function advise(observed: Observed): Advice {
  const { form, grants, path } = observed;
  return {
    kind: form.what,
    width: grants === undefined ? 'unknown (not reported by the registry)' : widthOf(grants, path),
    ends: endOf(observed),
    findings: [...kindFindings(form), ...widthFindings(observed), ...ageFindings(observed)],
  };
}

/** What the registry reports about this repository. */
function grantsHere(grants: readonly Grant[], path: string): readonly string[] {
  return grants.filter(({ type, name }) => type === 'repository' && name === path).flatMap(({ actions }) => actions);
}

function widthOf(grants: readonly Grant[], path: string): string {
  const here = grantsHere(grants, path);
  const elsewhere = grants.filter(
    ({ type, name, actions }) => actions.length > 0 && !(type === 'repository' && name === path),
  );
  const others = elsewhere.length === 0 ? '' : `; and permissions at ${elsewhere.length} other place(s)`;
  return here.length === 0
    ? `unknown: nothing is reported for this repository${others}`
    : `${here.join(', ')} here${others || '; other places were not checked'}`;
}

function endOf({ form, created }: Observed): string {
  if (form.expiresAt !== undefined) return dayOf(form.expiresAt);
  if (form.kind === 'job') return 'at the end of the job, or within hours';
  if (form.kind === 'short-lived') return 'within a day';
  return created === undefined ? 'unknown' : `unknown; created on ${dayOf(created)}`;
}

const REMEDIES: Readonly<Partial<Record<Kind, Finding>>> = {
  personal: {
    says: 'It can do everything that its owner can do, and stops working when that person leaves.',
    remedy:
      'Use a robot, deploy or organisation token for this repository, or "identity"; on GHCR, use the token of the job.',
  },
  password: {
    says: 'It gives access to the whole account, and cannot be limited.',
    remedy: 'Use an organisation access token for this repository, or "identity", and change the password.',
  },
  admin: {
    says: 'It may do everything on the whole registry, and the registry cannot report who used it.',
    remedy: 'Disable it; use a token for this repository, or "identity".',
  },
  'cloud-key': {
    says: 'It is a key to a cloud account that never expires by itself.',
    remedy: 'Use "identity", which needs no stored secret, and delete the key.',
  },
};

function kindFindings({ kind, what }: Form): readonly Finding[] {
  const found = REMEDIES[kind];
  return found === undefined ? [] : [{ ...found, says: `The credential is ${what}. ${found.says}` }];
}

function widthFindings({ grants, path }: Observed): readonly Finding[] {
  if (grants === undefined) return [];
  const more = grantsHere(grants, path).filter((action) => !NEEDED.includes(action));
  const remedy = 'Use one that may only pull from and push to this repository.';
  const everything = more.includes('*') ? 'everything, including administration' : more.join(', ');
  return more.length === 0 ? [] : [{ says: `The credential may do more here than publish: ${everything}.`, remedy }];
}

function ageFindings({ form, created, maxAge, now }: Observed): readonly Finding[] {
  const { issuedAt, expiresAt } = form;
  const rotate = 'Create a new one, store it in the secret, and revoke the old one.';
  const findings: Finding[] = [];
  const since = created ?? issuedAt;
  const age = since === undefined ? undefined : Math.floor((now - since) / DAY);
  if (age !== undefined && age > maxAge) {
    findings.push({ says: `The credential is ${age} days old; the limit is ${maxAge}.`, remedy: rotate });
  }
  if (expiresAt === undefined) return findings;
  const left = (expiresAt - now) / DAY;
  // A credential that is created for every job always expires soon.
  const isRenewed = form.kind === 'short-lived' || form.kind === 'job';
  if (left <= 0) findings.push({ says: `The credential expired on ${dayOf(expiresAt)}.`, remedy: rotate });
  else if (left < NOTICE && !isRenewed) {
    findings.push({ says: `The credential expires on ${dayOf(expiresAt)}.`, remedy: rotate });
  }
  if (issuedAt !== undefined && expiresAt - issuedAt > maxAge * DAY && (age ?? 0) <= maxAge) {
    const says = `The credential is valid for ${Math.ceil((expiresAt - issuedAt) / DAY)} days; the limit is ${maxAge}.`;
    findings.push({ says, remedy: 'Use one that expires sooner.' });
  }
  return findings;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
