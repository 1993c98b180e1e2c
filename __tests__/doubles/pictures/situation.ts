import type { Step } from '../runner.ts';
import type { Place } from './place.ts';

/** What people see of a step. */
export type Told = Pick<Step, 'summary' | 'log' | 'outputs'>;

/** Something that happens to people: the built action in the middle of it, and what its summary is to show. */
export type Situation = {
  readonly name: string;
  readonly play: (place: Place) => Promise<Told>;
  readonly title: RegExp;
  /** What is folded. */
  readonly folded: readonly string[];
  /** Whether someone has given names to things that are to do harm. */
  readonly isHostile?: boolean;
};
