import type { Command } from 'commander';
import { TITLE } from '../names.js';
import type { UploadCommand } from './upload.js';

/** `billgraph revenue …` */
export function addCommands(program: Command): void {
  const revenue = program.command('revenue').description(`work with ${TITLE} through a gateway that runs`);
  revenue
    .command('upload <file>')
    .description('upload a CSV of any size, and tell what became of it')
    .requiredOption('--template <name>', 'upload template that says what the columns are')
    .option('--collect [rcTemplate]', 'start data collection afterwards, with this RC template or the configured one')
    .option('--wait', 'stay until the rows are in staging, or collected')
    .option('--dry-run', 'only check the file, without sending it')
    .option('--again', 'upload a file that was uploaded before')
    .option('--gateway <url>', 'address of the gateway', process.env.BILLGRAPH_URL ?? 'http://127.0.0.1:4000')
    // Not as a default, which the help would print.
    .option('--key <key>', 'API key; better in the variable BILLGRAPH_API_KEY')
    .addHelpText(
      'after',
      `
Ends with
  0  the file is on its way; with --wait: all of its rows are where they should be; with --dry-run: nothing is wrong
  1  something is wrong with the file, and nothing of it was sent
  2  the gateway cannot be reached, or refuses the request
  3  the upload failed; what arrived nevertheless is told
  4  rows did not come through staging; where to get them is told`,
    )
    .action(async (file: string, options: Omit<UploadCommand, 'file'>) => {
      const { runUpload } = await import('./upload.js');
      process.exitCode = await runUpload({ key: process.env.BILLGRAPH_API_KEY, ...options, file });
    });
}
