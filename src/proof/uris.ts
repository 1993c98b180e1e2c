/**
 * The names under which a statement is found and understood, for ever. They are constants: if a variable could change
 * them, a statement could look like another tool's.
 */

/** Where this project is; the place of the owner is filled in at publication. */
const HOME = 'https://github.com/OWNER/verified-image-push';

/** The version of the package, which a test holds against package.json. */
export const VERSION = '0.0.0';
/** Who has verified (SLSA, `verifier.id`). */
export const VERIFIER = HOME;
/** The field of the predicate that is ours, and the schema that says what is in it. A change that breaks readers makes v2. */
export const GATE_FIELD = `${HOME}/gate/v1`;
export const GATE_SCHEMA = `${HOME}/blob/main/docs/proof/gate-v1.schema.json`;

/** in-toto Statement v1 (in-toto/attestation, spec/v1/statement.md). */
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
/** SLSA 1.2, verification_summary.md. */
export const PREDICATE_TYPE = 'https://slsa.dev/verification_summary/v1';
export const SLSA_VERSION = '1.2';
