/**
 * The names of our statements and their fields. They never change. They are constants: if a variable could change them,
 * a statement could look like another tool's.
 */

/** The address of this project; OWNER is replaced at publication. */
const HOME = 'https://github.com/OWNER/verified-image-push';

/** The version of the package; a test compares it with package.json. */
export const VERSION = '0.0.0';
/** The verifier (SLSA, `verifier.id`). */
export const VERIFIER = HOME;
/** Our own field of the predicate, and the schema of its content. A change that breaks readers needs v2. */
export const GATE_FIELD = `${HOME}/gate/v1`;
export const GATE_SCHEMA = `${HOME}/blob/main/docs/proof/gate-v1.schema.json`;

/** in-toto Statement v1 (in-toto/attestation, spec/v1/statement.md). */
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
/** SLSA 1.2, verification_summary.md. */
export const PREDICATE_TYPE = 'https://slsa.dev/verification_summary/v1';
export const SLSA_VERSION = '1.2';
