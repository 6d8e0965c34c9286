import type { Written } from './region-aware.ts';

/** How !Sub writes the pseudo parameters. */
export const pseudo: Written = { region: '${AWS::Region}', partition: '${AWS::Partition}', suffix: '${AWS::URLSuffix}' };

let last: { readonly text: string; readonly answer: boolean } | undefined;

/** Whether a text looks like a CloudFormation or SAM template, in YAML or JSON. The findings of one file come one after the other. */
export function isTemplate(text: string): boolean {
  if (last?.text !== text) last = { text, answer: looksLikeTemplate(text) };
  return last.answer;
}

function looksLikeTemplate(text: string): boolean {
  return /AWSTemplateFormatVersion|AWS::Serverless-2016-10-31/.test(text) || (/(?:^|[{,])[ \t]*["']?Resources["']?[ \t]*:/m.test(text) && /\bType["']?[ \t]*:[ \t]*["']?AWS::[A-Za-z0-9]+::/.test(text));
}

/** Functions whose arguments must be fixed texts. */
const fixedArguments: ReadonlySet<string> = new Set(['Fn::FindInMap', 'Fn::GetAtt', 'Ref', 'Condition', 'Fn::Transform', 'Fn::ForEach']);
/** Sections and attributes in which no function may stand. */
const fixedSections: ReadonlySet<string> = new Set(['Parameters', 'Mappings', 'Metadata', 'Transform', 'AWSTemplateFormatVersion', 'Description', 'Rules', 'Globals']);

/** Whether a place in a template takes fixed text only. Its path begins at the top of the document. */
export function takesNoFunction(path: readonly string[]): boolean {
  return fixedSections.has(path[0] ?? '') || path.some((part) => fixedArguments.has(part));
}

/** Texts that another program reads: a function in them would be text to it. */
const foreign: ReadonlySet<string> = new Set(['ZipFile', 'InlineCode', 'DefinitionUri', 'CodeUri', 'TemplateURL']);

/** Whether the place belongs to the properties of a resource, where every function may stand. */
export function inProperties(path: readonly string[]): boolean {
  return path[0] === 'Resources' && path[2] === 'Properties' && !path.some((part) => foreign.has(part));
}
