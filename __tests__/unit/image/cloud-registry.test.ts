import { describe, expect, it } from '@jest/globals';
import { isArtifactRegistry, parseAcrRegistry, parseEcrRegistry } from '../../../src/image/cloud-registry.ts';

describe('hosts of Azure Container Registry', () => {
  it.each([
    ['contoso.azurecr.io', 'login.microsoftonline.com'],
    ['contoso-e7ggejfuhzhgedc8.azurecr.io', 'login.microsoftonline.com'],
    ['contoso.westeurope.geo.azurecr.io', 'login.microsoftonline.com'],
    ['c0nt0s0.azurecr.cn', 'login.chinacloudapi.cn'],
    ['contoso.azurecr.us', 'login.microsoftonline.us'],
  ])('%s signs in at %s', (host, authority) => {
    expect(parseAcrRegistry(host)?.authority).toBe(authority);
  });

  it.each([
    'azurecr.io',
    '.azurecr.io',
    'a.azurecr.io',
    'contoso.azurecr.io.evil.example',
    'evil.example.azurecr.io',
    'contoso.azurecr.io:443',
    'contoso.azurecr.io/x',
    'contoso@evil.azurecr.io',
    'contosoazurecr.io',
    'contoso.azurecr.de',
    'contoso-.azurecr.io',
    'contoso.westeurope.azurecr.io',
  ])('%s is none', (host) => {
    expect(parseAcrRegistry(host)).toBeUndefined();
  });
});

describe('hosts of Google Artifact Registry', () => {
  it.each(['europe-docker.pkg.dev', 'us-central1-docker.pkg.dev', 'gcr.io', 'eu.gcr.io', 'asia.gcr.io'])(
    '%s is one',
    (host) => {
      expect(isArtifactRegistry(host)).toBe(true);
    },
  );

  it.each([
    'docker.pkg.dev',
    'europe-npm.pkg.dev',
    'europe-docker.pkg.dev.evil.example',
    'evil.example/europe-docker.pkg.dev',
    'evil.europe-docker.pkg.dev',
    'europe-docker.pkg.dev:8443',
    'gcr.io.evil.example',
    'evilgcr.io',
    'a.b.gcr.io',
  ])('%s is none', (host) => {
    expect(isArtifactRegistry(host)).toBe(false);
  });
});

it('no host is of two clouds', () => {
  for (const host of ['contoso.azurecr.io', 'gcr.io', 'public.ecr.aws', 'eu-docker.pkg.dev', 'docker.io', 'ghcr.io']) {
    const clouds = [
      parseAcrRegistry(host) !== undefined,
      isArtifactRegistry(host),
      parseEcrRegistry(host) !== undefined,
    ];
    expect(clouds.filter(Boolean).length).toBeLessThanOrEqual(1);
  }
});
