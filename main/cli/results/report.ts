import path from 'node:path';
import { Command } from 'commander';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import type { Installation } from '../../services/installation.ts';
import { openResult } from '../../services/results/open-result.ts';
import { fromUser } from '../places.ts';
import { say } from '../terminal.ts';
import { checkWritable, writeFiles } from '../write-files.ts';
import { tellDamaged } from './tell-damaged.ts';

/** `report <run folder>`: one page about a kept result, for people who have no studio. */
export const reportCommand = (installation: Installation): Command =>
  new Command('report')
    .description('write one HTML file about a kept result: verdicts, charts, assumptions, how to repeat it')
    .argument('<folder>', 'folder that `run --out` wrote, or a folder of runs/')
    .option('--out <file>', 'where it goes', 'report.html')
    .action(async (written: string, options: { readonly out: string }) => {
      const out = fromUser(options.out);
      const engine = await loadEngine(installation.engineUrl.href);
      const result = await openResult(nodeFiles, fromUser(written), engine);
      tellDamaged(result);
      await checkWritable(path.dirname(out), path.dirname(options.out));
      const { reportHtml } = await import('../../services/render/report/report-html.ts');
      const page = { name: path.basename(out), chunks: [reportHtml(result)] };
      for (const file of await writeFiles(path.dirname(out), [page])) say(`wrote  ${file}`);
    });
