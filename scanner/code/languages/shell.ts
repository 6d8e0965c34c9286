import type { Language } from '../language.ts';
import type { Grammar, Shape } from '../tree/grammar.ts';
import { around, childrenOf, fieldOf, partsOf, textOf, type Node } from '../tree/node.ts';
import { binary, caseOf, choice, comment, declaration, file, functionOf, index, name, pattern, statement, switchOf, text, valuedBlock } from '../tree/shapes.ts';
import type { Call } from '../tree/syntax.ts';

const prints = /^(?:echo|printf|print|log|info|warn|warning|err|error|die|fail|usage|cat|say|msg|message|debug|fatal|note|notice|log_\w+|\w+_log)$/;
/** Programs that run the command behind them. */
const runsOther = /^(?:sudo|env|exec|command|time|nohup|xargs|eval|builtin)$/;
/** Options of the AWS command line that come before the service and take a value. */
const awsOption = /^--(?:region|profile|output|endpoint-url|query|ca-bundle|cli-[a-z-]+|color)$/;
const wordLimit = 40;

/** aws.s3.ls of `aws --region us-east-1 s3 ls`; other commands go by their first word. */
function commandName(node: Node): string {
  const words = [fieldOf(node, 'name'), ...argumentsOf(node)].slice(0, wordLimit).map((word) => (word === undefined ? '' : textOf(word).slice(0, 80)));
  const first = words.findIndex((word) => !runsOther.test(word) && !/^\w+=/.test(word) && !word.startsWith('-'));
  const program = (words[first] ?? words[0] ?? '').replace(/^.*\//, '');
  if (program !== 'aws') return program;
  const names = [program];
  for (let at = first + 1; at < words.length && names.length < 3; at += 1) {
    const word = words[at] ?? '';
    if (awsOption.test(word)) at += 1;
    else if (/^[a-z][\w-]*$/.test(word)) names.push(word);
    else if (!word.startsWith('--')) break;
  }
  return names.join('.');
}

const argumentsOf = (node: Node): Node[] => childrenOf(node).filter(({ field }) => field === 'argument');

/** Whether what a command prints goes to a file, another program or a variable instead of to people. */
function goesOn(node: Node): Call['command'] {
  for (const at of around(node)) {
    if (at.type === 'command_substitution') return 'returns';
    if (at.type === 'pipeline') return 'runs';
    if (at.type === 'redirected_statement') {
      const files = [at, ...partsOf(at)].flatMap((part) => childrenOf(part)).filter(({ type }) => type === 'file_redirect');
      if (files.some((redirect) => !/^(?:\d?>&|>&\d|2>|&?>\s*\/dev\/)/.test(textOf(redirect)))) return 'runs';
    } else if (!/^(?:list|heredoc_redirect)$/.test(at.type)) break;
  }
  return 'prints';
}

/** The option before a word, or inside of it: --region us-east-1, --region=us-east-1, -e AWS_REGION=us-east-1. */
function labelsOf(all: readonly Node[]): (string | undefined)[] {
  let option: string | undefined;
  return all.map((word) => {
    const source = textOf(word).slice(0, 80).replace(/^["']/, '');
    const label = /^-{0,2}([A-Za-z][\w.-]{0,60})=/.exec(source)?.[1] ?? option;
    option = /^--?([A-Za-z][\w-]{0,60})$/.exec(source)?.[1];
    return label;
  });
}

const command: Shape = (node) => {
  const its = commandName(node);
  const does = prints.test(its) ? goesOn(node) : its === ':' ? 'returns' : 'runs';
  const all = argumentsOf(node);
  return { is: 'call', callee: undefined, of: undefined, name: its, arguments: all, labels: labelsOf(all), command: does ?? 'runs' };
};

/** A command with what is written into it. */
const redirected: Shape = (node) => {
  const body = fieldOf(node, 'body');
  if (body?.type !== 'command') return undefined;
  const its = commandName(body);
  return { is: 'call', callee: undefined, of: undefined, name: its, arguments: [], command: prints.test(its) ? (goesOn(body) ?? 'runs') : 'runs' };
};

/** ["us-east-1"]=value in an array, or words put together. */
const words: Shape = (node) => {
  const parts = partsOf(node);
  if (node.parent?.type === 'array' && parts[0] && textOf(parts[0]) === '[') return { is: 'pair', key: parts[1], value: parts.at(-1) };
  // In a default the grammar takes words for names of variables.
  return { is: node.parent?.type === 'expansion' ? 'text' : 'joined' };
};

const values: Shape = (node) => {
  const items = partsOf(node);
  const pairs = items.length > 0 && items.every(({ type, from, tree }) => type === 'concatenation' && tree.text.charAt(from) === '[');
  return { is: 'collection', kind: pairs ? 'map' : 'list', items };
};

const list: Shape = (node) => {
  const [left, right] = partsOf(node);
  const between = left && right ? node.tree.text.slice(left.to, right.from) : '';
  return { is: 'binary', left, operator: between.includes('||') ? '||' : between.includes('&&') ? '&&' : ';', right };
};

const expansion: Shape = (node) => {
  const operator = childrenOf(node).find(({ field }) => field === 'operator');
  const sign = operator === undefined ? '' : textOf(operator);
  const parts = partsOf(node);
  if (!/^:?[-=]$/.test(sign) || parts.length < 2) return undefined;
  return { is: 'binary', left: parts[0], operator: sign.endsWith('=') ? ':=' : ':-', right: parts.at(-1) };
};

const looped: Shape = (node) => ({ is: 'loop', name: fieldOf(node, 'variable'), over: undefined, items: childrenOf(node).filter(({ field }) => field === 'value') });

const grammar: Grammar = {
  wasm: 'tree-sitter-bash.wasm',
  shapes: {
    word: text,
    string: text,
    raw_string: text,
    ansi_c_string: text,
    heredoc_body: text,
    extglob_pattern: text,
    concatenation: words,
    regex: pattern,
    variable_name: name,
    subscript: index('name', 'index'),
    array: values,
    expansion,
    variable_assignment: declaration('name', 'value'),
    command,
    command_name: statement,
    redirected_statement: redirected,
    list,
    binary_expression: binary(),
    unary_expression: (node) => ({ is: 'binary', left: partsOf(node).at(-1), operator: '-z', right: undefined }),
    if_statement: choice('condition', () => undefined),
    elif_clause: choice(0, () => undefined),
    for_statement: looped,
    case_statement: switchOf('value', (node) => childrenOf(node).filter(({ type }) => type === 'case_item')),
    case_item: caseOf((node) => childrenOf(node).filter(({ field }) => field === 'value')),
    function_definition: functionOf('name'),
    compound_statement: valuedBlock,
    program: file,
    comment,
  },
  inserted: new Set(['expansion', 'simple_expansion', 'command_substitution', 'process_substitution', 'arithmetic_expansion']),
  flat: true,
  variable: 'variable_name',
};

export const shell: Language = {
  id: 'shell',
  title: 'Shell',
  load: async () => (await import('../tree/front-end.ts')).treeFrontEnd(grammar),
};
