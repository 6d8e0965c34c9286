import type { Language } from '../language.ts';
import type { Grammar, Shape } from '../tree/grammar.ts';
import { packageModules } from '../tree/modules/packages.ts';
import { childrenOf, fieldOf, partsOf, syntaxOf, textOf, type Node } from '../tree/node.ts';
import { assignment, binary, block, caseOf, choice, classOf, collection, comment, declaration, enumMember, enumOf, functionOf, index, inside, loop, member, name, parameter, result, statement, switchOf, text, type, unwrapped } from '../tree/shapes.ts';

/** `using A.B;`, `using static A.B.C;`, `using C = A.B.C;`. */
const imported: Shape = (node) => {
  const alias = fieldOf(node, 'name');
  const whole = partsOf(node).filter((part) => part !== alias).at(-1);
  const path = whole === undefined ? '' : textOf(whole);
  return alias === undefined ? { is: 'import', aliases: [], all: [path] } : { is: 'import', aliases: [{ local: textOf(alias), path }], all: [] };
};

/** An argument with a name is an entry: F(region: "us-east-1"). */
const argument: Shape = (node) => {
  const key = fieldOf(node, 'name');
  return key === undefined ? undefined : { is: 'pair', key, value: partsOf(node).at(-1), named: true };
};

const attributeArgument: Shape = (node) => {
  const [only] = partsOf(node);
  return only?.type === 'assignment_expression' ? { is: 'pair', key: fieldOf(only, 'left'), value: fieldOf(only, 'right'), named: true } : argument(node);
};

/** What is set in braces behind a `new` is an entry: new Config { Region = … }, ["us-east-1"] = …. */
const assigned: Shape = (node) => {
  if (node.parent?.type === 'attribute_argument') return undefined;
  if (node.parent?.type !== 'initializer_expression' && node.parent?.type !== 'with_initializer') return assignment()(node);
  const left = fieldOf(node, 'left');
  const isIndexed = left?.type === 'element_binding_expression';
  return { is: 'pair', key: isIndexed ? keyIn(left) : left, value: fieldOf(node, 'right'), named: !isIndexed };
};

const keyIn = (node: Node): Node => {
  const [only] = partsOf(node);
  return only === undefined ? node : unwrapped(only);
};

/** Values in braces: a list, members that are set, or pairs in braces of their own. */
const initializer: Shape = (node) => {
  const items = partsOf(node).map(unwrapped);
  const inner = node.parent?.type === 'initializer_expression' && items.length === 2;
  if (inner) return { is: 'pair', key: items[0], value: items[1] };
  return { is: 'collection', kind: items.length > 0 && items.every((item) => syntaxOf(item)?.is === 'pair') ? 'map' : 'list', items };
};

const creation: Shape = (node) => {
  const list = fieldOf(node, 'arguments');
  const made = fieldOf(node, 'type') ?? fieldOf(node, 'initializer');
  const braces = fieldOf(node, 'initializer');
  return { is: 'call', callee: made === braces ? undefined : made, of: undefined, name: undefined, arguments: [...(list ? partsOf(list).map(unwrapped) : []), ...(braces ? [braces] : [])] };
};

const invoked: Shape = (node) => {
  const list = fieldOf(node, 'arguments');
  return { is: 'call', callee: fieldOf(node, 'function'), of: undefined, name: undefined, arguments: list ? partsOf(list).map(unwrapped) : [] };
};

const attribute: Shape = (node) => {
  const list = childrenOf(node).find((child) => child.type === 'attribute_argument_list');
  return { is: 'call', callee: fieldOf(node, 'name'), of: undefined, name: undefined, arguments: list ? partsOf(list).map(unwrapped) : [] };
};

const declarator: Shape = (node) => {
  const [target, ...rest] = partsOf(node);
  return declaration(() => target, () => rest.at(-1), (own) => own.parent && fieldOf(own.parent, 'type'))(node);
};

const patternsOf = (node: Node): Node[] => {
  const values: Node[] = [];
  const open = partsOf(node).filter((part) => part.type.endsWith('_pattern'));
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    if (at.type === 'constant_pattern') values.push(...partsOf(at).slice(0, 1));
    else if (at.type === 'or_pattern' || at.type === 'parenthesized_pattern') open.unshift(...partsOf(at));
  }
  return values;
};

export const grammar: Grammar = {
  wasm: 'tree-sitter-c-sharp.wasm',
  shapes: {
    string_literal: text,
    verbatim_string_literal: text,
    raw_string_literal: text,
    interpolated_string_expression: text,
    identifier: name,
    generic_name: name,
    qualified_name: member('qualifier', 'name'),
    alias_qualified_name: member(0, -1),
    member_access_expression: member('expression', 'name'),
    conditional_access_expression: member(0, -1),
    member_binding_expression: name,
    element_access_expression: index('expression', (node) => { const key = fieldOf(node, 'subscript'); return key && partsOf(key)[0] && unwrapped(partsOf(key)[0] as Node); }),
    element_binding_expression: (node) => (node.parent?.type === 'assignment_expression' ? undefined : collection('list', (own) => partsOf(own).map(unwrapped))(node)),
    collection_expression: collection('list', (node) => partsOf(node).map(unwrapped)),
    invocation_expression: invoked,
    object_creation_expression: creation,
    implicit_object_creation_expression: creation,
    argument,
    attribute,
    attribute_argument: attributeArgument,
    initializer_expression: initializer,
    binary_expression: binary(),
    conditional_expression: choice('condition', 'consequence', 'alternative'),
    if_statement: choice('condition', 'consequence', 'alternative'),
    assignment_expression: assigned,
    variable_declarator: declarator,
    property_declaration: declaration('name', 'value'),
    parameter: (node) => parameter('name', () => { const last = partsOf(node).at(-1); return last?.field === undefined ? last : undefined; })(node),
    foreach_statement: loop('left', 'right'),
    method_declaration: functionOf('name'),
    local_function_statement: functionOf('name'),
    constructor_declaration: functionOf('name'),
    accessor_declaration: functionOf(),
    lambda_expression: functionOf(),
    arrow_expression_clause: result,
    class_declaration: classOf(),
    record_declaration: classOf(),
    struct_declaration: classOf(),
    interface_declaration: classOf(),
    enum_declaration: enumOf(inside('body', 'enum_member_declaration')),
    enum_member_declaration: enumMember(),
    switch_statement: switchOf('value', inside('body', 'switch_section')),
    switch_section: caseOf(patternsOf),
    switch_expression: switchOf(0, (node) => childrenOf(node).filter((child) => child.type === 'switch_expression_arm')),
    switch_expression_arm: caseOf(patternsOf),
    return_statement: result,
    expression_statement: statement,
    throw_statement: statement,
    throw_expression: statement,
    block,
    type_argument_list: type,
    using_directive: imported,
    comment,
  },
  inserted: new Set(['interpolation']),
  blockScoped: true,
  bareMembers: true,
  self: /^(?:this|base)$/,
  modules: packageModules(/^\s*namespace\s+([\w.]{1,200})/m),
};

export const csharp: Language = {
  id: 'csharp',
  title: 'C#',
  mentions: /Amazon\.|AWSSDK|Pulumi\.Aws/,
  load: async () => (await import('../tree/front-end.ts')).treeFrontEnd(grammar),
};
