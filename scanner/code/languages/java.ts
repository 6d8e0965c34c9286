import type { Language } from '../language.ts';
import type { Grammar, Shape } from '../tree/grammar.ts';
import { packageModules } from '../tree/modules/packages.ts';
import { childOfType, fieldOf, partsOf, textOf, type Node } from '../tree/node.ts';
import { assignment, binary, block, call, caseOf, choice, classOf, collection, comment, declaration, enumMember, enumOf, functionOf, index, inside, loop, member, name, named, parameter, result, statement, switchOf, text } from '../tree/shapes.ts';

/** `import a.b.C;`, `import static a.b.C.NAME;`, `import a.b.*;`. */
const imported: Shape = (node) => {
  const path = textOf(partsOf(node)[0] ?? node);
  if (childOfType(node, 'asterisk')) return { is: 'import', aliases: [], all: [path] };
  return { is: 'import', aliases: [{ local: path.slice(path.lastIndexOf('.') + 1), path }], all: [] };
};

const armsOf = (node: Node): Node[] => {
  const body = fieldOf(node, 'body');
  return body === undefined ? [] : partsOf(body).flatMap((group) => partsOf(group).filter(({ type }) => type === 'switch_label'));
};

/** Its value is made by its argument, if it has one: US_EAST_1("us-east-1"). */
const enumConstant = enumMember('name', (node) => {
  const all = fieldOf(node, 'arguments');
  return all && partsOf(all)[0];
});

/** The field or parameter that an annotation stands at. */
const annotated = (node: Node): Node | undefined => {
  const owner = node.parent?.type === 'modifiers' ? node.parent.parent : undefined;
  const holder = owner && (fieldOf(owner, 'declarator') ?? owner);
  return holder && fieldOf(holder, 'name');
};

export const grammar: Grammar = {
  wasm: 'tree-sitter-java.wasm',
  shapes: {
    string_literal: text,
    identifier: name,
    type_identifier: name,
    scoped_identifier: member('scope', 'name'),
    scoped_type_identifier: member(0, -1),
    field_access: member('object', 'field'),
    array_access: index('array', 'index'),
    method_invocation: call({ of: 'object', name: 'name', arguments: 'arguments' }),
    object_creation_expression: call({ callee: 'type', arguments: 'arguments' }),
    explicit_constructor_invocation: call({ callee: 'constructor', arguments: 'arguments' }),
    annotation: call({ callee: 'name', arguments: 'arguments', annotates: annotated }),
    element_value_pair: named('key', 'value'),
    element_value_array_initializer: collection('list'),
    array_initializer: collection('list'),
    binary_expression: binary(),
    ternary_expression: choice('condition', 'consequence', 'alternative'),
    if_statement: choice('condition', 'consequence', 'alternative'),
    assignment_expression: assignment(),
    variable_declarator: declaration('name', 'value', (node) => node.parent && fieldOf(node.parent, 'type')),
    resource: declaration('name', 'value'),
    formal_parameter: parameter(),
    catch_formal_parameter: parameter(),
    enhanced_for_statement: loop('name', 'value'),
    method_declaration: functionOf('name'),
    constructor_declaration: functionOf('name'),
    lambda_expression: functionOf(),
    class_declaration: classOf(),
    interface_declaration: classOf(),
    record_declaration: classOf(),
    annotation_type_declaration: classOf(),
    enum_declaration: enumOf(inside('body', 'enum_constant')),
    enum_constant: enumConstant,
    switch_expression: switchOf('condition', armsOf),
    switch_label: caseOf(partsOf),
    return_statement: result,
    yield_statement: result,
    expression_statement: statement,
    throw_statement: statement,
    block,
    constructor_body: block,
    import_declaration: imported,
    package_declaration: statement,
    line_comment: comment,
    block_comment: comment,
  },
  inserted: new Set(['string_interpolation']),
  blockScoped: true,
  bareMembers: true,
  self: /^(?:this|super)$/,
  modules: packageModules(/^\s*package\s+([\w.]{1,200})/m),
};

export const java: Language = {
  id: 'java',
  title: 'Java',
  mentions: /software\.amazon|com\.amazonaws|com\.pulumi\.aws|com\.amazon\./,
  load: async () => (await import('../tree/front-end.ts')).treeFrontEnd(grammar),
};

