/** A TUF repository with keys of its own, made with the models of TUF's project, in which anything can be wrong. */
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  Key,
  Metadata,
  MetadataKind,
  MetaFile,
  Root,
  Signature,
  Snapshot,
  TargetFile,
  Targets,
  Timestamp,
} from '@tufjs/models';
import type { Caught, ScriptedAnswer } from '../registry/listener.ts';

export type RoleName = 'root' | 'timestamp' | 'snapshot' | 'targets';
type Signing = { readonly id: string; readonly key: Key; readonly secret: KeyObject };
type Signed = Root | Timestamp | Snapshot | Targets;

/** What is published, and what is wrong with it. */
export type Publication = {
  readonly targets?: Readonly<Record<string, string>>;
  /** Roles whose metadata has expired. */
  readonly expired?: readonly RoleName[];
  /** Roles whose metadata is signed by a key that nobody knows. */
  readonly forged?: readonly RoleName[];
  /** Versions, where they are not the next ones. */
  readonly versions?: Readonly<Partial<Record<RoleName, number>>>;
  /** Whether the keys of the roles change, which takes a new root. */
  readonly rotates?: boolean;
};

const DAY = 86_400_000;
const in30Days = () => new Date(Date.now() + 30 * DAY).toISOString().replace(/\.\d+/, '');
const yesterday = () => new Date(Date.now() - DAY).toISOString().replace(/\.\d+/, '');
const SPEC = '1.0.31';

export class TufFiles {
  /** What is served, by the path. */
  readonly files = new Map<string, string>();
  /** The first root, which whoever asks must know. */
  readonly root: string;
  #keys = freshKeys();
  #versions = { root: 0, timestamp: 0, snapshot: 0, targets: 0 };
  #targets: Readonly<Record<string, string>> = {};

  constructor(targets: Readonly<Record<string, string>>) {
    this.#publishRoot({}, this.#keys);
    this.root = this.files.get('1.root.json') ?? '';
    this.publish({ targets });
  }

  /** As a server answers of it. */
  readonly answer = ({ target }: Caught): ScriptedAnswer => {
    const body = this.files.get(target.slice(1));
    return body === undefined ? { status: 404 } : { body };
  };

  /** publish makes new metadata of every role. */
  publish({ targets = this.#targets, ...how }: Publication): void {
    this.#targets = targets;
    if (how.rotates || how.expired?.includes('root') || how.forged?.includes('root') || how.versions?.root) {
      const before = this.#keys;
      if (how.rotates) this.#keys = freshKeys();
      this.#publishRoot(how, before);
    }
    const files = Object.entries(targets).map(([path, text]) => targetOf(path, text));
    const listed = this.#make('targets', how, (common) => {
      const made = new Targets(common);
      for (const file of files) made.addTarget(file);
      return made;
    });
    for (const { path, hashes } of files) this.files.set(`targets/${hashes.sha256}.${path}`, targets[path] ?? '');
    const shown = this.#make('snapshot', how, (common) => {
      return new Snapshot({ ...common, meta: { 'targets.json': new MetaFile({ version: listed.version }) } });
    });
    this.#make('timestamp', how, (common) => {
      return new Timestamp({ ...common, snapshotMeta: new MetaFile({ version: shown.version }) });
    });
  }

  #publishRoot(how: Publication, before: Record<RoleName, Signing>): void {
    this.#make(
      'root',
      how,
      (common) => {
        const root = new Root({ ...common, consistentSnapshot: true });
        for (const [role, { key }] of Object.entries(this.#keys)) root.addKey(key, role);
        return root;
      },
      before.root,
    );
  }

  #make(
    role: RoleName,
    { expired = [], forged = [], versions = {} }: Publication,
    make: (common: { version: number; specVersion: string; expires: string }) => Signed,
    also?: Signing,
  ): { readonly version: number } {
    this.#versions[role] += 1;
    const version = versions[role] ?? this.#versions[role];
    const expires = expired.includes(role) ? yesterday() : in30Days();
    const metadata = new Metadata(make({ version, specVersion: SPEC, expires }) as Timestamp);
    const own = forged.includes(role) ? { ...freshKeys()[role], id: this.#keys[role].id } : this.#keys[role];
    for (const { id, secret } of also === undefined || forged.includes(role) ? [own] : [own, also])
      metadata.sign((data) => new Signature({ keyID: id, sig: sign(null, data, secret).toString('hex') }));
    const name = role === MetadataKind.Timestamp ? 'timestamp.json' : `${this.#versions[role]}.${role}.json`;
    this.files.set(name, JSON.stringify(metadata.toJSON()));
    return { version: this.#versions[role] };
  }
}

function freshKeys(): Record<RoleName, Signing> {
  return { root: freshKey(), timestamp: freshKey(), snapshot: freshKey(), targets: freshKey() };
}

function freshKey(): Signing {
  const { privateKey } = generateKeyPairSync('ed25519');
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const id = createHash('sha256').update(raw).digest('hex');
  const key = new Key({ keyID: id, keyType: 'ed25519', scheme: 'ed25519', keyVal: { public: raw } });
  return { id, key, secret: privateKey };
}

function targetOf(path: string, text: string): TargetFile {
  const hashes = { sha256: createHash('sha256').update(text).digest('hex') };
  return new TargetFile({ path, length: Buffer.byteLength(text), hashes });
}
