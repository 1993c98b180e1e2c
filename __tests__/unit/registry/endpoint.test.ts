import { describe, expect, it } from '@jest/globals';
import { apiHost, originOf, redacted } from '../../../src/registry/endpoint.ts';
import { isInside, namesInside } from '../../../src/registry/inside-addresses.ts';
import { isLoopback } from '../../../src/text/loopback.ts';

describe('apiHost', () => {
  it.each([
    ['docker.io', 'registry-1.docker.io'],
    ['ghcr.io', 'ghcr.io'],
    ['localhost:5000', 'localhost:5000'],
    ['mydocker.io', 'mydocker.io'],
  ])('of %s is %s', (registry, host) => {
    expect(apiHost(registry)).toBe(host);
  });
});

describe('isLoopback', () => {
  it.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.255.255.254', '127.0.0.53', '::1', '[::1]'])('%s is', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each([
    '',
    '0.0.0.0',
    '128.0.0.1',
    '10.0.0.1',
    '127.0.0.1.evil.com',
    '127.evil.com',
    'registry.localhost',
    'localhost.evil.com',
    'mylocalhost',
    '[::]',
    '[::ffff:10.0.0.1]',
    '[fe80::1]',
    '1270.0.1',
    '127.0.0.256',
    'ghcr.io',
  ])('%s is not', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});

describe('originOf', () => {
  it.each([
    ['https://ghcr.io/v2/', 'https://ghcr.io:443/'],
    ['https://GHCR.io', 'https://ghcr.io'],
    ['http://localhost', 'http://localhost:80/x?y#z'],
    ['https://user:pass@ghcr.io', 'https://ghcr.io'],
  ])('of %s is that of %s', (one, other) => {
    expect(originOf(new URL(one))).toBe(originOf(new URL(other)));
  });

  it.each([
    ['https://ghcr.io', 'http://ghcr.io'],
    ['https://ghcr.io', 'https://ghcr.io:8443'],
    ['https://ghcr.io', 'https://pkg.ghcr.io'],
    ['https://ghcr.io:80', 'http://ghcr.io'],
    ['http://ghcr.io:443', 'https://ghcr.io'],
    ['https://ghcr.io', 'https://ghcr.io.'],
  ])('of %s is not that of %s', (one, other) => {
    expect(originOf(new URL(one))).not.toBe(originOf(new URL(other)));
  });
});

describe('redacted', () => {
  it.each([
    [
      'https://user:secret@r.example:5000/v2/a/blobs/x?sig=secret&token=secret#secret',
      'https://r.example:5000/v2/a/blobs/x',
    ],
    ['https://s3.example/bucket/key?X-Amz-Signature=secret', 'https://s3.example/bucket/key'],
    ['http://[::1]:5000/v2/', 'http://[::1]:5000/v2/'],
  ])('of %s is %s', (url, expected) => {
    expect(redacted(new URL(url))).toBe(expected);
  });
});

describe('isInside', () => {
  it.each([
    ...[
      '0.0.0.0',
      '10.0.0.1',
      '10.255.255.255',
      '100.64.0.1',
      '127.0.0.1',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
    ],
    ...[
      '192.168.0.1',
      '192.0.0.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      'fc00::1',
      'fdff::1',
      'fe80::1',
    ],
    ...[
      'ff02::1',
      '::ffff:10.0.0.1',
      '::ffff:169.254.169.254',
      '64:ff9b::a00:1',
      '64:ff9b:1::a00:1',
      'not an address',
      '',
    ],
    ...['::7f00:1', '2002:7f00:1::', 'fec0::1'],
  ])('%s is', (address) => {
    expect(isInside(address)).toBe(true);
  });

  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.0.1',
    '193.0.0.1',
    '223.255.255.255',
    '2606:4700::1',
    '2001:4860::8888',
  ])('%s is not', (address) => {
    expect(isInside(address)).toBe(false);
  });
});

describe('namesInside', () => {
  it.each([
    'http://localhost/',
    'https://x.localhost/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://10.1.2.3:8443/',
    'http://169.254.169.254/latest',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://017700000001/',
    'https://[::ffff:7f00:1]/',
    'https://[fd00::1]/',
  ])('%s does', (url) => {
    expect(namesInside(new URL(url))).toBe(true);
  });

  it.each([
    'https://ghcr.io/',
    'https://10.evil.com/',
    'https://1.1.1.1/',
    'https://localhost.evil.com/',
    'https://[2606:4700::1]/',
  ])('%s does not', (url) => {
    expect(namesInside(new URL(url))).toBe(false);
  });
});
