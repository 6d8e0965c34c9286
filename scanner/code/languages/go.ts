import type { Language } from '../language.ts';
import type { Grammar, Shape } from '../tree/grammar.ts';
import { goModules } from '../tree/modules/go.ts';
import { fieldOf, partsOf, textOf, type Node } from '../tree/node.ts';
import { assignment, binary, block, call, caseOf, choice, comment, declaration, functionOf, index, loop, member, name, parameter, result, statement, switchOf, text, unwrapped } from '../tree/shapes.ts';
import type { Collection } from '../tree/syntax.ts';

/** `"a/b"`, `c "a/b"`, `. "a/b"`: the local name is the last part of the path, versions aside. */
const imported: Shape = (node) => {
  const path = textOf(fieldOf(node, 'path') ?? node).slice(1, -1);
  const given = fieldOf(node, 'name');
  const parts = path.split('/').filter((part) => !/^v\d+$/.test(part));
  return { is: 'import', all: [], aliases: [{ local: given === undefined ? (parts.at(-1) ?? '').replace(/^go-|[-.]go$/g, '') : textOf(given), path }] };
};

const itemsOf = (node: Node): Collection => {
  const items = partsOf(node).map(unwrapped);
  return { is: 'collection', kind: items.length > 0 && items.every(({ type }) => type === 'keyed_element') ? 'map' : 'list', items };
};

/** aws.Config{…}, []string{…}, map[string]string{…}: what is in the braces, with the type before them. */
const composite: Shape = (node) => {
  const body = fieldOf(node, 'body');
  const type = fieldOf(node, 'type');
  const isNamed = type !== undefined && /^(?:type_identifier|qualified_type|generic_type)$/.test(type.type);
  return body && { ...itemsOf(body), ...(isNamed ? { type } : {}) };
};

/** Braces without a type, inside of others. */
const braces: Shape = (node) => (node.parent?.type === 'composite_literal' ? undefined : itemsOf(node));

/** In a struct the key is a field, in a map a value. */
const keyed: Shape = (node) => {
  const literal = node.parent?.parent;
  const type = literal?.type === 'composite_literal' ? fieldOf(literal, 'type') : undefined;
  const key = fieldOf(node, 'key');
  return { is: 'pair', key: key && unwrapped(key), value: fieldOf(node, 'value'), named: type?.type !== 'map_type' };
};

/** One value is what it is; several stand side by side. */
const expressions: Shape = (node) => (partsOf(node).length > 1 ? { is: 'sequence' } : undefined);

const values = (node: Node): Node[] => {
  const list = fieldOf(node, 'value');
  return list === undefined ? [] : [...partsOf(list)];
};

export const grammar: Grammar = {
  wasm: 'tree-sitter-go.wasm',
  shapes: {
    interpreted_string_literal: text,
    raw_string_literal: text,
    identifier: name,
    type_identifier: name,
    field_identifier: name,
    package_identifier: name,
    selector_expression: member('operand', 'field'),
    qualified_type: member('package', 'name'),
    index_expression: index('operand', 'index'),
    call_expression: call({ callee: 'function', arguments: 'arguments' }),
    composite_literal: composite,
    literal_value: braces,
    keyed_element: keyed,
    binary_expression: binary(),
    if_statement: choice('condition', 'consequence', 'alternative'),
    short_var_declaration: declaration('left', 'right'),
    assignment_statement: assignment(),
    const_spec: declaration('name', 'value'),
    var_spec: declaration('name', 'value'),
    expression_list: expressions,
    parameter_declaration: parameter(),
    range_clause: loop('left', 'right'),
    function_declaration: functionOf('name'),
    method_declaration: functionOf('name'),
    func_literal: functionOf(),
    expression_switch_statement: switchOf('value', (node) => partsOf(node).filter(({ type }) => type === 'expression_case' || type === 'default_case')),
    expression_case: caseOf(values),
    default_case: caseOf(() => []),
    return_statement: result,
    expression_statement: statement,
    field_declaration: statement,
    block,
    import_spec: imported,
    package_clause: statement,
    comment,
  },
  blockScoped: true,
  modules: goModules,
};

export const go: Language = {
  id: 'go',
  title: 'Go',
  mentions: /aws-sdk-go|aws-cdk-go|pulumi-aws|aws-lambda-go/,
  load: async () => (await import('../tree/front-end.ts')).treeFrontEnd(grammar),
};
