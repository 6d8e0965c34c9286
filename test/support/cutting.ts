import type { Cut } from './ready-estate.ts';

/** One thing that is taken from a ready estate, and the gaps that are then found: `severity rule title`. `? ` before one that becomes unknown. */
export interface Removal {
  readonly without: string;
  readonly cuts: readonly Cut[];
  readonly found: readonly string[];
}

/** A resource of a template that is written in blocks: its logical id with everything below it. */
export const resource = (file: string, name: string): Cut => ({ file, cut: new RegExp(String.raw`^  ${name}:[^\n]*\n(?:    [^\n]*\n)*`, 'm') });

/** A member that spans lines, with what is indented below it. */
export const member = (file: string, name: string): Cut => ({ file, cut: new RegExp(String.raw`^( +)${name}:[^\n]*\n(?:\1 +[^\n]*\n)*`, 'm') });

/** A resource of a template for both regions, which the home region alone declares from now on. */
export const atHomeOnly = (file: string, name: string, home: string): readonly Cut[] => [
  { file, cut: new RegExp(String.raw`^  ${name}:\n`, 'm'), put: `  ${name}:\n    Condition: AtHome\n` },
  { file, cut: /^Resources:\n/m, put: `Conditions: { AtHome: !Equals [!Ref AWS::Region, ${home}] }\nResources:\n` },
];

/** A block of Terraform: `resource "aws_sqs_queue" "jobs"`, `module "web"`. */
export const block = (file: string, head: string): Cut => ({ file, cut: new RegExp(String.raw`^${head} \{\n[\s\S]*?\n\}\n`, 'm') });
