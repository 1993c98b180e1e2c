import type { Shape } from './json-reader.ts';

const ID: Shape = { bytes: 1024 };
const WORD: Shape = { bytes: 128 };
const TEXT: Shape = { keys: { text: { bytes: 512, cut: true } } };
const SEVERITY: Readonly<Record<string, Shape>> = {
  'security-severity': WORD,
  cvssv3_baseScore: WORD,
  severity: WORD,
  cvssV3_severity: WORD,
  issue_severity: WORD,
  tags: { each: WORD, keep: 64 },
};
const RULE: Shape = {
  keys: {
    id: ID,
    helpUri: { bytes: 1024 },
    shortDescription: TEXT,
    help: TEXT,
    properties: { keys: SEVERITY },
    defaultConfiguration: { keys: { level: WORD } },
  },
};
const COMPONENT: Shape = { keys: { name: WORD, guid: WORD, rules: { each: RULE, most: 50_000 } } };
const RESULT: Shape = {
  keys: {
    ruleId: ID,
    ruleIndex: WORD,
    rule: { keys: { id: ID, index: WORD, toolComponent: { keys: { index: WORD, name: WORD, guid: WORD } } } },
    kind: WORD,
    level: WORD,
    message: TEXT,
    baselineState: WORD,
    suppressions: { each: { keys: { status: WORD } } },
    properties: { keys: SEVERITY },
    locations: {
      each: {
        keys: {
          message: TEXT,
          physicalLocation: { keys: { artifactLocation: { keys: { uri: { bytes: 256, cut: true } } } } },
          logicalLocations: { each: { keys: { fullyQualifiedName: { bytes: 1024, cut: true } } }, keep: 1 },
        },
      },
      keep: 1,
    },
  },
};
const NOTIFICATIONS: Shape = { each: { keys: { level: WORD, message: TEXT } }, most: 10_000 };
const RUN: Shape = {
  keys: {
    tool: { keys: { driver: COMPONENT, extensions: { each: COMPONENT, most: 1000 } } },
    results: { each: RESULT, most: 50_000 },
    invocations: {
      each: {
        keys: {
          executionSuccessful: WORD,
          startTimeUtc: WORD,
          endTimeUtc: WORD,
          toolExecutionNotifications: NOTIFICATIONS,
          toolConfigurationNotifications: NOTIFICATIONS,
        },
      },
      most: 1000,
    },
    versionControlProvenance: { each: { keys: { revisionId: WORD } }, keep: 100 },
    externalPropertyFileReferences: { keys: {} },
    properties: {
      keys: { imageID: ID, imageName: ID, imageDigest: ID, repoDigests: { each: ID, keep: 100 } },
    },
  },
};
/** SARIF_LOG says which parts of a report in SARIF 2.1.0 are kept, and how much at most. */
export const SARIF_LOG: Shape = {
  keys: { version: WORD, runs: { each: RUN, most: 500 }, inlineExternalProperties: { each: { keys: {} }, keep: 1 } },
};
