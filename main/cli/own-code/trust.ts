import { Command } from 'commander';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { userFolder } from '../../ports/user-folder.ts';
import { codeIn } from '../../services/own-code/modules.ts';
import { trust } from '../../services/own-code/trust.ts';
import { fromUser } from '../places.ts';
import { say } from '../terminal.ts';

/** `trust <project>`: lets a project's own modules run on this computer until their text changes. */
export const trustCommand = (): Command =>
  new Command('trust')
    .description("let a project's own mechanisms and metrics run on this computer, until they change")
    .argument('<project>', 'folder that holds mechanisms/ or metrics/')
    .action(async (written: string) => {
      const code = await codeIn(nodeFiles, fromUser(written));
      if (code.length === 0) {
        throw new StudioError({
          code: 'extension.none',
          message: `${written} holds no modules.`,
          hint: 'They stand in its folders mechanisms and metrics, as .js files.',
        });
      }
      await trust(nodeFiles, userFolder(), code);
      for (const { name, id } of code) say(`trusted  ${id}  ${name}`);
    });
