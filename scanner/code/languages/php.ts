import type { Language } from '../language.ts';
import type { Grammar, Shape } from '../tree/grammar.ts';
import { packageModules } from '../tree/modules/packages.ts';
import { childOfType, childrenOf, fieldOf, partsOf, textOf, type Node } from '../tree/node.ts';
import { assignment, binary, block, call, caseOf, choice, classOf, comment, declaration, enumMember, enumOf, file, functionOf, index, inside, loop, mapOrList, member, name, parameter, result, statement, switchOf, text, type, unwrapped } from '../tree/shapes.ts';
import type { Alias } from '../tree/syntax.ts';

/** `use A\B\C;`, `use A\B\{C, D as E};`. */
const imported: Shape = (node) => {
  const group = fieldOf(node, 'body');
  const prefix = group === undefined ? '' : `${textOf(childOfType(node, 'namespace_name') ?? node)}\\`;
  const clauses = childrenOf(group ?? node).filter((child) => child.type === 'namespace_use_clause');
  const aliases = clauses.map((clause): Alias => {
    const path = `${prefix}${textOf(partsOf(clause)[0] ?? clause)}`.replace(/^\\/, '').replaceAll('\\', '.');
    const alias = fieldOf(clause, 'alias');
    return { local: alias === undefined ? path.slice(path.lastIndexOf('.') + 1) : textOf(alias), path };
  });
  return { is: 'import', aliases, all: [] };
};

const argument: Shape = (node) => {
  const key = fieldOf(node, 'name');
  return key === undefined ? undefined : { is: 'pair', key, value: partsOf(node).at(-1), named: true };
};

const element: Shape = (node) => {
  const [key, value] = partsOf(node);
  return value === undefined ? undefined : { is: 'pair', key, value };
};

const creation: Shape = (node) => {
  const list = childOfType(node, 'arguments');
  return { is: 'call', callee: partsOf(node)[0], of: undefined, name: undefined, arguments: list ? partsOf(list).map(unwrapped) : [] };
};

/** define('REGION', 'us-east-1') is told as a call. */
const constant: Shape = declaration(0, -1);

/** `a ?: b` has no middle. */
const conditional: Shape = (node) => {
  const body = fieldOf(node, 'body');
  const [condition, alternative] = [fieldOf(node, 'condition'), fieldOf(node, 'alternative')];
  return body === undefined ? { is: 'binary', left: condition, operator: '?:', right: alternative } : { is: 'choice', condition, yes: body, no: alternative };
};

const armsOf = (types: RegExp) => (node: Node): Node[] => childrenOf(fieldOf(node, 'body') ?? node).filter((child) => types.test(child.type));
const listed = (node: Node): readonly Node[] => {
  const list = fieldOf(node, 'conditional_expressions');
  return list === undefined ? [] : partsOf(list);
};

export const grammar: Grammar = {
  wasm: 'tree-sitter-php.wasm',
  shapes: {
    string: text,
    encapsed_string: text,
    heredoc_body: text,
    nowdoc_body: text,
    shell_command_expression: text,
    text,
    name,
    qualified_name: name,
    variable_name: name,
    relative_scope: name,
    member_access_expression: member('object', 'name'),
    nullsafe_member_access_expression: member('object', 'name'),
    scoped_property_access_expression: member('scope', 'name'),
    class_constant_access_expression: member(0, -1),
    subscript_expression: index(0, 1),
    function_call_expression: call({ callee: 'function', arguments: 'arguments' }),
    member_call_expression: call({ of: 'object', name: 'name', arguments: 'arguments' }),
    nullsafe_member_call_expression: call({ of: 'object', name: 'name', arguments: 'arguments' }),
    scoped_call_expression: call({ of: 'scope', name: 'name', arguments: 'arguments' }),
    object_creation_expression: creation,
    attribute: creation,
    argument,
    array_creation_expression: mapOrList((node) => partsOf(node).map((item) => (partsOf(item).length === 1 ? unwrapped(item) : item))),
    array_element_initializer: element,
    binary_expression: binary(),
    conditional_expression: conditional,
    if_statement: choice('condition', 'body', 'alternative'),
    assignment_expression: declaration('left', 'right'),
    augmented_assignment_expression: assignment(),
    const_element: constant,
    property_element: declaration('name', 'default_value', (node) => node.parent && fieldOf(node.parent, 'type')),
    simple_parameter: parameter('name', 'default_value'),
    property_promotion_parameter: parameter('name', 'default_value'),
    foreach_statement: loop(1, 0),
    function_definition: functionOf('name'),
    method_declaration: functionOf('name'),
    anonymous_function: functionOf(),
    arrow_function: functionOf(),
    class_declaration: classOf(),
    interface_declaration: classOf(),
    trait_declaration: classOf(),
    enum_declaration: enumOf(inside('body', 'enum_case')),
    enum_case: enumMember(),
    switch_statement: switchOf('condition', armsOf(/^(?:case|default)_statement$/)),
    case_statement: caseOf((node) => [fieldOf(node, 'value')].flatMap((value) => value ?? [])),
    default_statement: caseOf(() => []),
    match_expression: switchOf('condition', armsOf(/^match_(?:conditional|default)_expression$/)),
    match_conditional_expression: caseOf(listed),
    match_default_expression: caseOf(() => []),
    return_statement: result,
    echo_statement: (node) => ({ is: 'call', callee: undefined, of: undefined, name: 'echo', arguments: partsOf(node), command: 'prints' }),
    print_intrinsic: (node) => ({ is: 'call', callee: undefined, of: undefined, name: 'print', arguments: partsOf(node), command: 'prints' }),
    exit_statement: (node) => ({ is: 'call', callee: undefined, of: undefined, name: 'die', arguments: partsOf(node), command: 'prints' }),
    expression_statement: statement,
    throw_expression: statement,
    compound_statement: block,
    program: file,
    namespace_use_declaration: imported,
    named_type: type,
    comment,
  },
  inserted: new Set(['variable_name', 'member_access_expression', 'subscript_expression', 'dynamic_variable_name', 'member_call_expression', 'nullsafe_member_access_expression']),
  self: /^(?:\$this|self|static|parent)$/,
  modules: packageModules(/^\s*(?:<\?php\s+)?namespace\s+([\w\\]{1,200})/m),
};


export const php: Language = {
  id: 'php',
  title: 'PHP',
  mentions: /Aws\\|aws-sdk-php/,
  load: async () => (await import('../tree/front-end.ts')).treeFrontEnd(grammar),
};
