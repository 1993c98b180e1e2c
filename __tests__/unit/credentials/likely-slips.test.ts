import { describe, expect, it } from '@jest/globals';
import { slipsIn } from '../../../src/credentials/likely-slips.ts';
import { Secret } from '../../../src/secret/secret.ts';

const slipsOf = (password: string) => slipsIn({ username: 'ci', password: new Secret(password) });

describe('a password that is not taken', () => {
  it.each([
    [' t0ken', /blank or a line break/],
    ['t0ken\t', /blank or a line break/],
    ['t0ken\r', /blank or a line break/],
    ['t0ken\n\n', /blank or a line break/],
    ['"t0ken"', /quotes around it/],
    ["'t0ken'", /quotes around it/],
    ['"t0\nken"', /quotes around it/],
    ['$T0KEN', /variable with a "\$"/],
    ['${T0KEN}', /variable with a "\$"/],
    ['secrets.T0KEN', /text of an expression/],
    ['{{ secrets.T0KEN }}', /text of an expression/],
    ['${ secrets.T0KEN }', /text of an expression/],
    ['vars.T0KEN', /text of an expression/],
    ['env.T0KEN', /text of an expression/],
  ])('such as %j has a hint, which does not show it', (password, says) => {
    const slips = slipsOf(password);
    expect(slips).toEqual([expect.stringMatching(says)]);
    expect(slips.join()).not.toMatch(/t0ken/i);
  });

  it.each([
    't0ken',
    't0 ken',
    't0"ken',
    '"t0ken',
    '$',
    'pa$$word',
    '$1,000.00',
    'secrets',
    'secrets.',
    'my.secrets.T0KEN',
    '',
  ])('such as %j has none', (password) => {
    expect(slipsOf(password)).toEqual([]);
  });

  it('goes with a user name that may be a slip as well', () => {
    const slips = slipsIn({ username: 'vars.REGISTRY_USER', password: new Secret('t0ken') });
    expect(slips).toEqual([expect.stringMatching(/^About the user name: it is the text of an expression/)]);
    expect(slipsIn({ username: 'robot$team+ci', password: new Secret('t0ken') })).toEqual([]);
  });

  it('that is a token of docker has none', () => {
    expect(slipsIn({ identityToken: new Secret(' t0ken') })).toEqual([]);
  });
});
