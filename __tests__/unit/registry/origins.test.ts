/** Where a registry may have the credential sent to (`threats.md`, B1). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeRealm } from '../../../src/registry/origins.ts';
import { anyText } from '../any-text.ts';

const judge = async (realm: string, registry: string, authHosts: readonly string[] = []) =>
  judgeRealm(realm, { registry: new URL(registry), authHosts });

const HUB = 'https://registry-1.docker.io';
const GITLAB = 'https://registry.gitlab.com';
const OURS = 'https://registry.example.com';
const ADDRESS = 'https://192.0.2.2:5543';

describe('a realm that the credential is sent to', () => {
  it.each([
    ['the registry itself', 'https://registry.example.com/token', OURS],
    ['the registry itself, with its port', 'https://registry.example.com:443/token', OURS],
    ['the registry itself, in other letters', 'HTTPS://Registry.Example.COM/token', OURS],
    ['a path alone', '/token', OURS],
    ['a relative path', 'token', OURS],
    ['a path with a query', '/service/token?service=harbor', OURS],
    ['an address without a scheme', '//registry.example.com/token', OURS],
    ['its host, on another port', 'https://registry.example.com:8443/token', OURS],
    ['an address, on another port', 'https://192.0.2.2:5001/token', ADDRESS],
    ['an address, itself', 'https://192.0.2.2:5543/token', ADDRESS],
    ['a host without a domain, on another port', 'https://registry:5001/token', 'https://registry:5000'],
    ['a sibling of the same domain', 'https://auth.example.com/token', OURS],
    ['the domain above', 'https://example.com/token', OURS],
    ['a deeper sibling', 'https://a.b.example.com/token', OURS],
    ['a sibling below a suffix of two parts', 'https://auth.example.co.uk/t', 'https://registry.example.co.uk'],
    ['Docker Hub’s', 'https://auth.docker.io/token', HUB],
    ['GitLab’s', 'https://gitlab.com/jwt/auth', GITLAB],
    ['GHCR’s', 'https://ghcr.io/token', 'https://ghcr.io'],
    ['Quay’s', 'https://quay.io/v2/auth', 'https://quay.io'],
    ['Artifact Registry’s', 'https://europe-west1-docker.pkg.dev/v2/token', 'https://europe-west1-docker.pkg.dev'],
    ['ACR’s', 'https://acme.azurecr.io/oauth2/token', 'https://acme.azurecr.io'],
    ['DigitalOcean’s', 'https://api.digitalocean.com/v2/registry/auth', 'https://registry.digitalocean.com'],
    ['of this machine, the very same', 'http://127.0.0.1:5000/token', 'http://127.0.0.1:5000'],
    ['of this machine in IPv6', 'http://[::1]:5000/token', 'http://[::1]:5000'],
  ])('%s', async (_name, realm, registry) => {
    expect(await judge(realm, registry)).toMatchObject({ ok: true, url: new URL(realm, registry) });
  });

  it.each([
    ['https://sso.example.org/token', 'sso.example.org'],
    ['https://SSO.example.org/token', 'sso.example.org'],
    ['https://sso.example.org:8443/token', 'sso.example.org:8443'],
    ['https://10.0.0.1/token', '10.0.0.1'],
    ['https://[fd00::1]:5001/token', '[fd00::1]:5001'],
  ])('%s, as the user has named %s', async (realm, host) => {
    expect((await judge(realm, OURS, [host])).ok).toBe(true);
  });

  it.each([
    ['http://127.0.0.1:5001/token', '127.0.0.1:5001'],
    ['http://localhost:5001/token', 'localhost:5001'],
    ['http://localhost/token', 'localhost'],
    ['https://[::1]:5001/token', '[::1]:5001'],
  ])('%s of this machine, as the user has named %s', async (realm, host) => {
    expect((await judge(realm, 'http://127.0.0.1:5000', [host])).ok).toBe(true);
  });
});

type Realm = readonly [realm: string, registry: string];

const HOSTILE: readonly Realm[] = [
  // No address at all
  ['', OURS],
  ['https://', OURS],
  ['https:// /token', OURS],
  ['https://exa mple.com/token', OURS],
  ['https://[::1/token', OURS],
  ['https://registry.example.com:99999/token', OURS],
  ['http://registry.example.com\n.evil.com:x/', OURS],
  // Another scheme
  ['http://registry.example.com/token', OURS],
  ['http://auth.example.com/token', OURS],
  ['ftp://registry.example.com/token', OURS],
  ['ws://registry.example.com/token', OURS],
  ['wss://registry.example.com/token', OURS],
  ['file:///etc/passwd', OURS],
  ['file://registry.example.com/token', OURS],
  ['data:text/plain,token', OURS],
  ['javascript:alert(1)', OURS],
  ['blob:https://registry.example.com/1', OURS],
  ['about:blank', OURS],
  ['unix:///var/run/docker.sock', OURS],
  ['gopher://registry.example.com/', OURS],
  // A user in it
  ['https://registry.example.com@evil.com/token', OURS],
  ['https://user:pass@registry.example.com/token', OURS],
  ['https://user@auth.example.com/token', OURS],
  ['https://:pass@registry.example.com/token', OURS],
  ['https://registry.example.com%2f@evil.com/', OURS],
  ['https://registry.example.com:443@evil.com/', OURS],
  // Names that look like ours
  ['https://evil.com/token', OURS],
  ['https://evil.com/registry.example.com/token', OURS],
  ['https://evil.com?registry.example.com', OURS],
  ['https://evil.com#registry.example.com', OURS],
  ['https://registry.example.com.evil.com/token', OURS],
  ['https://registry-example.com/token', OURS],
  ['https://registryexample.com/token', OURS],
  ['https://notexample.com/token', OURS],
  ['https://example.com.evil.com/token', OURS],
  ['https://example.org/token', OURS],
  ['https://example.co/token', OURS],
  ['https://com/token', OURS],
  ['https://registry.exаmple.com/token', OURS],
  ['https://registry.xn--exmple-4nf.com/token', OURS],
  ['https://registry.example.com。evil.com/token', OURS],
  ['//evil.com/token', OURS],
  ['\\\\evil.com\\token', OURS],
  ['/\\evil.com/token', OURS],
  ['https:\\\\evil.com', OURS],
  ['\thttps://evil.com', OURS],
  ['h\nttps://evil.com', OURS],
  // Addresses
  ['https://127.0.0.1/token', OURS],
  ['https://localhost/token', OURS],
  ['http://localhost/token', OURS],
  ['https://169.254.169.254/latest/meta-data', OURS],
  ['http://169.254.169.254/latest/meta-data', OURS],
  ['https://[::1]/token', OURS],
  ['https://[::ffff:169.254.169.254]/token', OURS],
  ['https://0.0.0.0/token', OURS],
  ['https://[::]/token', OURS],
  ['https://2130706433/token', OURS],
  ['https://0x7f000001/token', OURS],
  ['https://017700000001/token', OURS],
  ['https://10.0.0.1/token', OURS],
  ['https://192.0.2.3:5543/token', ADDRESS],
  ['https://evil.com/token', ADDRESS],
  ['http://192.0.2.2:5543/token', ADDRESS],
  ['https://[fe80::1]/token', ADDRESS],
  // Others below a suffix under which anyone gets a name
  ['https://evil.azurecr.io/oauth2/token', 'https://acme.azurecr.io'],
  ['https://azurecr.io/oauth2/token', 'https://acme.azurecr.io'],
  ['https://evil.azurecr.cn/oauth2/token', 'https://acme.azurecr.cn'],
  ['https://evil.github.io/token', 'https://acme.github.io'],
  ['https://evil.s3.amazonaws.com/token', 'https://1.dkr.ecr.us-east-1.amazonaws.com'],
  ['https://2.dkr.ecr.us-east-1.amazonaws.com/token', 'https://1.dkr.ecr.us-east-1.amazonaws.com'],
  ['https://evil.us-east-1.es.amazonaws.com/token', 'https://1.dkr.ecr.eu-west-1.amazonaws.com'],
  ['https://x.execute-api.us-east-1.amazonaws.com/token', 'https://1.dkr.ecr.us-east-1.amazonaws.com'],
  ['https://evil.cloudfront.net/token', 'https://acme.cloudfront.net'],
  ['https://evil.jfrog.io/token', 'https://acme.jfrog.io'],
  ['https://evil.co.uk/token', 'https://registry.co.uk'],
  ['https://evil.herokuapp.com/token', 'https://acme.herokuapp.com'],
  ['https://evil.blob.core.windows.net/token', 'https://acme.blob.core.windows.net'],
  // Known pairs that are not this registry's
  ['https://auth.docker.io/token', OURS],
  ['https://gitlab.com/jwt/auth', OURS],
  ['https://auth.docker.io.evil.com/token', HUB],
  ['https://evil-docker.io/token', HUB],
  ['https://docker.com/token', HUB],
  ['http://auth.docker.io/token', HUB],
  ['https://gitlab.com.evil.com/jwt/auth', GITLAB],
  ['http://gitlab.com/jwt/auth', GITLAB],
  ['https://gitlab.io/jwt/auth', GITLAB],
  ['https://evil.westeurope.cloudapp.azure.com/token', 'https://acme.westeurope.cloudapp.azure.com'],
  ['https://evil.westeurope.azurecontainerapps.io/token', 'https://acme.westeurope.azurecontainerapps.io'],
  ['https://evil.10.0.0.1.nip.io/token', 'https://registry.10.0.0.1.nip.io'],
  ['https://evil.sslip.io/token', 'https://registry.192-0-2-1.sslip.io'],
  ['https://evil.container-registry.com/token', 'https://acme.container-registry.com'],
  ['https://evil.gra7.container-registry.ovh.net/token', 'https://acme.gra7.container-registry.ovh.net'],
  ['https://evil.c8n.io/token', 'https://acme.c8n.io'],
  ['https://evil.cloudsmith.io/token', 'https://acme.cloudsmith.io'],
  ['https://evil.traefik.me/token', 'https://registry.traefik.me'],
  ['https://evil.ngrok-free.app/token', 'https://acme.ngrok-free.app'],
  // This machine
  ['http://127.0.0.1:5001/token', 'http://127.0.0.1:5000'],
  ['http://127.0.0.2:5000/token', 'http://127.0.0.1:5000'],
  ['http://localhost:5000/token', 'http://127.0.0.1:5000'],
  ['http://127.0.0.1:5000/token', 'http://localhost:5000'],
  ['http://[::1]:5000/token', 'http://127.0.0.1:5000'],
  ['https://localhost:5001/token', 'https://localhost:5000'],
  ['https://localhost:5000/token', 'http://localhost:5000'],
  ['https://evil.com/token', 'http://127.0.0.1:5000'],
  ['http://192.0.2.2/token', 'http://127.0.0.1:5000'],
  ['http://localhost.evil.com/token', 'http://localhost:5000'],
  ['ftp://localhost/token', 'http://localhost:5000'],
  ['http://user@localhost:5001/token', 'http://localhost:5000'],
];

describe('a realm that the credential is never sent to', () => {
  it('is known in more than sixty kinds', () => {
    expect(HOSTILE.length).toBeGreaterThan(60);
  });

  it.each(HOSTILE.map(([realm, registry]) => [JSON.stringify(realm), registry, realm]))(
    '%s of %s',
    async (_name, registry, realm) => {
      expect(await judge(realm, registry)).toEqual({ ok: false, problem: expect.stringMatching(/^it \w/) });
    },
  );

  it.each([
    ['http://sso.example.org/token', 'sso.example.org'],
    ['https://sso.example.org:8443/token', 'sso.example.org'],
    ['https://sso.example.org/token', 'sso.example.org:8443'],
    ['https://a.sso.example.org/token', 'sso.example.org'],
    ['https://example.org/token', 'sso.example.org'],
    ['https://user@sso.example.org/token', 'sso.example.org'],
    ['https://sso.example.org.evil.com/token', 'sso.example.org'],
  ])('%s, though the user has named %s', async (realm, host) => {
    expect((await judge(realm, OURS, [host])).ok).toBe(false);
  });
});

describe('any realm', () => {
  const piece = fc.constantFrom(
    'https://',
    'http://',
    '//',
    'registry.example.com',
    'evil.com',
    '@',
    ':',
    '/',
    '\\',
    '.',
    '?',
    '#',
    '%2f',
    ' ',
    '\t',
    '[',
    ']',
    '443',
    'a',
    '127.0.0.1',
    'é',
  );
  const realms = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
    anyText,
  );

  it('that is taken leads to our host or domain by TLS, with no user in it', async () => {
    await fc.assert(
      fc.asyncProperty(realms, async (realm) => {
        const judgement = await judge(realm, OURS);
        if (!judgement.ok) return;
        const { protocol, hostname, username, password } = judgement.url;
        expect([protocol, username, password]).toEqual(['https:', '', '']);
        expect(hostname).toMatch(/(?:^|\.)example\.com\.?$/);
      }),
      { numRuns: 1500 },
    );
  });
});
