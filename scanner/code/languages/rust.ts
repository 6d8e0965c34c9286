import type { Language } from '../language.ts';
import type { Grammar, Shape } from '../tree/grammar.ts';
import { rustModules } from '../tree/modules/rust.ts';
import { around, childOfType, fieldOf, numberAt, partsOf, textOf, type Node } from '../tree/node.ts';
import { assignment, binary, call, caseOf, choice, classOf, collection, comment, declaration, enumMember, enumOf, functionOf, index, inside, loop, member, name, parameter, result, statement, switchOf, text, type, valuedBlock } from '../tree/shapes.ts';
import type { Alias } from '../tree/syntax.ts';

const dotted = (path: string): string => path.replace(/\s+/g, '').replaceAll('::', '.');

/** `use a::b;`, `use a::{b, c::D as E};`. */
const imported: Shape = (node) => {
  const aliases: Alias[] = [];
  const all: string[] = [];
  const open: { readonly node: Node; readonly prefix: string }[] = [fieldOf(node, 'argument')].flatMap((argument) => (argument ? [{ node: argument, prefix: '' }] : []));
  for (let next = open.pop(); next !== undefined && aliases.length < 200; next = open.pop()) {
    const { node: at, prefix } = next;
    if (at.type === 'scoped_use_list' || at.type === 'use_list') {
      const path = fieldOf(at, 'path');
      const list = at.type === 'use_list' ? at : fieldOf(at, 'list');
      const inner = path === undefined ? prefix : `${prefix}${dotted(textOf(path))}.`;
      for (const part of list ? partsOf(list) : []) open.push({ node: part, prefix: inner });
    } else if (at.type === 'use_wildcard') all.push(`${prefix}${dotted(textOf(at)).replace(/\.?\*$/, '')}`);
    else {
      const path = `${prefix}${dotted(textOf(fieldOf(at, 'path') && at.type === 'use_as_clause' ? (fieldOf(at, 'path') as Node) : at))}`.replace(/\.self$/, '');
      const alias = fieldOf(at, 'alias');
      aliases.push({ local: alias === undefined ? path.slice(path.lastIndexOf('.') + 1) : textOf(alias), path });
    }
  }
  return { is: 'import', aliases, all };
};

/** In a macro or attribute, the name before a literal with = between. */
function labelsOf(tokens: readonly Node[]): (string | undefined)[] {
  return tokens.map((node) => /([A-Za-z_]\w{0,60})\s*=\s*$/.exec(node.tree.text.slice(Math.max(0, node.from - 80), node.from))?.[1] ?? saidIn(node));
}

/** What is only said of a field: #[configurable(metadata(docs::examples = "us-east-1"))]. */
function saidIn(node: Node): string | undefined {
  return node.type === 'token_tree' ? /^\(\s{0,40}(?:docs?\s*::\s*)?(examples?|description|help)\s*=/.exec(textOf(node).slice(0, 120))?.[1] : undefined;
}

const macro: Shape = (node) => {
  const its = fieldOf(node, 'macro');
  const tokens = childOfType(node, 'token_tree');
  const all = tokens ? partsOf(tokens) : [];
  return { is: 'call', callee: its, of: undefined, name: undefined, arguments: all, labels: labelsOf(all) };
};

/** Fields of a struct that is written out. */
const struct: Shape = (node) => {
  const body = fieldOf(node, 'body');
  return { is: 'collection', kind: 'map', items: body ? partsOf(body) : [], type: fieldOf(node, 'name') };
};

const field: Shape = (node) => ({ is: 'pair', key: fieldOf(node, 'field'), value: fieldOf(node, 'value'), named: true });

/** #[arg(long, default_value = "us-east-1")]. */
const attribute: Shape = (node) => {
  const tokens = fieldOf(node, 'arguments');
  const after = node.parent?.parent && partsOf(node.parent.parent)[numberAt(partsOf(node.parent.parent), node.from) + 1];
  const all = tokens ? partsOf(tokens) : [];
  return { is: 'call', callee: partsOf(node)[0], of: undefined, name: undefined, arguments: all, labels: labelsOf(all), annotates: after && fieldOf(after, 'name') };
};

const alternatives = (node: Node): Node[] => {
  const values: Node[] = [];
  const open = [...partsOf(node)].filter((part) => part.field !== 'condition');
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    if (at.type === 'or_pattern') open.unshift(...partsOf(at));
    else if (at.type !== 'identifier') values.push(at);
  }
  return values;
};

/** In a module or function that is only compiled for tests. */
function isTest(node: Node): boolean {
  for (const at of around(node)) {
    if (at.type === 'if_expression' && isForTests(at, node)) return true;
    if (at.type !== 'mod_item' && at.type !== 'function_item') continue;
    const siblings = at.parent ? partsOf(at.parent) : [];
    for (let number = siblings.indexOf(at) - 1; siblings[number]?.type === 'attribute_item'; number -= 1) {
      if (/^#\[(?:cfg\(test\)|(?:\w+::)?test\b|rstest)/.test(textOf(siblings[number] as Node).slice(0, 40))) return true;
    }
  }
  return false;
}

/** if cfg!(test) { here } */
function isForTests(choice: Node, { from }: Node): boolean {
  const [condition, consequence] = [fieldOf(choice, 'condition'), fieldOf(choice, 'consequence')];
  return condition !== undefined && consequence !== undefined && /^cfg!\(test\)$/.test(textOf(condition).slice(0, 40)) && consequence.from <= from && from < consequence.to;
}

export const grammar: Grammar = {
  wasm: 'tree-sitter-rust.wasm',
  shapes: {
    string_literal: text,
    raw_string_literal: text,
    identifier: name,
    type_identifier: name,
    field_identifier: name,
    shorthand_field_initializer: name,
    crate: name,
    super: name,
    scoped_identifier: member('path', 'name'),
    scoped_type_identifier: member('path', 'name'),
    generic_type: name,
    field_expression: member('value', 'field'),
    index_expression: index(0, 1),
    call_expression: call({ callee: 'function', arguments: 'arguments' }),
    macro_invocation: macro,
    attribute,
    struct_expression: struct,
    field_initializer: field,
    array_expression: collection('list'),
    tuple_expression: collection('list'),
    binary_expression: binary(),
    if_expression: choice('condition', 'consequence', 'alternative'),
    let_declaration: declaration('pattern', 'value'),
    const_item: declaration('name', 'value'),
    static_item: declaration('name', 'value'),
    assignment_expression: assignment(),
    parameter: parameter('pattern', () => undefined),
    for_expression: loop('pattern', 'value'),
    function_item: functionOf('name'),
    closure_expression: functionOf(),
    struct_item: classOf(),
    impl_item: classOf('type'),
    trait_item: classOf(),
    mod_item: classOf(),
    enum_item: enumOf(inside('body', 'enum_variant')),
    enum_variant: enumMember(),
    match_expression: switchOf('value', inside('body', 'match_arm')),
    match_arm: (node) => {
      const pattern = fieldOf(node, 'pattern');
      return caseOf(() => (pattern === undefined ? [] : alternatives(pattern)))(node);
    },
    return_expression: result,
    expression_statement: statement,
    block: valuedBlock,
    use_declaration: imported,
    type_arguments: type,
    line_comment: comment,
    block_comment: comment,
  },
  blockScoped: true,
  self: /^(?:self|Self)$/,
  isTest,
  modules: rustModules,
};


export const rust: Language = {
  id: 'rust',
  title: 'Rust',
  mentions: /aws_config|aws_sdk_|rusoto_|aws_types/,
  load: async () => (await import('../tree/front-end.ts')).treeFrontEnd(grammar),
};
