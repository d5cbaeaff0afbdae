import { describe, expect, it } from 'vitest';
import { proposalLink } from './proposal-link.ts';

const id = `0x${'ab12'.repeat(16)}`;

describe('a link to a proposal', () => {
  it.each([
    [id, { kind: 'id', id }],
    [` ${id.toUpperCase().replace('0X', '0x')}\n`, { kind: 'id', id }],
    [`Qm${'a'.repeat(44)}`, { kind: 'id', id: `Qm${'a'.repeat(44)}` }],
    [`https://snapshot.org/#/s:weatherxm.eth/proposal/${id}`, { kind: 'id', id, network: 'mainnet' }],
    [`https://snapshot.box/#/s:dimo.eth/proposal/${id}/votes`, { kind: 'id', id, network: 'mainnet' }],
    [`https://snapshot.org/#/weatherxm.eth/proposal/${id}?app=x`, { kind: 'id', id, network: 'mainnet' }],
    [`https://testnet.snapshot.box/#/s-tn:a.eth/proposal/${id}`, { kind: 'id', id, network: 'testnet' }],
    [`https://vote.example.org/#/proposal/${id}`, { kind: 'id', id }],
    [
      'https://Example.org:8443/p.md?raw=1',
      { kind: 'address', address: 'https://Example.org:8443/p.md?raw=1', host: 'example.org' },
    ],
  ])('%s', (written, link) => {
    expect(proposalLink(written)).toEqual(link);
  });

  it.each([
    ['https://snapshot.org/#/s:weatherxm.eth', 'source.no-proposal'],
    ['https://snapshot.box/#/eth:0x1234/proposal/12', 'source.no-proposal'],
    ['file:///etc/passwd', 'source.scheme'],
    ['ftp://example.org/p.md', 'source.scheme'],
  ])('%s is refused with the reason', (written, code) => {
    expect(proposalLink(written)).toMatchObject({ kind: 'refused', problem: { code } });
  });

  it.each([
    'proposal.md',
    'C:\\drafts\\p.md',
    '',
    '# A title\n\nhttps://example.org',
    `${id}0`,
    'see https://a.org',
    'https://evil.org\\@good.org/p.md',
    'https:///evil.org/p',
  ])('%j is none', (written) => {
    expect(proposalLink(written)).toBeUndefined();
  });
});
