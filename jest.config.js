const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/build'],
  restoreMocks: true,
};

/** Pure code; what opens the gate; faults and lies; the built bundle in a subprocess, and its summary in a browser; real engines and registries. */
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
    { ...common, displayName: 'pictures', testMatch: ['<rootDir>/__tests__/pictures/**/*.test.ts'] },
    { ...common, displayName: 'exhaustive', testMatch: ['<rootDir>/__tests__/exhaustive/**/*.test.ts'] },
    { ...common, displayName: 'faults', testMatch: ['<rootDir>/__tests__/faults/**/*.test.ts'] },
    { ...common, displayName: 'engine', testMatch: ['<rootDir>/__tests__/engine/**/*.test.ts'] },
  ],
};
