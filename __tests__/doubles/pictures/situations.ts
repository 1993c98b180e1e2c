import { HOSTILE_ONES } from './hostile.ts';
import { PUBLISHED } from './published.ts';
import { SIBLINGS } from './siblings.ts';
import type { Situation } from './situation.ts';
import { STOPPED } from './stopped.ts';

/** What happens to people with each of the three actions. */
export const SITUATIONS: readonly Situation[] = [...PUBLISHED, ...STOPPED, ...SIBLINGS, ...HOSTILE_ONES];
