/** What a scenario may ask of the machine before anything is known of it. Generous for people, small for attackers. */
export const limits = {
  /** Of the YAML text. */
  scenarioBytes: 2 * 1024 * 1024,
  /** Of one data file. */
  dataBytes: 16 * 1024 * 1024,
  /** Words and signs of the YAML text. */
  yamlTokens: 200_000,
  /** Lists and mappings inside each other. */
  yamlDepth: 32,
  /** References (`*name`) in the YAML text. */
  yamlAliases: 100,
  /** Values after all references are followed. */
  yamlEntries: 100_000,
  /** Problems told at once. */
  problems: 50,
  /** Days of a run. */
  horizonDays: 36_500,
} as const;
