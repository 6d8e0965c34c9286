import type { Judgement } from '../../../model/readiness.ts';
import type { Remedy } from '../../../rules/remedy.ts';
import type { FormatContext, RegisteredFormat, Rendered } from '../format.ts';

/** A gap, and the code that closes it. */
export interface Remedied {
  readonly judgement: Judgement;
  readonly remedy: Remedy;
}

/** Prints remedies without computing anything about them. */
export type RemedyFormat = (remedies: readonly Remedied[], context: FormatContext) => Rendered;

/** Formats of remedies. */
export const remedyFormats: Readonly<Record<string, RegisteredFormat<RemedyFormat>>> = {
  text: { title: 'each gap with all forms of its remedy', extensions: ['.txt'], load: async () => (await import('./text.ts')).remedyText },
  cloudformation: { title: 'templates, one YAML document for each region', extensions: ['.yaml', '.yml'], load: async () => (await import('./cloudformation.ts')).remedyCloudFormation },
  terraform: { title: 'Terraform configuration', extensions: ['.tf'], load: async () => (await import('./terraform.ts')).remedyTerraform },
  cli: { title: 'calls of the AWS CLI for a POSIX shell', extensions: ['.sh'], load: async () => (await import('./cli.ts')).remedyCli },
  json: { title: 'remedies as data', extensions: ['.json'], load: async () => (await import('./json.ts')).remedyJson },
};
