import { describe, expect, it } from '@jest/globals';
import { assertRunner } from '../../../src/runner/least-runner.ts';

describe('the least runner', () => {
  it.each(['24.5.0', '24.10.0', '24.21.0', '25.0.0', '26.1.0', '24.5.0-nightly', '100.0.0'])(
    'is there with Node %s',
    (node) => {
      expect(() => assertRunner(node)).not.toThrow();
    },
  );

  it.each(['24.4.1', '24.0.0', '23.11.1', '22.22.2', '20.19.0', '9.9.9', ''])(
    'is not there with Node "%s", and is named',
    (node) => {
      expect(() => assertRunner(node)).toThrow(
        expect.objectContaining({
          code: 'RUNNER_TOO_OLD',
          message: expect.stringContaining(`Node ${node},`),
          hint: expect.stringContaining('2.328.0'),
        }),
      );
    },
  );
});
