import { publish as publishBehindGate } from '../../../src/actions/publish/publish.ts';
import type { Beyond, World } from '../../../src/actions/publish/world.ts';
import { InMemoryKeptFiles, InMemorySigning } from './in-memory-signing.ts';

type Proof = Pick<Beyond, 'keptFiles' | 'signing'>;

/** publish tells the story with all doors at hand: what is behind the gate comes when it is asked for. */
export function publish(world: Omit<World, 'beyond'> & Omit<Beyond, keyof Proof> & Partial<Proof>): Promise<boolean> {
  const whole = { keptFiles: new InMemoryKeptFiles(), signing: new InMemorySigning().doors, ...world };
  return publishBehindGate({ ...whole, beyond: async () => whole });
}
