import { markdownTable } from '../../../reference/markdown.ts';
import { type DraftFacts, notComputed, percentText, type StressTrial, signed } from '../draft-facts.ts';

/** What the change does when the world turns against it, and where it does worst. */
export function stressSection({ stress, block, baseId, missing }: DraftFacts): string {
  const title = '## Under stress';
  const command = `\`depin-studio overlay try ${baseId} --seeds ${block.seeds}\``;
  if (stress === undefined)
    return `${title}\n\n${notComputed(missing.stress)} ${command} runs the base under every overlay.`;
  if (stress.trials.length === 0) return `${title}\n\nNo overlay fits this network.`;
  const [first] = stress.trials;
  const measure = first?.comparison.measures[0];
  const verdicts = first?.comparison.verdicts ?? [];
  const rows = stress.trials.map(({ overlay, comparison }) => [
    `${overlay.title} (\`${overlay.id}\`)`,
    ...verdicts.map(({ id }) => sharesOf(comparison, id)),
    difference(comparison),
  ]);
  const worst = worstOf(stress.trials);
  return [
    title,
    `Both scenarios under each overlay, on ${stress.seeds} seeds, fewer than above: in how many runs each rule holds, no change → proposed; then the mean difference of ${measure?.title ?? 'the first measure'}.`,
    markdownTable(['overlay', ...verdicts.map(({ title: name }) => name), 'difference'], rows),
    ...(worst === undefined ? [] : [worst]),
    ...(stress.unfitting.length === 0
      ? []
      : [`Not tried, since nothing here feels them: ${stress.unfitting.join(', ')}.`]),
  ].join('\n\n');
}

function sharesOf(comparison: StressTrial['comparison'], id: string): string {
  const held = comparison.verdicts.find((verdict) => verdict.id === id)?.held ?? [];
  const [before, after] = held.map((share) =>
    share === undefined ? '–' : percentText(share.held / share.of),
  );
  return `${before ?? '–'} → ${after ?? '–'}`;
}

function difference({ measures }: StressTrial['comparison']): string {
  const found = measures[0]?.differences[0];
  return found === undefined ? '–' : signed(found.mean);
}

/** The overlay under which the fewest rules hold with the change. */
function worstOf(trials: readonly StressTrial[]): string | undefined {
  const scored = trials.map((trial) => ({ trial, score: heldWith(trial, 1) }));
  const [worst] = scored.sort((a, b) => a.score - b.score);
  if (worst === undefined) return undefined;
  const { overlay, comparison } = worst.trial;
  const before = heldWith(worst.trial, 0);
  const versus =
    worst.score < before
      ? 'worse than without the change'
      : worst.score > before
        ? 'better than without the change'
        : 'as without the change';
  const rules = comparison.verdicts.length;
  return `**Worst case:** ${overlay.title} (\`${overlay.id}\`). Of ${rules} rules ${Number(worst.score.toPrecision(2))} hold on average with the change, ${versus} (${Number(before.toPrecision(2))}).`;
}

const heldWith = ({ comparison }: StressTrial, place: 0 | 1): number =>
  comparison.verdicts.reduce((sum, { held }) => {
    const share = held[place];
    return share === undefined ? sum : sum + share.held / share.of;
  }, 0);
