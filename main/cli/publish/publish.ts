import { Command, InvalidArgumentError } from 'commander';
import type { Installation } from '../../services/installation.ts';
import { gathered } from '../options.ts';
import type { PublishOptions } from './publish-options.ts';

function wholeNumber(written: string): number {
  if (/^\d{1,12}$/.test(written)) return Number(written);
  throw new InvalidArgumentError('It must be a whole number.');
}

const servers = (command: Command): Command =>
  command
    .option('--sequencer <url>', 'server that takes proposals (default: as set in the studio)')
    .option('--hub <url>', 'server that tells of spaces, GraphQL (default: as set in the studio)');

const signers = (command: Command): Command =>
  command.option(
    '--signer <signer>',
    'keystore:<file>, rpc:<url>, browser, safe:<address>, or export (writes what is to be signed)',
  );

const draftOptions = (command: Command): Command =>
  signers(servers(command))
    .option('--space <id>', 'space, such as weatherxm.eth')
    .option('--space-json <file>', 'settings of the space, instead of asking the hub')
    .option('--from <address>', 'account that proposes (default: that of the keystore or the Safe)')
    .option('--rpc <url>', "JSON-RPC of the space's network: tells the newest block")
    .option('--block <number>', 'block whose balances vote (default: the newest of --rpc)', wholeNumber)
    .option('--title <text>', 'title (default: the first heading)')
    .option('--choice <text>', 'a choice; may be repeated', gathered, [])
    .option('--label <id>', 'a label of the space; may be repeated', gathered, [])
    .option('--discussion <url>', 'link to the discussion')
    .option('--type <type>', 'way of voting, such as basic')
    .option('--privacy <privacy>', 'shutter, or empty')
    .option('--start <seconds>', 'when voting starts, in seconds since 1970', wholeNumber)
    .option('--period <seconds>', 'how long voting lasts', wholeNumber)
    .option('--dry-run', 'check everything, sign and send nothing')
    .option('--json', 'print one JSON document instead of text');

/** `publish <proposal.md>`: checks, signs and sends a proposal; `follow`, `update` and `cancel` see to it afterwards. */
export const publishCommand = (installation: Installation): Command => {
  const command = draftOptions(new Command('publish'))
    .description('publish a proposal to Snapshot')
    .argument('<proposal>', 'Markdown file; its first heading is the title')
    .option(
      '--signatures <file>',
      'signatures that were made elsewhere: of the author, or of the owners of --signer safe:',
    )
    .option('--on-chain', 'the Safe has signed by a transaction: there are no signatures to give')
    .option('--relayer <url>', 'server that takes proposals signed on the chain')
    .action(async (proposal: string, options: PublishOptions) => {
      const { carryOutPublish } = await import('./carry-out-publish.ts');
      process.exitCode = await carryOutPublish(proposal, options, installation);
    });
  command.addCommand(followCommand());
  command.addCommand(updateCommand(installation));
  command.addCommand(cancelCommand(installation));
  return command;
};

const followCommand = (): Command =>
  servers(new Command('follow'))
    .description('show how a published proposal stands')
    .argument('<id>', 'id of the proposal, 0x…')
    .option('--votes <count>', 'also the votes of most power', wholeNumber)
    .option('--json', 'print one JSON document instead of text')
    .action(async (id: string, options: PublishOptions & { readonly votes?: number }) => {
      const { carryOutFollow } = await import('./carry-out-follow.ts');
      await carryOutFollow(id, options);
    });

const updateCommand = (installation: Installation): Command =>
  draftOptions(new Command('update'))
    .description('change a published proposal before voting starts')
    .argument('<proposal>', 'Markdown file that was published')
    .option('--proposal <id>', 'id of the proposal (default: the one that the file was published as)')
    .action(async (file: string, options: PublishOptions & { readonly proposal?: string }) => {
      const { carryOutUpdate } = await import('./carry-out-change.ts');
      process.exitCode = await carryOutUpdate(file, options, installation);
    });

const cancelCommand = (installation: Installation): Command =>
  signers(servers(new Command('cancel')))
    .description('cancel a published proposal')
    .argument('<id>', 'id of the proposal, 0x…')
    .option('--from <address>', 'account that cancels (default: that of the keystore)')
    .option('--dry-run', 'check everything, sign and send nothing')
    .option('--json', 'print one JSON document instead of text')
    .action(async (id: string, options: PublishOptions) => {
      const { carryOutCancel } = await import('./carry-out-change.ts');
      process.exitCode = await carryOutCancel(id, options, installation);
    });
