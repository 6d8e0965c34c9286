import type { AnyCommand } from './command.ts';

/** A command as `regionready --help` lists it. Its file is loaded when it is asked for, so that every command starts fast. */
export interface RegisteredCommand {
  readonly summary: string;
  load(): Promise<AnyCommand>;
}

/** Every command, in the order in which help lists them. */
export const commands: Readonly<Record<string, RegisteredCommand>> = {
  audit: { summary: 'Judge an estate for another region: what is ready, what is in the way, what nobody knows', load: async () => (await import('./commands/audit.ts')).audit },
  compare: { summary: 'Put candidate regions side by side and rank them', load: async () => (await import('./commands/compare.ts')).compare },
  diff: { summary: 'Show what changed between two snapshots, readinesses or simulations', load: async () => (await import('./commands/diff.ts')).diff },
  plan: { summary: 'In which order services move to another region, and how each does', load: async () => (await import('./commands/plan.ts')).plan },
  simulate: { summary: 'Lose a region, zone, account or service on paper: what stops, what is lost, how to be back', load: async () => (await import('./commands/simulate.ts')).simulate },
  remedy: { summary: 'Print how to close gaps as code: CloudFormation, Terraform, AWS CLI', load: async () => (await import('./commands/remedy.ts')).remedy },
  lint: { summary: 'Find what ties source code and templates to a region', load: async () => (await import('./commands/lint.ts')).lint },
  scan: { summary: 'Read templates, code and AWS accounts into a snapshot', load: async () => (await import('./commands/scan.ts')).scan },
  graph: { summary: 'Show how the estate hangs together, or write the graph for other tools', load: async () => (await import('./commands/graph.ts')).graph },
  rules: { summary: 'List the rules, or explain one', load: async () => (await import('./commands/rules.ts')).rules },
  regions: { summary: 'List the AWS regions, or show what is known of one', load: async () => (await import('./commands/regions.ts')).regions },
  serve: { summary: 'Keep snapshots and answer for them over HTTP', load: async () => (await import('./commands/serve.ts')).serve },
  work: { summary: 'Run the scans that a server was told to repeat', load: async () => (await import('./commands/work.ts')).work },
  init: { summary: 'Write a commented configuration file for this project', load: async () => (await import('./commands/init.ts')).init },
};
