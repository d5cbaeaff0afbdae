import { Command } from 'commander';
import type { Installation } from '../../services/installation.ts';
import { bundleExportCommand } from './bundle-export.ts';
import { bundleImportCommand } from './bundle-import.ts';

/** `bundle export | import` */
export const bundleCommand = (installation: Installation): Command =>
  new Command('bundle')
    .description('what travels with a proposal: make it, or look into it')
    .addCommand(bundleExportCommand(installation))
    .addCommand(bundleImportCommand());
