/** How much evidence is asked for before a digest becomes an output. */
export const VERIFICATION_LEVELS = ['manifest', 'graph', 'content'] as const;
export type VerificationLevel = (typeof VERIFICATION_LEVELS)[number];
