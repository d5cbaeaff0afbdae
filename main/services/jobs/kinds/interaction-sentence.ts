import type { FactorView, SensitivityView } from '../../../api/jobs/job-result.ts';

/** Below this part of the variance, or of an effect, one may speak of each parameter by itself. */
const little = 0.1;
const much = 0.5;

/** Whether parameters act together or each by itself, as far as the method can tell. */
export function interactionSentence(
  method: SensitivityView['method'],
  factors: readonly FactorView[],
): string {
  const mattering = factors.filter(({ matters }) => matters);
  if (mattering.length === 0) return 'No parameter stands out, so there is no interaction to speak of.';
  if (method === 'sobol') return ofSobol(factors, mattering);
  if (method === 'morris') return ofMorris(mattering);
  return 'This method looks at one parameter at a time: it does not tell interactions. A larger budget pays for Sobol\u2019 indices, which do.';
}

/** What single parameters do not explain, they do together (Saltelli et al. 2008, section 4.5). */
function ofSobol(factors: readonly FactorView[], mattering: readonly FactorView[]): string {
  const alone = factors.reduce((sum, { details }) => sum + Math.max(0, details.alone ?? 0), 0);
  const together = Math.min(1, Math.max(0, 1 - alone));
  const share = `${Math.round(together * 100)} %`;
  if (together < little)
    return `Parameters act nearly each by itself: interactions make ${share} of the variance.`;
  const [most] = [...mattering].sort((a, b) => gapOf(b) - gapOf(a));
  const named =
    most === undefined || gapOf(most) < little
      ? ''
      : ` ${most.label} does most of its work together with others.`;
  return `Interactions make about ${share} of the variance: what one parameter does depends on the others.${named}`;
}

const gapOf = ({ effect, details }: FactorView): number => effect - (details.alone ?? effect);

/** A spread of elementary effects as large as their size: the effect bends, or depends on other parameters (Morris 1991). */
function ofMorris(mattering: readonly FactorView[]): string {
  const uneven = mattering.filter(
    ({ effect, details }) => effect > 0 && (details.spread ?? 0) / effect > much,
  );
  if (uneven.length === 0)
    return 'Those that matter do much the same wherever they are tried: little interaction.';
  const names = uneven.slice(0, 3).map(({ label }) => label);
  const verb = uneven.length === 1 ? 'depends' : 'depend';
  return `What ${listed(names)} ${uneven.length === 1 ? 'does' : 'do'} ${verb} on the place: the effect bends, or hangs on other parameters. A heatmap of two of them shows which.`;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
