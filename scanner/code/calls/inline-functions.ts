import { lineStarts, positionAt } from '../../../model/position.ts';
import type { LanguageId } from '../../files/language.ts';
import { readJsonText } from '../configuration/json.ts';
import { literalOf } from '../configuration/literal.ts';
import { memberOf, textOf, type DataNode, type Member } from '../configuration/node.ts';
import { readYamlText } from '../configuration/yaml.ts';

/** Code of a function that is written into its template. */
export interface InlineFunction {
  /** Logical id of the function. */
  readonly id: string;
  readonly language: LanguageId;
  readonly text: string;
  /** Line of the template on which a line of the code stands. */
  lineOf(line: number): number;
}

/** What a template with such code mentions. */
export const inlineMentions = /\b(?:ZipFile|InlineCode)\b/;

/** Functions of a CloudFormation or SAM template whose code stands in the template; none in a text that is no template. */
export function inlineFunctions(text: string): InlineFunction[] {
  try {
    const document = /^\s*\{/.test(text) ? readJsonText(text) : readYamlText(text);
    return document?.roots.flatMap((root) => membersOf(memberOf(root, 'Resources')?.value).flatMap((resource) => inlineIn(resource, root, text))) ?? [];
  } catch (error) {
    // Whoever reads the template as such says that it is nested too deeply.
    if (!(error instanceof RangeError)) throw error;
    return [];
  }
}

const membersOf = (node: DataNode | undefined): readonly Member[] => (node?.kind === 'map' ? node.members : []);

function inlineIn({ key, value }: Member, root: DataNode, text: string): InlineFunction[] {
  const properties = memberOf(value, 'Properties')?.value;
  const code = sourceOf(textOf(value, 'Type'), properties);
  const globals = memberOf(memberOf(memberOf(root, 'Globals')?.value, 'Function')?.value, 'Runtime')?.value;
  const runtime = textOf(properties, 'Runtime') ?? (globals?.kind === 'text' ? globals.text : undefined);
  const language = languageOf(runtime);
  if (code === undefined || language === undefined || (code.kind !== 'text' && code.kind !== 'join')) return [];
  const literal = literalOf(code, text);
  let inner: Uint32Array | undefined;
  let outer: Uint32Array | undefined;
  const lineOf = (line: number): number => {
    const from = (inner ??= lineStarts(literal.text))[line - 1] ?? 0;
    return positionAt((outer ??= lineStarts(text)), literal.place(from, from + 1).from).line;
  };
  return [{ id: key.text, language, text: literal.text, lineOf }];
}

function sourceOf(type: string | undefined, properties: DataNode | undefined): DataNode | undefined {
  if (type === 'AWS::Lambda::Function') return memberOf(memberOf(properties, 'Code')?.value, 'ZipFile')?.value;
  return type === 'AWS::Serverless::Function' ? memberOf(properties, 'InlineCode')?.value : undefined;
}

/** The runtimes that take code without an archive. */
function languageOf(runtime: string | undefined): LanguageId | undefined {
  if (runtime?.startsWith('python')) return 'python';
  return runtime?.startsWith('nodejs') ? 'javascript' : undefined;
}
