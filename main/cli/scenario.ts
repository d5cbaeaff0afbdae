import { Command } from 'commander';
import type { Installation } from '../services/installation.ts';
import { scenarioCourseCommand } from './scenario-course.ts';
import { scenarioListCommand } from './scenario-list.ts';
import { scenarioSchemaCommand } from './scenario-schema.ts';
import { scenarioValidateCommand } from './scenario-validate.ts';

/** `scenario list | validate | schema | course` */
export const scenarioCommand = (installation: Installation): Command =>
  new Command('scenario')
    .description('look at scenarios and check them')
    .addCommand(scenarioListCommand(installation))
    .addCommand(scenarioValidateCommand(installation))
    .addCommand(scenarioSchemaCommand(installation))
    .addCommand(scenarioCourseCommand(installation));
