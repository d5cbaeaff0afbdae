import { StudioError, toProblem } from '../../contract/errors.ts';
import { type Measure, parseMeasure } from '../measure.ts';
import type { Bound, Constraint, Goal, Goals, Statistic } from './goal.ts';

const howTo =
  'Write "maximise providers.active@36mo subject to supply.inflation@36mo < 6 % with P >= 0.95"; several goals and several ' +
  'constraints are joined by "and", a goal may be "minimise median of market.price@end" or "maximise p10 of …".';

/**
 * Reads sentences such as `maximise providers.active@36mo and minimise median of supply.minted@end subject to
 * supply.inflation@36mo < 6 % with P >= 0.95 and sustainable with P >= 0.9`; a sentence may also begin with `subject to`. Throws
 * `goal.syntax` or `measure.syntax` with the sentence at fault; `places` says where each stands.
 */
export function parseGoals(sentences: readonly string[], places: readonly string[] = []): Goals {
  const read = sentences.map((sentence, i) => {
    try {
      return sentenceIn(sentence);
    } catch (thrown) {
      const where = places[i];
      if (!(thrown instanceof StudioError) || where === undefined) throw thrown;
      throw new StudioError({ ...toProblem(thrown), where });
    }
  });
  const goals = read.flatMap((each) => each.goals);
  const constraints = read.flatMap((each) => each.constraints);
  const [twin] = goals.filter((goal, i) => goals.findIndex(({ written }) => written === goal.written) < i);
  if (twin !== undefined) throw syntax(twin.written, 'It is a goal twice.', places[0]);
  if (goals.length > 0) return { goals, constraints };
  throw syntax(sentences.join('; '), 'There is nothing to maximise or minimise.', places[0]);
}

function sentenceIn(sentence: string): Goals {
  const text = sentence.trim().replaceAll(/\s+/g, ' ').replace(/\.$/, '');
  const [wishes = '', terms, ...more] = text.split(/(?:^| )subject to /i);
  if (more.length > 0) throw syntax(sentence, 'It says "subject to" twice.');
  if (terms === undefined && wishes === '') throw syntax(sentence, 'It is empty.');
  return {
    goals: wishes === '' ? [] : goalsIn(wishes, sentence),
    constraints: terms === undefined ? [] : parts(terms).map((part) => constraintIn(part, sentence)),
  };
}

const parts = (text: string): readonly string[] => text.split(/ and |, /i).map((part) => part.trim());

/** `maximise a and b` is two goals of one sense; each may have its own. */
function goalsIn(text: string, sentence: string): readonly Goal[] {
  let sense: Goal['sense'] | undefined;
  return parts(text).map((part) => {
    const match = /^(maximi[sz]e|minimi[sz]e) (.+)$/i.exec(part);
    if (match !== null) sense = match[1].toLowerCase().startsWith('max') ? 'maximise' : 'minimise';
    if (sense === undefined)
      throw syntax(sentence, `"${cut(part)}" begins with neither maximise nor minimise.`);
    const written = match === null ? part : match[2];
    return { sense, written, ...statisticIn(written, sentence) };
  });
}

function statisticIn(
  text: string,
  sentence: string,
): { readonly statistic: Statistic; readonly measure: Measure } {
  const match = /^(mean|median|worst|p\d{1,2}) of (.+)$/i.exec(text);
  if (match === null) return { statistic: { kind: 'mean' }, measure: measureIn(text, sentence) };
  const name = match[1].toLowerCase();
  if (name === 'worst')
    throw syntax(sentence, 'Which seed is worst depends on the goal: write p5 or p95 instead of worst.');
  const statistic: Statistic =
    name === 'mean'
      ? { kind: 'mean' }
      : { kind: 'quantile', p: name === 'median' ? 0.5 : Number(name.slice(1)) / 100 };
  return { statistic, measure: measureIn(match[2], sentence) };
}

function constraintIn(text: string, sentence: string): Constraint {
  const [what, chance] = text.split(/ with /i).map((part) => part.trim());
  const probability = chance === undefined ? undefined : probabilityIn(chance, sentence);
  const rest = { written: text, ...(probability === undefined ? {} : { probability }) };
  const match = /^(.+?)\s*(<=|>=|<|>|=)\s*(\S+)(?:\s+(.+))?$/.exec(what);
  if (match === null) return { measure: verdictIn(what, sentence), ...rest };
  if (match[2] === '=')
    throw syntax(sentence, `"${cut(what)}": no two seeds are equal; give a range with < and >.`);
  return { measure: measureIn(match[1], sentence), bound: boundIn(match, sentence), ...rest };
}

function verdictIn(text: string, sentence: string): Measure {
  const measure = measureIn(text, sentence);
  if (measure.kind === 'verdict') return measure;
  throw syntax(sentence, `"${cut(text)}" is held against nothing: add < or > and a number.`);
}

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function boundIn([, , comparison, digits, unit]: RegExpExecArray, sentence: string): Bound {
  const percent = unit === '%' || (unit === undefined && digits.endsWith('%'));
  const plain = percent && digits.endsWith('%') ? digits.slice(0, -1) : digits;
  if (!number.test(plain)) throw syntax(sentence, `"${cut(digits)}" is no number.`);
  const limit = percent ? Number(plain) / 100 : Number(plain);
  const named = unit === undefined || percent ? {} : { unit };
  return { comparison: comparisonOf(comparison), limit, ...named };
}

function comparisonOf(text: string): Bound['comparison'] {
  return text === '<' || text === '<=' || text === '>' ? text : '>=';
}

/** `P >= 0.95` or `P >= 95 %`. */
function probabilityIn(text: string, sentence: string): number {
  const match = /^P\s*>=\s*(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/i.exec(text);
  if (match === null) throw syntax(sentence, `"${cut(text)}" is no probability: write P >= 0.95.`);
  const probability = match[2] === '%' ? Number(match[1]) / 100 : Number(match[1]);
  if (probability > 0 && probability <= 1) return probability;
  throw syntax(sentence, `A probability of ${match[1]}${match[2]} is outside 0 to 1.`);
}

function measureIn(text: string, sentence: string): Measure {
  try {
    return parseMeasure(text);
  } catch (thrown) {
    if (!(thrown instanceof StudioError)) throw thrown;
    throw syntax(sentence, thrown.message);
  }
}

const cut = (text: string): string => text.slice(0, 60);

const syntax = (sentence: string, because: string, where?: string): StudioError =>
  new StudioError({
    code: 'goal.syntax',
    message: `The goal "${sentence.trim().slice(0, 120)}" cannot be read. ${because}`,
    hint: howTo,
    ...(where === undefined ? {} : { where }),
  });
