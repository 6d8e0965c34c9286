import type { Language } from '../language.ts';
import type { Grammar, Shape } from '../tree/grammar.ts';
import { rubyModules } from '../tree/modules/ruby.ts';
import { childOfType, childrenOf, fieldOf, nodeAt, partsOf, textOf, type Node } from '../tree/node.ts';
import { assignment, binary, caseOf, choice, classOf, collection, comment, declaration, file, functionOf, index, joined, mapOrList, member, name, parameter, pattern, result, sequence, switchOf, text, valuedBlock } from '../tree/shapes.ts';

/** A block is handed to the call like an argument: ENV.fetch('AWS_REGION') { 'us-east-1' }. */
const called: Shape = (node) => {
  const list = fieldOf(node, 'arguments');
  const block = fieldOf(node, 'block');
  return { is: 'call', callee: undefined, of: fieldOf(node, 'receiver'), name: textOf(fieldOf(node, 'method') ?? node).slice(0, 100), arguments: [...(list ? partsOf(list) : []), ...(block ? [block] : [])] };
};

const armsOf = (node: Node): Node[] => childrenOf(node).filter(({ type }) => /^(?:when|in_clause|else)$/.test(type));
const valuesOf = (node: Node): Node[] => childrenOf(node).filter(({ field }) => field === 'pattern').flatMap((each) => partsOf(each));

/** Where the text of a here-document is used. */
function home(node: Node): Node | undefined {
  if (node.type !== 'heredoc_body') return undefined;
  const end = childOfType(node, 'heredoc_end');
  const word = end === undefined ? '' : textOf(end);
  const at = word === '' ? -1 : node.tree.text.lastIndexOf(word, node.from - 1);
  const beginning = at === -1 ? undefined : nodeAt(node.tree.root, at);
  return beginning?.type === 'heredoc_beginning' ? beginning : undefined;
}

/** Everything outside of <% %> blanked out. */
function program(source: string, path: string): string {
  if (!path.toLowerCase().endsWith('.erb')) return source;
  let kept = '';
  let at = 0;
  for (let open = source.indexOf('<%'); open !== -1; open = source.indexOf('<%', at)) {
    const head = /^<%(?:[=-]|#)?/.exec(source.slice(open, open + 3))?.[0] ?? '<%';
    const close = source.indexOf('%>', open);
    const end = close === -1 ? source.length : close;
    const inside = head.endsWith('#') ? blank(source.slice(open + head.length, end)) : source.slice(open + head.length, end).replace(/-$/, ' ');
    kept += `${blank(source.slice(at, open + head.length))}${inside}`;
    at = Math.min(source.length, end + 2);
    kept += ';'.repeat(Math.min(2, at - end));
  }
  return kept + blank(source.slice(at));
}

const blank = (source: string): string => source.replace(/[^\r\n]/g, ' ');

export const grammar: Grammar = {
  wasm: 'tree-sitter-ruby.wasm',
  shapes: {
    string: text,
    bare_string: text,
    chained_string: joined,
    heredoc_body: text,
    heredoc_beginning: name,
    subshell: text,
    regex: pattern,
    identifier: name,
    constant: name,
    instance_variable: name,
    class_variable: name,
    global_variable: name,
    hash_key_symbol: name,
    simple_symbol: name,
    scope_resolution: member('scope', 'name'),
    element_reference: index('object', 1),
    call: called,
    argument_list: () => undefined,
    pair: (node) => ({ is: 'pair', key: fieldOf(node, 'key'), value: fieldOf(node, 'value'), named: fieldOf(node, 'key')?.type === 'hash_key_symbol' }),
    hash: collection('map'),
    array: mapOrList(),
    string_array: collection('list'),
    binary: binary(),
    conditional: choice('condition', 'consequence', 'alternative'),
    if: choice('condition', 'consequence', 'alternative'),
    unless: choice('condition', 'consequence', 'alternative'),
    if_modifier: choice('condition', 'body'),
    unless_modifier: choice('condition', 'body'),
    assignment: declaration('left', 'right'),
    operator_assignment: assignment(),
    left_assignment_list: sequence,
    right_assignment_list: sequence,
    optional_parameter: parameter(),
    keyword_parameter: parameter(),
    block_parameters: () => undefined,
    method: functionOf('name'),
    singleton_method: functionOf('name'),
    lambda: functionOf(),
    block: functionOf(),
    do_block: functionOf(),
    class: classOf(),
    module: classOf(),
    singleton_class: classOf('value'),
    case: switchOf('value', armsOf),
    when: caseOf(valuesOf),
    return: result,
    body_statement: valuedBlock,
    block_body: valuedBlock,
    then: valuedBlock,
    program: file,
    comment,
  },
  inserted: new Set(['interpolation']),
  bareMembers: true,
  self: /^self(?:\.class)?$/,
  home,
  program,
  modules: rubyModules,
};

export const ruby: Language = {
  id: 'ruby',
  title: 'Ruby',
  mentions: /aws-sdk|Aws::|AWS::/,
  load: async () => (await import('../tree/front-end.ts')).treeFrontEnd(grammar),
};
