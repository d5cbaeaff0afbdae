import { Command } from 'commander';
import { nodeFiles } from '../../ports/node-files.ts';
import { userFolder } from '../../ports/user-folder.ts';
import type { Installation } from '../../services/installation.ts';
import { inOwnThread } from '../../services/own-code/in-own-thread.ts';
import { codeIn } from '../../services/own-code/modules.ts';
import { untrusted } from '../../services/own-code/trust.ts';
import { Refusal } from '../../services/refusal.ts';
import { fromUser } from '../places.ts';
import { say } from '../terminal.ts';

/** `test-mechanisms <project>`: performs the examples of a project's own mechanisms. Ends with 1 where one differs. */
export const testMechanismsCommand = (installation: Installation): Command =>
  new Command('test-mechanisms')
    .description("perform the examples of a project's own mechanisms")
    .argument('<project>', 'folder that holds mechanisms/')
    .action(async (written: string) => {
      const folder = fromUser(written);
      const code = await codeIn(nodeFiles, folder);
      const problems = await untrusted(nodeFiles, userFolder(), code, folder);
      if (problems.length > 0) throw new Refusal(problems);
      const performed =
        code.length === 0
          ? []
          : await inOwnThread(installation, code, async ({ loaded, endpoint }) => {
              await loaded;
              return await endpoint.performed();
            });
      for (const { mechanism, says, differences } of performed) {
        say(`${differences.length === 0 ? 'good' : 'differs'}  ${mechanism}: ${says}`);
        for (const difference of differences) say(`         ${difference}`);
      }
      const bad = performed.filter(({ differences }) => differences.length > 0).length;
      say(`${performed.length - bad} of ${performed.length} examples come out as they say`);
      if (bad > 0) process.exitCode = 1;
    });
