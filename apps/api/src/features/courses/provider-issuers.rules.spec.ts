import { isIssuerOf } from '@assay/credential';
import { issuerIdProblems, tidyIssuerIds } from './provider-issuers.rules.js';

const guild = { issuerIds: ['guild.example', 'did:key:z6MkOne'] };

describe('whose issuer somebody is', () => {
  it.each([
    ['https://guild.example/issuer', true],
    ['https://badges.guild.example/issuer', true],
    ['did:web:guild.example', true],
    ['did:web:badges.guild.example%3A8443:fitters', true],
    ['did:key:z6MkOne', true],
    ['did:key:z6MkOther', false],
    ['https://notguild.example/issuer', false],
    ['https://guild.example.forger.example/issuer', false],
    ['did:web:guild.example.forger.example', false],
    ['https://guild.example@forger.example/', false],
    ['', false],
  ])('%s', (issuer, expected) => expect(isIssuerOf(guild, issuer)).toBe(expected));

  it('is written as a domain, an address or a DID, each once', () => {
    expect(tidyIssuerIds([' Guild.Example ', 'guild.example', '', 'did:web:Guild.example'])).toEqual([
      'guild.example',
      'did:web:Guild.example',
    ]);
    expect(issuerIdProblems(['guild.example', 'https://guild.example/i', 'did:key:z6Mk'])).toEqual([]);
    expect(issuerIdProblems(['com', 'x'])).toMatchObject([{ field: 'issuerIds' }]);
    expect(issuerIdProblems(['http://guild.example'])).toHaveLength(1);
    expect(issuerIdProblems(Array.from({ length: 21 }, (_, nth) => `g${nth}.example`))).toHaveLength(1);
  });
});
