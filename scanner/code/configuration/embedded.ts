import { languageOfFirstLine, languageOfName, type LanguageId } from '../../files/language.ts';
import { textOf, type DataNode } from './node.ts';
import { keyAround, pathOf, type Place } from './place.ts';

const command = /^(?:run|script|before_script|after_script|commands?|cmd|shell|ansible\.builtin\.(?:shell|command)|user_?data|inline|entrypoint|args|install|pre_build|build|post_build|prestart|poststart|exec|on_start_script|on_create_script)$/i;
const inline = /^(?:ZipFile|InlineCode|FunctionCode|Script|code)$/;
const definition = /^(?:Definition(?:String|Body)?|BuildSpec|PolicyDocument|AssumeRolePolicyDocument|Body|policy|assume_role_policy|definition|buildspec|container_definitions|template_body)$/i;

/** Language of a program or document that a text is; undefined for plain values. */
export function languageOfText(text: string, place: Place): LanguageId | undefined {
  const { name = '', owner, around } = place;
  const lines = text.includes('\n');
  if (/^\s{0,40}#!/.test(text)) return languageOfFirstLine(text.trimStart());
  if (/^\s*<powershell>/i.test(text)) return 'powershell';
  if (/^#cloud-config\b/.test(text)) return 'yaml';
  if (inline.test(name)) return ofFunction(text, name, place);
  if (definition.test(name) && text.length > 40) return /^\s*[{[]/.test(text) ? 'json' : lines && /^\s*[\w-]+:/.test(text) ? 'yaml' : undefined;
  if ((lines || name === 'content') && /^\s*\{\s*"/.test(text) && /\}\s*$/.test(text)) return 'json';
  if (lines && name === 'contents' && /^\s*(?:(?:#|\/\/)[^\n]*\n\s*)*(?:terraform|provider|variable|resource|data|locals|module)\s*(?:"[^"\n]*"\s*){0,2}\{/.test(text.slice(0, 2_000))) return 'terraform';
  if (isScripts(around)) return 'shell';
  if (command.test(name) || isCommandList(place)) return shellOf(text, place);
  if (lines && /\.[a-z]{2,10}$/.test(name)) return languageOfName(name);
  return lines && owner.callee !== undefined && /^aws(?:_instance|_launch)/.test(owner.callee) && hasCommand.test(text) ? 'shell' : undefined;
}

/** A line that runs something: user data may be settings of a program as well. */
const hasCommand = /^\s*(?:sudo|yum|dnf|apt|apt-get|echo|export|aws|curl|wget|cat|mkdir|chmod|chown|systemctl|service|docker|cd|cp|mv|sed|set|if|for|source|\.|\/\S+)\s/m;

/** Inline code of a function, by the runtime beside it. */
function ofFunction(text: string, name: string, { around, owner }: Place): LanguageId | undefined {
  if (name === 'FunctionCode') return 'javascript';
  for (let at = around, level = 0; at !== undefined && level < 4; at = at.outer, level += 1) {
    const runtime = textOf(at.node, 'Runtime', 'runtime', 'RuntimeVersion');
    if (runtime?.startsWith('python') || runtime?.includes('-python')) return 'python';
    if (runtime?.startsWith('nodejs') || runtime?.includes('-nodejs')) return 'javascript';
    if (runtime?.startsWith('cloudfront-js')) return 'javascript';
  }
  if (owner.callee !== undefined && /Function$|Canary$|Layer/.test(owner.callee)) return /^\s*(?:import \w+\s*$|from \w+(?:\.\w+)* import |def )/m.test(text) ? 'python' : undefined;
  return undefined;
}

function shellOf(text: string, { owner, around }: Place): LanguageId | undefined {
  if (/^--?[a-z][\w-]*=/i.test(text)) return undefined;
  if (owner.callee === 'actions/github-script') return 'javascript';
  const shell = textOf(around?.node, 'shell');
  if (shell !== undefined && /pwsh|powershell/.test(shell)) return 'powershell';
  if (shell !== undefined && shell.startsWith('python')) return 'python';
  return /^\s*[[{]/.test(text) || !/\s/.test(text.trim()) ? undefined : 'shell';
}

/** Members of the scripts of a package. */
function isScripts(around: Place['around']): boolean {
  return around?.key === 'scripts' && pathOf(around).length === 1;
}

/** An item of a list of commands; a list of words is one command and no list of them. */
function isCommandList({ around }: Place): boolean {
  const key = around?.node.kind === 'list' ? keyAround(around) : undefined;
  return key !== undefined && command.test(key);
}

/** Whether a node is a text of some length that could be more than a value. */
export function mayBeProgram(node: DataNode): boolean {
  return node.kind === 'text' ? node.text.length > 15 : node.kind === 'join';
}
