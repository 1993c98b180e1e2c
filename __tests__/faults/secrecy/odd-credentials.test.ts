import { describe, expect, test } from '@jest/globals';
import { buildImage } from '../../doubles/registry/images.ts';
import { type RegistryOptions, startRegistry } from '../../doubles/registry/start-registry.ts';
import { runStep } from '../step/run-step.ts';

const image = buildImage({ content: 'tested' });

/** Names as registries make them, and as people do. */
const NAMES = [
  'robot$team+ci',
  'org+robot',
  '$oauthtoken',
  '00000000-0000-0000-0000-000000000000',
  'jürgen müller',
  '--help',
];
const SECRETS: Readonly<Record<string, string>> = {
  'white space inside': 'one two\tthree',
  'white space around': ' \tbetween blanks \t',
  quotes: `'single' "double" \`back\``,
  'what shells and addresses read': '$HOME $(x) %41 a&b=c #d ?e /f \\n ; | > *',
  'a colon': 'a:b:c:d:e:f',
  'a line end inside': 'first line\nsecond line',
  'a line end of Windows inside': 'first line\r\nsecond line',
  Unicode: 'Käse 東京 🔑 ́combining',
  'what JSON and HTML escape': '<script>"\u2028\u2029"</script>&amp;',
  'what begins as an option': '--password-stdin',
  '4 KiB': 'aB3$ "x\' '.repeat(410).slice(0, 4096),
};

describe('an odd credential', () => {
  const both = ['basic', 'token'] as const;
  test.each(Object.entries(SECRETS))(
    'with %s is taken as it is, for every name and by either way',
    async (_name, password) => {
      for (const kind of both) {
        const users = Object.fromEntries(NAMES.map((name) => [name, password]));
        await using registry = await startRegistry({ auth: { kind, users } } as RegistryOptions);
        for (const username of NAMES) {
          const inputs = { username, password };
          const step = await runStep({ registry, image, inputs });
          expect([username, step.errors, step.isWell]).toEqual([username, [], true]);
          const list = `- registry: ${registry.host}\n  username: ${JSON.stringify(username)}\n  password: ${JSON.stringify(password)}\n`;
          const listed = await runStep({
            registry,
            image,
            inputs: { username: '', password: '', 'registry-auth': list },
          });
          expect([username, listed.errors, listed.isWell]).toEqual([username, [], true]);
        }
        registry.assertClean();
      }
    },
  );

  test('that is another one by a single character is not', async () => {
    await using registry = await startRegistry({ auth: { kind: 'basic', users: { ci: ' secret ' } } });
    for (const password of [' secret', 'secret ', 'secret', ' Secret ', ' secret \u00a0']) {
      const step = await runStep({ registry, image, inputs: { username: 'ci', password } });
      expect([password, step.outputs.reason]).toEqual([password, 'LOGIN_FAILED']);
    }
  });
});
