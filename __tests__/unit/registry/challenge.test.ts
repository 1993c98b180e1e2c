import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseChallenges } from '../../../src/registry/challenge.ts';
import { anyText } from '../any-text.ts';

const parse = (header: string) =>
  parseChallenges(header).read.map(({ scheme, parameters }) => [scheme, { ...parameters }]);

describe('parseChallenges', () => {
  it.each<readonly [name: string, header: string, expected: unknown]>([
    [
      'Docker Hub',
      'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:library/alpine:pull"',
      [
        [
          'bearer',
          {
            realm: 'https://auth.docker.io/token',
            service: 'registry.docker.io',
            scope: 'repository:library/alpine:pull',
          },
        ],
      ],
    ],
    ['distribution with htpasswd', 'Basic realm="Registry Realm"', [['basic', { realm: 'Registry Realm' }]]],
    [
      'Nexus',
      'BASIC realm="Sonatype Nexus Repository Manager"',
      [['basic', { realm: 'Sonatype Nexus Repository Manager' }]],
    ],
    ['a scheme in small letters', 'bearer realm="https://r.example/t"', [['bearer', { realm: 'https://r.example/t' }]]],
    ['a scheme in capitals', 'BEARER REALM="https://r.example/t"', [['bearer', { realm: 'https://r.example/t' }]]],
    ['blanks around the sign', 'Bearer realm = "x" , service\t=\t"y"', [['bearer', { realm: 'x', service: 'y' }]]],
    ['no blank after the comma', 'Bearer realm="x",service="y"', [['bearer', { realm: 'x', service: 'y' }]]],
    ['many blanks', '   Bearer    realm="x"  ', [['bearer', { realm: 'x' }]]],
    ['commas without anything', ', ,Bearer realm="x",, ,service="y",', [['bearer', { realm: 'x', service: 'y' }]]],
    [
      'a token as a value',
      'Bearer realm=x, service=registry.example',
      [['bearer', { realm: 'x', service: 'registry.example' }]],
    ],
    [
      'an address without quotes',
      'Bearer realm=https://r.example/t?a=b,service=y',
      [['bearer', { realm: 'https://r.example/t?a=b', service: 'y' }]],
    ],
    ['quotes inside quotes', 'Basic realm="the \\"inner\\" realm"', [['basic', { realm: 'the "inner" realm' }]]],
    ['an escaped backslash', 'Basic realm="a\\\\b"', [['basic', { realm: 'a\\b' }]]],
    ['an escaped letter', 'Basic realm="\\r\\e\\a\\lm"', [['basic', { realm: 'realm' }]]],
    [
      'a comma inside quotes',
      'Bearer scope="repository:a:pull,push",realm="x"',
      [['bearer', { scope: 'repository:a:pull,push', realm: 'x' }]],
    ],
    [
      'a scheme inside quotes',
      'Basic realm="Bearer realm=https://evil.example"',
      [['basic', { realm: 'Bearer realm=https://evil.example' }]],
    ],
    ['an empty value', 'Basic realm=""', [['basic', { realm: '' }]]],
    [
      'two schemes, as Harbor and GitLab have them',
      'Bearer realm="x",service="y", Basic realm="z"',
      [
        ['bearer', { realm: 'x', service: 'y' }],
        ['basic', { realm: 'z' }],
      ],
    ],
    [
      'two schemes the other way',
      'Basic realm="z", Bearer realm="x"',
      [
        ['basic', { realm: 'z' }],
        ['bearer', { realm: 'x' }],
      ],
    ],
    ['a scheme alone', 'Negotiate', [['negotiate', {}]]],
    [
      'schemes alone',
      'Negotiate, NTLM, Basic realm="z"',
      [
        ['negotiate', {}],
        ['ntlm', {}],
        ['basic', { realm: 'z' }],
      ],
    ],
    [
      'a scheme that nobody knows',
      'AWS4-HMAC-SHA256 x="1", Bearer realm="r"',
      [
        ['aws4-hmac-sha256', { x: '1' }],
        ['bearer', { realm: 'r' }],
      ],
    ],
    [
      'the first of two realms',
      'Bearer realm="https://good.example",realm="https://evil.example"',
      [['bearer', { realm: 'https://good.example' }]],
    ],
    [
      'the first of two realms in other letters',
      'Bearer realm="https://good.example",Realm="https://evil.example"',
      [['bearer', { realm: 'https://good.example' }]],
    ],
    [
      'two challenges of one scheme',
      'Bearer realm="a", Bearer realm="b"',
      [
        ['bearer', { realm: 'a' }],
        ['bearer', { realm: 'b' }],
      ],
    ],
    ['nothing', '', []],
    ['blanks', ' \t ', []],
    ['commas', ',,,', []],
    ['a value without a name', '="x"', []],
    ['a parameter before any scheme', 'realm="x"', []],
    ['a string alone', '"Bearer realm=x"', []],
    ['quotes that never end', 'Bearer realm="https://evil.example', [['bearer', {}]]],
    ['quotes that never end, after what is good', 'Bearer realm="x",service="y', [['bearer', { realm: 'x' }]]],
    ['no value', 'Bearer realm=', [['bearer', {}]]],
    ['no value, and more', 'Bearer realm=,service="y"', [['bearer', {}]]],
    ['letters of another script', 'Bеarer realm="x"', [['b', {}]]],
  ])('reads %s', (_name, header, expected) => {
    expect(parse(header)).toEqual(expected);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'has a parameter that is named %s as any other',
    (name) => {
      const [challenge] = parseChallenges(`Bearer ${name}="x"`).read;
      expect(challenge?.parameters[name.toLowerCase()]).toBe('x');
      expect(Object.keys(challenge?.parameters ?? {})).toEqual([name.toLowerCase()]);
      expect(({} as Record<string, unknown>).x).toBeUndefined();
    },
  );

  it('has no parameter that is not there', () => {
    const [challenge] = parseChallenges('Bearer realm="x"').read;
    for (const name of ['service', 'toString', 'constructor', '__proto__'])
      expect(challenge?.parameters[name]).toBeUndefined();
  });
});

describe('a header that others may read otherwise', () => {
  it.each([
    ['two realms, of which the engine takes the last', 'Bearer realm="a",realm="https://evil.example"'],
    ['two realms in other letters', 'Bearer realm="a",REALM="https://evil.example"'],
    ['two services', 'Bearer realm="a",service="b",service="c"'],
    ['quotes that one header opens and the next one closes', 'Basic realm="a, Bearer realm="https://evil.example/"'],
    ['quotes that never end', 'Bearer realm="https://evil.example'],
    ['quotes in the middle of a value', 'Basic realm="a"b", Bearer realm="c"'],
    ['a parameter without a value', 'Bearer realm='],
    ['letters of another script', 'Bеarer realm="x"'],
    ['a parameter before any scheme', 'realm="x"'],
  ])('is told: %s', (_name, header) => {
    expect(parseChallenges(header).problem).toMatch(/^it /);
  });

  it.each(['', ',,', 'Basic realm="a"', 'Basic realm="a", ', 'Negotiate, NTLM', 'Bearer realm="a", Bearer realm="b"'])(
    'is not %j',
    (header) => {
      expect(parseChallenges(header).problem).toBeUndefined();
    },
  );
});

describe('any header', () => {
  const part = fc.constantFrom(
    'Bearer',
    'basic',
    ' ',
    '\t',
    ',',
    '=',
    '"',
    '\\',
    'realm',
    'https://r.example/t',
    'x',
    ':',
    '\u0000',
    'é',
    '/',
    '""',
    '\\"',
  );
  const headers = fc.oneof(
    fc.array(part, { maxLength: 30 }).map((parts) => parts.join('')),
    anyText,
  );

  it('is read to its end, and never throws', () => {
    fc.assert(
      fc.property(headers, (header) => {
        for (const { scheme, parameters } of parseChallenges(header).read) {
          if (scheme !== scheme.toLowerCase()) throw new Error(scheme);
          for (const [name, value] of Object.entries(parameters)) {
            if (name !== name.toLowerCase() || typeof value !== 'string') throw new Error(name);
          }
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([
    ['quotes', '"'],
    ['quotes that begin', 'Bearer realm="'],
    ['backslashes', '\\'],
    ['escapes in quotes', 'Bearer realm="\\\\'],
    ['commas', ','],
    ['blanks', ' '],
    ['signs', '='],
    ['parameters', 'a="b",'],
    ['schemes', 'Bearer '],
    ['letters', 'a'],
  ])('of a megabyte of %s is read in time', (_name, unit) => {
    const started = performance.now();
    parseChallenges(unit.repeat(Math.ceil((1 << 20) / unit.length)));
    parseChallenges(`Bearer realm="${unit.repeat(Math.ceil((1 << 20) / unit.length))}`);
    // Ten seconds stand for "never": what is not linear takes hours.
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('that was written from challenges is read as what it was written from', () => {
    const token = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
    const value = fc.string({ unit: 'grapheme-ascii', maxLength: 12 });
    const challenge = fc.tuple(token, fc.dictionary(token, value, { noNullPrototype: true, minKeys: 1, maxKeys: 3 }));
    const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
    fc.assert(
      fc.property(fc.array(challenge, { maxLength: 3 }), (challenges) => {
        const header = challenges
          .map(
            ([scheme, parameters]) =>
              `${scheme} ${Object.entries(parameters)
                .map(([name, text]) => `${name}=${quoted(text)}`)
                .join(', ')}`,
          )
          .join(', ');
        expect(parse(header)).toEqual(challenges);
      }),
      { numRuns: 1000 },
    );
  });
});
