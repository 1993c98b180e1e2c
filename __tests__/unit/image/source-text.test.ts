import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ofCommit, parseSource } from '../../../src/image/source-text.ts';

const HEX = 'a5c3785ed8d6a35868bc169f07e40e889087fd2ea5c3785ed8d6a35868bc169f';

describe('parseSource', () => {
  it.each([
    ['app:test', { kind: 'either', name: 'app:test' }],
    ['app', { kind: 'either', name: 'app' }],
    [`ghcr.io/owner/app:1@sha256:${HEX}`, { kind: 'either', name: `ghcr.io/owner/app:1@sha256:${HEX}` }],
    [HEX, { kind: 'either', name: HEX }],
    [`sha256:${HEX}`, { kind: 'either', name: `sha256:${HEX}` }],
    ['image.tar', { kind: 'either', name: 'image.tar' }],
    ['build/image.tar:1', { kind: 'either', name: 'build/image.tar:1' }],
    ['docker-daemon:app:test', { kind: 'engine', name: 'app:test' }],
    [`docker-daemon:${HEX.slice(0, 12)}`, { kind: 'engine', name: HEX.slice(0, 12) }],
    ['./app', { kind: 'file', form: undefined, text: './app' }],
    ['../app:1', { kind: 'file', form: undefined, text: '../app:1' }],
    ['/tmp/App', { kind: 'file', form: undefined, text: '/tmp/App' }],
    ['C:\\images\\app.tar', { kind: 'file', form: undefined, text: 'C:\\images\\app.tar' }],
    ['Build/My image.tar', { kind: 'file', form: undefined, text: 'Build/My image.tar' }],
    ['Build/image.tar:app:1', { kind: 'file', form: undefined, text: 'Build/image.tar:app:1' }],
    ['oci:layout', { kind: 'file', form: 'oci', text: 'layout' }],
    ['oci:My layout:1', { kind: 'file', form: 'oci', text: 'My layout:1' }],
    ['oci-archive:image.tar', { kind: 'file', form: 'oci-archive', text: 'image.tar' }],
    ['docker://ghcr.io/owner/app:1', { kind: 'registry', at: { registry: 'ghcr.io', path: 'owner/app' }, name: '1' }],
    ['docker://alpine:3', { kind: 'registry', at: { registry: 'docker.io', path: 'library/alpine' }, name: '3' }],
    [
      `docker://localhost:5000/app@sha256:${HEX}`,
      { kind: 'registry', at: { registry: 'localhost:5000', path: 'app' }, name: `sha256:${HEX}` },
    ],
    [
      'docker://ghcr.io/o/app:{sha}-amd64',
      { kind: 'registry', at: { registry: 'ghcr.io', path: 'o/app' }, name: '{sha}-amd64' },
    ],
    ['containers-storage:app:{short-sha}', { kind: 'podman', name: 'app:{short-sha}' }],
    ['app:{sha}', { kind: 'either', name: 'app:{sha}' }],
    ['docker-archive:/tmp/image.tar:app:1', { kind: 'file', form: 'docker-archive', text: '/tmp/image.tar:app:1' }],
  ])('reads %j', (text, value) => {
    expect(parseSource(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['docker://', 'is empty'],
    ['docker://ghcr.io/owner/app', 'neither a tag nor a digest'],
    [`docker://ghcr.io/owner/app:1@sha256:${HEX}`, 'a tag and a digest'],
    ['docker://ghcr.io/owner/app@sha256:{sha}', 'digest'],
    // It would be published under its SHA-256, and a digest is kept.
    [`docker://ghcr.io/owner/app@sha512:${HEX}${HEX}`, 'not a SHA-256'],
    [`docker://ghcr.io/owner/app@sha384:${HEX}${HEX.slice(32)}`, 'not a SHA-256'],
    ['docker://ghcr.io/owner/app:-1', 'tag'],
    ['docker://ghcr.io/Owner/app:1', 'lower case'],
    ['docker://ghcr.io/owner/app-{sha}:1', ''],
    ['docker://0177.0.0.1/app:1', 'not the address'],
    ['containers-storage:', ''],
    ['containers-storage:[overlay@/var]app', ''],
    ['oci:', 'has no path'],
    ['docker-archive:', 'has no path'],
    ['docker-daemon:', ''],
    ['docker-daemon:./app', ''],
    ['App:test', 'begins with "./" or "/"'],
    ['app test', 'begins with "./" or "/"'],
    ['-app', 'begins with "./" or "/"'],
    ['./a\0b', 'is not a path'],
    ['oci:a\0b', 'is not a path'],
  ])('refuses %j', (text, problem) => {
    expect(parseSource(text)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });

  it('takes whatever follows a prefix for a path as it is', () => {
    const path = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .filter((text) => !text.includes('\0') && !text.startsWith('//'));
    fc.assert(
      fc.property(fc.constantFrom('oci', 'oci-archive', 'docker-archive'), path, (form, text) => {
        expect(parseSource(`${form}:${text}`)).toEqual({ ok: true, value: { kind: 'file', form, text } });
      }),
    );
  });
});

describe('ofCommit', () => {
  const commit = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';

  it.each([
    ['docker://ghcr.io/o/app:{sha}-amd64', { name: `${commit}-amd64` }],
    ['docker://ghcr.io/o/app:x-{short-sha}', { name: 'x-a5c3785ed8d6' }],
    ['app:{sha}', { name: `app:${commit}` }],
    ['./out/{sha}/{short-sha}.tar', { text: `./out/${commit}/a5c3785ed8d6.tar` }],
    ['containers-storage:app:{sha}', { name: `app:${commit}` }],
    ['app:test', { name: 'app:test' }],
  ])('fills the commit into %j', (text, filled) => {
    const parsed = parseSource(text);
    if (!parsed.ok) throw new Error(parsed.problem);
    expect(ofCommit(parsed.value, commit)).toEqual({ ...parsed.value, ...filled });
  });
});
