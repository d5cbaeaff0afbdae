import type { ManifestParameter } from '../../../../sim-core/results/manifest.ts';
import { type Html, html } from './html.ts';
import { tableHtml } from './table.ts';

/** What the answer rests on: every parameter, those that nobody measured apart from those that a source gives. */
export function assumptionsHtml(parameters: readonly ManifestParameter[]): Html {
  const assumed = parameters.filter(({ origin }) => origin.kind === 'assumption');
  const sourced = parameters.filter(({ origin }) => origin.kind === 'source');
  return html`<p>${parameters.length} values: ${sourced.length} from a source, ${assumed.length} assumed.</p>
${listHtml('Assumed, and why', assumed)}
${listHtml('From a source', sourced)}`;
}

function listHtml(caption: string, parameters: readonly ManifestParameter[]): Html {
  if (parameters.length === 0) return html``;
  const columns = [{ title: 'Parameter' }, { title: 'Value' }, { title: caption }];
  const rows = parameters.map(({ path, label, shown, origin }) => [
    html`${label}<small>${path}</small>`,
    shown,
    originHtml(origin),
  ]);
  return tableHtml(`${caption}: ${parameters.length}`, columns, rows);
}

/** A link only where it leads to the web: other addresses could run something. */
function originHtml(origin: ManifestParameter['origin']): Html {
  if (origin.kind === 'assumption') return html`${origin.because}`;
  const { title, url = '' } = origin;
  return /^https?:\/\//i.test(url)
    ? html`<a href="${url}" rel="noreferrer noopener">${title}</a>`
    : html`${title} ${url}`;
}
