import type { Finding } from '../../api/publish/finding.ts';
import type { ProposalStatus } from '../../api/publish/proposal-status.ts';
import { wordsOf } from '../../services/publish/message/words-of.ts';
import type { Publication } from '../../services/publish/record/publication.ts';
import { shortNumber, textTable } from '../terminal.ts';

const signs: Readonly<Record<Finding['standing'], string>> = { refused: 'NO     ', unknown: 'unknown' };

/** Every rule that is broken or could not be checked: what is wrong, and what to do. */
export const findingsReport = (findings: readonly Finding[]): string =>
  findings
    .flatMap(({ rule, standing, message, value, fix }) => [
      `${signs[standing]}  ${rule}: ${message} (${value})`,
      `         ${fix}`,
    ])
    .join('\n');

/** What is signed, in words, and its id. */
export function signedReport({ data, id }: Publication): string {
  const words = [...wordsOf(data), { name: 'Id', value: id }];
  const width = Math.max(...words.map(({ name }) => name.length));
  return words.map(({ name, value }) => `${name.padEnd(width)}  ${value}`).join('\n');
}

const moment = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ');

/** How a published proposal stands. */
export function statusReport(status: ProposalStatus): string {
  const { title, id, space, author, state, start, end, votes, total, quorum, final, results } = status;
  const share = (power: number) => (total > 0 ? `${((100 * power) / total).toFixed(1)} %` : '–');
  const lines = [
    title,
    `id      ${id}`,
    `space   ${space}   author ${author}`,
    `voting  ${state}: ${moment(start)} to ${moment(end)} UTC`,
    `votes   ${votes}, voting power ${shortNumber(total)}${quorum > 0 ? ` of a quorum of ${shortNumber(quorum)}` : ''}`,
    '',
    textTable([
      ['choice', 'power', 'share'],
      ...results.map(({ choice, power }) => [choice, shortNumber(power), share(power)]),
    ]),
  ];
  return [...lines, '', final ? 'The result is final.' : 'The result may still change.'].join('\n');
}
