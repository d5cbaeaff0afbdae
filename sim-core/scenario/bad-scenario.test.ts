import { describe, expect, it } from 'vitest';
import { changed, problemsOf } from '../../test/small-scenario.ts';

describe('bad scenarios', () => {
  it.each([
    {
      says: 'a misspelt key',
      text: changed('horizon: 20 day', 'horizont: 20 day'),
      problems: [
        'small.yaml:8:1: scenario.unknown-key: The scenario has no key "horizont". (Did you mean "horizon"? Allowed: id, version,',
        'small.yaml:2:1: scenario.missing-key: The scenario lacks the key "horizon".',
      ],
    },
    {
      says: 'a misspelt parameter',
      text: changed('supply: {', 'suply: {'),
      problems: [
        'small.yaml:15:9: parameter.unknown: agents.token has no parameter "suply". (Did you mean "supply"? Allowed: supply, price, providerShare, cap.)',
      ],
    },
    {
      says: 'a wrong unit',
      text: changed('value: 50, unit: row', 'value: 50, unit: rows'),
      problems: [
        'small.yaml:19:34: parameter.wrong-unit: agents.providers.rows is given in "rows", but is declared in row. (Convert the value and write unit: row)',
      ],
    },
    {
      says: 'a value out of range',
      text: changed('value: 50, unit: row', 'value: 5, unit: row'),
      problems: [
        'small.yaml:19:24: parameter.out-of-range: agents.providers.rows is 5 row: below the least allowed, 10 row. (Allowed: 10 to 5000000 row.)',
      ],
    },
    {
      says: 'a part of a row',
      text: changed('value: 50, unit: row', 'value: 50.5, unit: row'),
      problems: [
        'small.yaml:19:24: parameter.not-whole: agents.providers.rows is 50.5: it must be a whole number.',
      ],
    },
    {
      says: 'text for a number',
      text: changed('value: 50, unit: row', 'value: fifty, unit: row'),
      problems: ['small.yaml:19:24: parameter.not-a-number: agents.providers.rows is the text "fifty"'],
    },
    {
      says: 'infinity',
      text: changed('value: 50, unit: row', 'value: .inf, unit: row'),
      problems: ['small.yaml:19:24: parameter.not-a-number: agents.providers.rows is Infinity'],
    },
    {
      says: 'a bare value',
      text: changed('rows: { value: 50, unit: row, assumption: Few. }', 'rows: 50'),
      problems: [
        'small.yaml:19:15: scenario.wrong-type: agents.providers.rows is 50: it must be a mapping. (Its keys: value, unit, source, assumption.)',
      ],
    },
    {
      says: 'no origin',
      text: changed(', assumption: Few. }', ' }'),
      problems: [
        'small.yaml:19:9: parameter.no-origin: agents.providers.rows says neither where it comes from nor that it is assumed.',
      ],
    },
    {
      says: 'two origins',
      text: changed('assumption: Few.', 'assumption: Few., source: paper'),
      problems: [
        'small.yaml:19:39: parameter.two-origins: agents.providers.rows has both a source and an assumption.',
      ],
    },
    {
      says: 'an unknown source',
      text: changed(
        'cap: { value: { 2024-01-01: 10, 2024-01-08: 20 }, unit: token/day, source: paper }',
        'cap: { value: 1, unit: token/day, source: papier }',
      ),
      problems: [
        'small.yaml:36:51: parameter.unknown-source: emission.net.cap cites the source "papier", which `sources` does not have. (Did you mean "paper"?',
      ],
    },
    {
      says: 'an unknown mechanism',
      text: changed('use: emission.halving', 'use: emission.halfing'),
      problems: [
        'small.yaml:30:12: mechanism.unknown: There is no mechanism "emission.halfing". (Did you mean "emission.halving"?',
      ],
    },
    {
      says: 'a mechanism in the wrong slot',
      text: changed('use: reward.per-capacity', 'use: settlement.burn-and-mint'),
      problems: [
        'small.yaml:38:12: mechanism.wrong-slot: settlement.burn-and-mint stands in the slot reward, but belongs to settlement. (Move it to mechanisms.settlement.)',
      ],
    },
    {
      says: 'a mechanism twice',
      text: changed(
        '    - use: settlement.burn-and-mint\n',
        '    - use: settlement.burn-and-mint\n    - use: settlement.burn-and-mint\n',
      ),
      problems: [
        'small.yaml:29:7: mechanism.twice: settlement.burn-and-mint is used twice. (It stands first at small.yaml:28:7.',
      ],
    },
    {
      says: 'a slot that does not exist',
      text: changed('  settlement:', '  settlements:'),
      problems: [
        'small.yaml:27:3: scenario.unknown-key: mechanisms has no key "settlements". (Did you mean "settlement"?',
      ],
    },
    {
      says: 'a parameter without a default left out',
      text: changed(
        '        price: { value: 2, unit: USD/token, assumption: Constant. }\n  settlement',
        '  settlement',
      ),
      problems: [
        'small.yaml:23:7: parameter.missing: demand.recorded lacks its parameter "price" (Price then), which has no default. (Give it in USD/token.)',
      ],
    },
    {
      says: 'steps out of order',
      text: changed('2024-01-01: 10, 2024-01-08: 20', '2024-01-08: 10, 2024-01-01: 20'),
      problems: [
        'small.yaml:36:41: parameter.dates-out-of-order: emission.net.cap has a step at 2024-01-01 after one at 2024-01-08.',
      ],
    },
    {
      says: 'a day that no calendar has',
      text: changed('2023-08-01', '2023-02-29'),
      problems: [
        'small.yaml:32:25: parameter.not-a-date: emission.halving.first is the text "2023-02-29": it must be a date.',
      ],
    },
    {
      says: 'an unknown distribution',
      text: changed('lognormal: {', 'lognormall: {'),
      problems: [
        'small.yaml:20:26: parameter.unknown-distribution: agents.providers.hurdle is given as lognormall: it must be a number or one distribution. (Did you mean "lognormal"?',
      ],
    },
    {
      says: 'a distribution with a number missing',
      text: changed('{ median: 365, sigma: 0.5 }', '{ median: 365 }'),
      problems: [
        'small.yaml:20:39: scenario.missing-key: agents.providers.hurdle.lognormal.sigma is missing. (Write { lognormal: { median: …, sigma: … } }.)',
      ],
    },
    {
      says: 'a distribution outside its range',
      text: changed('median: 365', 'median: 36500'),
      problems: [
        'small.yaml:20:49: parameter.out-of-range: agents.providers.hurdle.lognormal.median is 36500 day: above the most allowed, 10000 day.',
      ],
    },
    {
      says: 'a horizon without a unit',
      text: changed('horizon: 20 day', 'horizon: 20'),
      problems: [
        'small.yaml:8:10: scenario.bad-horizon: horizon is 20: it must be a number and a unit. (Write it as 833 day; units: day, week, year.)',
      ],
    },
    {
      says: 'a horizon in a misspelt unit',
      text: changed('horizon: 20 day', 'horizon: 20 days'),
      problems: [
        'small.yaml:8:10: scenario.bad-horizon: horizon is the text "20 days": it must be a number and a unit. (Did you mean "day"?',
      ],
    },
    {
      says: 'a horizon in what every object has',
      text: changed('horizon: 20 day', 'horizon: 20 constructor'),
      problems: ['small.yaml:8:10: scenario.bad-horizon: horizon is the text "20 constructor": it must be'],
    },
    {
      says: 'a horizon of a thousand years',
      text: changed('horizon: 20 day', 'horizon: 1000 year'),
      problems: [
        'small.yaml:8:10: parameter.out-of-range: horizon is 365000 day: above the most allowed, 36500 day.',
      ],
    },
    {
      says: 'a key twice',
      text: changed('version: 1\n', 'version: 1\nversion: 2\n'),
      problems: [
        'small.yaml:4:1: yaml.duplicate-key: The key "version" stands twice in the same mapping. (It stands first at small.yaml:3:1.',
      ],
    },
    {
      says: 'a data file outside the folder',
      text: changed('file: data/regions.csv', 'file: ../regions.csv'),
      problems: ['small.yaml:21:26: file.outside: "../regions.csv" is no name of a data file.'],
    },
    {
      says: 'a data file that is not there',
      text: changed('file: data/regions.csv', 'file: data/region.csv'),
      problems: ['small.yaml:21:26: file.missing: There is no file data/region.csv.'],
    },
    {
      says: 'a column that is not there',
      text: changed('column: burned', 'column: burnt'),
      problems: [
        'small.yaml:25:50: table.missing-column: data/weekly.csv has no column "burnt" (its header is line 2). (Did you mean "burned"? Allowed: date, burned, note.)',
      ],
    },
    {
      says: 'values that do not fit together',
      text: changed(
        '    - use: emission.net\n',
        '    - use: emission.fixed\n      parameters:\n        until: { value: 2020-01-01, assumption: Early. }\n    - use: emission.net\n',
      ),
      problems: [
        'small.yaml:35:9: parameter.refused: emission.fixed.until: The window ends before it begins.',
      ],
    },
    {
      says: 'a reward that needs cells, in a scenario without cells',
      text: changed('use: reward.per-capacity', 'use: reward.coverage-weighted'),
      problems: [
        'mechanism.needs-agents: reward.coverage-weighted needs cells, which no other mechanism of this scenario brings in. (Add agents.cells, or use another mechanism.)',
      ],
    },
    {
      says: 'a mechanism that uses what nobody sets',
      text: changed(
        'use: reward.per-capacity',
        'use: reward.per-capacity\n  supply:\n    - use: supply.rational-entry',
      ),
      problems: [
        "small.yaml:40:7: mechanism.needs-value: supply.rational-entry needs hardware.price (maker's price of one device), which no other mechanism of this scenario sets. (Add supply.hardware, or use another mechanism.)",
      ],
    },
    {
      says: 'mechanisms in a wrong order',
      text: changed('use: reward.per-capacity', 'use: reward.per-capacity\n    - use: reward.multipliers'),
      problems: [
        "small.yaml:38:7: mechanism.order: reward.per-capacity stands before reward.multipliers, which sets providers.multiplier (what rules multiply its reward weight by): it would act on yesterday's. (Move reward.per-capacity behind reward.multipliers in the slot reward.)",
      ],
    },
    {
      says: 'two that set the same',
      text: changed(
        'use: reward.per-capacity',
        'use: reward.per-capacity\n    - use: reward.quality-weighted',
      ),
      problems: [
        'mechanism.order',
        'small.yaml:39:7: mechanism.rivals: reward.per-capacity and reward.quality-weighted both set reward.perWeight (paid for one of reward weight): the second would undo the first. (Keep one of them.)',
      ],
    },
    {
      says: 'a shock that nothing feels',
      text: changed('  demand:\n', '  shocks:\n    - use: shocks.oracle-lag\n  demand:\n'),
      problems: [
        'small.yaml:23:7: mechanism.unheard: shocks.oracle-lag would change nothing: no mechanism of this scenario asks for shocks.oracleLag (age of the price that rules are told). (Leave it out; it acts on settlement.stable-vault.)',
      ],
    },
    {
      says: 'a cap below what exists on the first day',
      text: changed('supply: {', 'cap: { value: 999999, unit: token, source: paper }\n        supply: {'),
      problems: [
        'small.yaml:15:9: parameter.refused: agents.token.cap: At most 999999 tokens may exist, and 1000000 do on the first day. (Raise the cap,',
      ],
    },
    {
      says: 'not a mapping at all',
      text: '- 1\n- 2\n',
      problems: ['small.yaml:1:1: scenario.wrong-type: The scenario is a list: it must be a mapping.'],
    },
    {
      says: 'nothing',
      text: '',
      problems: ['small.yaml:1:1: scenario.wrong-type: The scenario is empty: it must be a mapping.'],
    },
  ])('$says', ({ text, problems }) => {
    const found = problemsOf(text);
    expect(found).toHaveLength(problems.length);
    for (const [index, problem] of problems.entries()) expect(found[index]).toContain(problem);
  });

  it('tells all problems at once, each once', () => {
    const text = changed('supply: {', 'suply: {')
      .replace('value: 50, unit: row', 'value: 5, unit: rows')
      .replace('2023-08-01', 'soon');
    expect(problemsOf(text).map((each) => each.split(': ')[1])).toEqual([
      'parameter.unknown',
      'parameter.wrong-unit',
      'parameter.out-of-range',
      'parameter.not-a-date',
    ]);
  });
});
