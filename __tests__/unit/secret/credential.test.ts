import { describe, expect, it } from '@jest/globals';
import { formsOf } from '../../../src/secret/credential.ts';
import { maskedForms, Secret } from '../../../src/secret/secret.ts';

describe('formsOf', () => {
  const header = (fields: object) => Buffer.from(JSON.stringify(fields)).toString('base64url');

  it('has those of the password', () => {
    const credential = { username: 'u', password: new Secret('hunter2 hunter2') };
    expect(formsOf(credential, ['a.io'])).toEqual(maskedForms({ ...credential, servers: ['a.io'] }));
  });

  it.each([
    ['identitytoken', { identityToken: new Secret('refresh&me') }],
    ['registrytoken', { registryToken: new Secret('refresh&me') }],
  ])('has a token, and the header in which docker hands %s to the engine', (field, credential) => {
    const forms = formsOf(credential, ['a.io']);
    expect(forms).toContain('refresh&me');
    expect(forms).toContain(encodeURIComponent('refresh&me'));
    const json = header({ serveraddress: 'a.io', [field]: 'refresh@me' });
    expect(forms.some((form) => form.length >= json.length && form.startsWith(json.slice(0, 30)))).toBe(true);
  });
});
