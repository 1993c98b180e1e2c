/** Request by request: what our double says is what the registries say that it stands for, in all that we rely on. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRegistry } from '../doubles/registry/start-registry.ts';
import { services } from '../doubles/services.ts';
import { ANSWERS, type Answers } from './support/answers.ts';
import { MANIFEST_REQUESTS } from './support/manifest-requests.ts';
import { startDistribution } from './support/own-distribution.ts';
import { READ_REQUESTS } from './support/read-requests.ts';
import { UPLOAD_REQUESTS } from './support/upload-requests.ts';
import { Visit } from './support/visit.ts';

const REQUESTS = [...READ_REQUESTS, ...UPLOAD_REQUESTS, ...MANIFEST_REQUESTS];

type Opened = AsyncDisposable & { readonly host: string };
type Registry = {
  readonly name: string;
  readonly start: () => Promise<Opened>;
  readonly expected: (answers: Answers) => string | undefined;
};

const two = ({ says }: Answers) => says;
const three = ({ says, three: own }: Answers) => own ?? says;
const spec = ({ says, spec: own }: Answers) => own ?? says;

const doubles: readonly Registry[] = [
  { name: 'our distribution 2.8', start: () => startRegistry({ personality: 'distribution' }), expected: two },
  { name: 'our distribution 3', start: () => startRegistry({ personality: 'distribution-3' }), expected: three },
  { name: 'our conformant registry', start: () => startRegistry(), expected: spec },
];

function real(): readonly Registry[] {
  const programs = services()?.programs;
  if (programs === undefined) return [];
  return [
    { name: 'distribution 2.8', start: () => startDistribution(programs['distribution-2'], true), expected: two },
    { name: 'distribution 3', start: () => startDistribution(programs['distribution-3'], true), expected: three },
  ];
}

describe.each([...real(), ...doubles])('$name answers', ({ start, expected }) => {
  let registry: Opened;
  beforeAll(async () => {
    registry = await start();
  });
  afterAll(async () => {
    await registry[Symbol.asyncDispose]();
  });

  const asked = REQUESTS.flatMap((request) => {
    const says = expected(ANSWERS[request.name] ?? {});
    return says === undefined ? [] : [{ ...request, says }];
  });
  it.each(asked)('$name', async ({ ask, relies, says }) => {
    const visit = await new Visit(`http://${registry.host}`).prepare();
    expect(visit.told(await ask(visit), relies)).toBe(says);
  });
});

it('has an answer for each request, and no other', () => {
  expect(Object.keys(ANSWERS).toSorted()).toEqual(REQUESTS.map(({ name }) => name).toSorted());
});
