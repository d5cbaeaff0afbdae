// HNT (Helium) on Solana by week: CryptoZach/Tokenomics-as-Systems-Engineering, commit 7c2503d, exports of Dune queries.
// Source: https://github.com/CryptoZach/Tokenomics-as-Systems-Engineering/tree/7c2503d
// Licence: CC-BY-4.0. Changes: three tables joined, columns renamed, HNT rounded to 8 and USD to 6 decimals.

export interface HntWeek {
  /** Monday, `2023-04-24`. */
  readonly week: string;
  /** HNT burned for credits; a driver. */
  readonly burned: number;
  /** Average USD per HNT; a driver. */
  readonly price: number;
  /** HNT minted; the outcome. */
  readonly issued: number;
}

/** The weeks before net emissions rose on 2023-06-19. */
export const hntWeeks: readonly HntWeek[] = [
  { week: '2023-04-24', burned: 9396.26568825, price: 1.771877, issued: 575582.1457533 },
  { week: '2023-05-01', burned: 4224.18561577, price: 1.609031, issued: 575582.1457533 },
  { week: '2023-05-08', burned: 4727.15163475, price: 1.375484, issued: 575582.1457533 },
  { week: '2023-05-15', burned: 12923.00369235, price: 1.363048, issued: 575582.1457533 },
  { week: '2023-05-22', burned: 7460.58457558, price: 1.451564, issued: 575582.1457533 },
  { week: '2023-05-29', burned: 7869.05085927, price: 1.422412, issued: 575582.1457533 },
  { week: '2023-06-05', burned: 15079.94143175, price: 1.363969, issued: 575582.1457533 },
  { week: '2023-06-12', burned: 33165.26542268, price: 1.248539, issued: 575582.1457533 },
];
