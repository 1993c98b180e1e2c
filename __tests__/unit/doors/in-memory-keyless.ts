import { ActionError } from '../../../src/errors.ts';
import { type Repository, repositoryName } from '../../../src/image/reference.ts';
import type { Identity, Keyless, Purpose, ShortLivedCredential } from '../../../src/keyless/keyless.ts';
import { Secret } from '../../../src/secret/secret.ts';

/** Keyless sign-in that gives a credential of its own to each repository, and another when the last has run out. */
export class InMemoryKeyless implements Keyless {
  readonly journal: string[];
  /** What was given to whom, in order. */
  readonly given: {
    readonly type: Identity['type'];
    readonly repository: string;
    readonly purpose: Partial<Purpose>;
    readonly password: string;
  }[] = [];
  readonly #held = new Map<string, ShortLivedCredential>();

  constructor(journal: string[] = []) {
    this.journal = journal;
  }

  /** Whatever was given has run out. */
  expire(): void {
    this.#held.clear();
  }

  /** Tokens of the job are refused unless a test gives one. */
  token: (audience: string) => string = () => {
    throw new ActionError('EXCHANGE_FAILED', 'This job may not ask GitHub for an identity token.', {
      hint: 'Give it.',
    });
  };

  async jobToken(audience: string): Promise<Secret> {
    this.journal.push(`keyless.token ${audience}`);
    return new Secret(this.token(audience));
  }

  async credential(
    identity: Identity,
    repository: Repository,
    purpose: Partial<Purpose> = {},
  ): Promise<ShortLivedCredential> {
    const name = repositoryName(repository);
    const key = [name, ...(purpose.mountFrom ?? [])].join(' ');
    const held = this.#held.get(key);
    if (held !== undefined) return held;
    this.journal.push(`keyless.credential ${identity.type} ${name}`);
    const password = `short-lived-${this.given.length}-of-${repository.path}`;
    this.given.push({ type: identity.type, repository: name, purpose, password });
    const made = {
      username: 'keyless',
      password: new Secret(password),
      expiresAt: Date.UTC(2026, 10, 20, 13),
      kind: 'a test credential',
      width: `pushing to ${name}`,
    };
    this.#held.set(key, made);
    return made;
  }
}
