import type { Source } from '../contract/source.ts';

const hip = (file: string) => `https://github.com/helium/HIP/blob/6f6d0ba/${file}`;

/** Texts in which the rules and figures of the mechanisms were read. */
export const sources = {
  hip10: {
    title: 'HIP-10, usage-based data transfer rewards',
    url: hip('0010-usage-based-data-transfer-rewards.md'),
  },
  hip20: { title: 'HIP-20, HNT max supply', url: hip('0020-hnt-max-supply.md') },
  hip138: { title: 'HIP-138, return to HNT', url: hip('0138-return-to-hnt.md') },
  wichura: { title: 'M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988)' },
  bass: {
    title: 'F. M. Bass, A new product growth model for consumer durables, Management Science 15 (1969)',
  },
  denylist: { title: 'Helium denylist: more than 5 % of hotspots in February 2022 (cassiopeia.hk)' },
  kalabic: { title: 'U. Kalabić and others, on the collapse of token economies with emissions (2023)' },
  gabaix: { title: 'X. Gabaix and R. Koijen, In search of the origins of financial fluctuations (2021)' },
  barberis: {
    title: 'N. Barberis and others, Extrapolation and bubbles, Journal of Financial Economics 129 (2018)',
  },
  messari: { title: 'Messari and EV3, State of DePIN 2025: 10 to 25 times annual revenue' },
  constantProduct: {
    title: 'Constant-product market, x * y = k, with all orders of a day filled at one price',
  },
} as const satisfies Record<string, Source>;
