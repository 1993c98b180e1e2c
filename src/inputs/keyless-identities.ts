import { isArtifactRegistry, parseAcrRegistry, parseEcrRegistry } from '../image/cloud-registry.ts';
import { DOCKER_HUB, sameRegistry } from '../image/reference.ts';
import type { Identity } from '../keyless/keyless.ts';
import { readYamlList, type YamlEntry } from '../text/yaml-list.ts';
import { identityExample } from './identity-examples.ts';

/** The fields of each type besides `registry`, `type` and `audience`; a field with `?` is optional. */
const FIELDS: Readonly<Record<Identity['type'], readonly string[]>> = {
  'aws-ecr': ['role-to-assume', 'region?'],
  'azure-acr': ['tenant-id', 'client-id'],
  'google-ar': ['workload-identity-provider', 'service-account?'],
  dockerhub: ['username', 'connection-id'],
};
const TYPES = Object.keys(FIELDS) as readonly Identity['type'][];

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ROLE = /^arn:(aws[a-z-]*):iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/;
const PROVIDER =
  /^projects\/\d+\/locations\/global\/workloadIdentityPools\/[a-z0-9-]{4,32}\/providers\/[a-z0-9-]{4,32}$/;
const SERVICE_ACCOUNT = /^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/;
const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
const ORGANISATION = /^[a-z0-9][a-z0-9_-]{1,254}$/;
/** Fields that have keys and passwords in other actions, and how such values begin. */
const SECRET_FIELD = /pass|secret|token|key|credential/i;
const SECRET_VALUE = /^(?:dckr_|gh[a-z]_|github_pat_|glpat-|A[KS]IA[0-9A-Z]{16}|ya29\.|eyJ|-----BEGIN)/;

/** What is wrong, as the end of a sentence, and a correct entry of the same type. */
export type IdentityProblem = { readonly problem: string; readonly example: string };

export type Identities =
  | { readonly ok: true; readonly value: readonly Identity[] }
  | { readonly ok: false; readonly problems: readonly IdentityProblem[] };

/**
 * readIdentities reads the input `identity`, a YAML list of entries with `registry`, `type` and the fields of that
 * type. It reports all problems together, as ends of sentences. They quote no value, because it may be a secret.
 */
export async function readIdentities(text: string): Promise<Identities> {
  const list = await readYamlList(text);
  if (!list.ok) return { ok: false, problems: [{ problem: list.problem, example: identityExample(undefined, text) }] };
  const found: Identity[] = [];
  const problems = list.value.flatMap((entry) => {
    const { identity, problems } = new EntryReader(entry).read();
    const isTwice = identity !== undefined && found.some(({ registry }) => sameRegistry(registry, identity.registry));
    if (identity !== undefined) found.push(identity);
    const all = isTwice ? [...problems, 'names a registry that another entry has'] : problems;
    const example = identityExample(typeOf(entry), entry.fields.get('registry'));
    return all.map((problem) => ({ problem: `has an entry in line ${entry.line} that ${problem}`, example }));
  });
  if (problems.length > 0) return { ok: false, problems };
  const none = { problem: 'has no entry', example: identityExample(undefined) };
  return list.value.length === 0 ? { ok: false, problems: [none] } : { ok: true, value: found };
}

function typeOf({ fields }: Pick<YamlEntry, 'fields'>): Identity['type'] | undefined {
  return TYPES.find((each) => each === fields.get('type'));
}

type Read = { readonly identity: Identity | undefined; readonly problems: readonly string[] };

/** EntryReader reads one entry and remembers what is wrong with it. */
class EntryReader {
  readonly #fields: ReadonlyMap<string, string>;
  readonly #problems: string[] = [];

  constructor({ fields }: YamlEntry) {
    this.#fields = fields;
  }

  read(): Read {
    const type = typeOf({ fields: this.#fields });
    if (type === undefined) this.#problems.push(`has none of the types ${TYPES.join(', ')}`);
    else this.#judgeFields(type);
    for (const [name, value] of this.#fields) {
      if (SECRET_VALUE.test(value)) {
        this.#problems.push(
          `has what looks like a secret in ${shown(name)}; remove it and revoke it: keyless sign-in needs no secret`,
        );
      }
    }
    // If a field is missing or unknown, the other fields are not checked.
    const identity = type === undefined || this.#problems.length > 0 ? undefined : this.#identity(type);
    return { identity: this.#problems.length > 0 ? undefined : identity, problems: this.#problems };
  }

  #judgeFields(type: Identity['type']): void {
    const required = ['registry', 'type', ...FIELDS[type].filter((name) => !name.endsWith('?'))];
    const known = [...required, 'audience', ...FIELDS[type].map((name) => name.replace('?', ''))];
    for (const name of required) if (!this.#fields.has(name)) this.#problems.push(`has no "${name}"`);
    for (const name of this.#fields.keys()) {
      if (known.includes(name)) continue;
      const why = SECRET_FIELD.test(name) ? 'keyless sign-in needs no secret' : `the type ${type} has no such field`;
      this.#problems.push(`has the field ${shown(name)}; ${why}`);
    }
  }

  #identity(type: Identity['type']): Identity | undefined {
    const host = this.#text('registry').toLowerCase();
    const registry = sameRegistry(host, DOCKER_HUB) ? DOCKER_HUB : host;
    const audience = this.#fields.has('audience') ? this.#match('audience', /^[\x21-\x7e]{1,255}$/) : undefined;
    const common = { registry, audience };
    switch (type) {
      case 'aws-ecr': {
        const ecr = parseEcrRegistry(registry);
        if (ecr === undefined) return this.#wrongRegistry('a host of Amazon ECR');
        const roleArn = this.#match('role-to-assume', ROLE);
        const [, partition] = ROLE.exec(roleArn) ?? [];
        if (partition !== undefined && partition !== ecr.partition.id) {
          this.#problems.push(`has a role of the partition ${partition}, but a registry of ${ecr.partition.id}`);
        }
        const isThere = !this.#fields.has('region') || this.#text('region') === ecr.region;
        if (!isThere) this.#problems.push(`has another "region" than its registry, which is in ${ecr.region}`);
        return { type, ...common, ecr, roleArn };
      }
      case 'azure-acr': {
        const cloud = parseAcrRegistry(registry);
        if (cloud === undefined) return this.#wrongRegistry('a host of Azure Container Registry');
        const tenantId = UUID.test(this.#text('tenant-id'))
          ? this.#text('tenant-id')
          : this.#match('tenant-id', DOMAIN);
        return { type, ...common, cloud, tenantId, clientId: this.#match('client-id', UUID) };
      }
      case 'google-ar': {
        if (!isArtifactRegistry(registry)) return this.#wrongRegistry('a host of Google Artifact Registry');
        const provider = this.#match('workload-identity-provider', PROVIDER);
        const isDirect = !this.#fields.has('service-account');
        const serviceAccount = isDirect ? undefined : this.#match('service-account', SERVICE_ACCOUNT);
        return { type, ...common, provider, serviceAccount };
      }
      case 'dockerhub': {
        if (registry !== DOCKER_HUB) return this.#wrongRegistry('Docker Hub');
        const connectionId = this.#match('connection-id', UUID);
        return { type, ...common, username: this.#match('username', ORGANISATION), connectionId };
      }
    }
  }

  #text(name: string): string {
    return this.#fields.get(name) ?? '';
  }

  #match(name: string, form: RegExp): string {
    const text = this.#text(name);
    if (!form.test(text)) this.#problems.push(`has a "${name}" that is ${FORMS[name] ?? 'empty or has blanks in it'}`);
    return text;
  }

  #wrongRegistry(wanted: string): undefined {
    this.#problems.push(`has a "registry" that is not ${wanted}, which its type requires`);
    return undefined;
  }
}

const FORMS: Readonly<Record<string, string>> = {
  'role-to-assume': 'not the ARN of a role (arn:aws:iam::123456789012:role/name)',
  'tenant-id': 'neither the UUID nor a domain of a tenant',
  'client-id': 'not the UUID of an application or managed identity',
  'workload-identity-provider':
    'not the full name of a provider (projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER, with the number of the project)',
  'service-account': 'not the address of a service account',
  username: 'not the name of a Docker organisation',
  'connection-id': 'not a UUID',
};

/** The name of a field, unless it may be a secret. */
function shown(name: string): string {
  return /^[a-z][a-z0-9_-]{0,40}$/i.test(name) && !SECRET_VALUE.test(name) ? `"${name}"` : 'whose name is not shown';
}
