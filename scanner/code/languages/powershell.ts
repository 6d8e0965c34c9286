import type { Language } from '../language.ts';
import type { Grammar, Shape } from '../tree/grammar.ts';
import { childOfType, childrenOf, partsOf, textOf, type Node } from '../tree/node.ts';
import { assignment, binary, caseOf, choice, collection, comment, functionOf, index, loop, mapOrList, member, name, ofTypes, pair, parameter, result, switchOf, text, unwrapped } from '../tree/shapes.ts';

const prints = /^(?:Write-(?:Host|Output|Verbose|Warning|Error|Debug|Information)|echo|throw)$/i;

/** Parameters stand before what they are given: -Region us-east-1, -Region:us-east-1. */
const command: Shape = (node) => {
  const its = childOfType(node, 'command_name');
  const list = childOfType(node, 'command_elements');
  const shown = its === undefined ? '' : textOf(its).slice(0, 80);
  const all: Node[] = [];
  const labels: (string | undefined)[] = [];
  let label: string | undefined;
  for (const part of list ? partsOf(list) : []) {
    if (part.type === 'command_parameter') label = textOf(part).slice(1, 80);
    else if (part.type !== 'command_argument_sep') {
      all.push(unwrapped(part));
      labels.push(label);
      label = undefined;
    }
  }
  return { is: 'call', callee: undefined, of: undefined, name: shown, arguments: all, labels, command: prints.test(shown) ? 'prints' : 'runs' };
};

/** Expressions are nested for all levels of precedence; those with one part only are looked through. */
const several = (shape: Shape): Shape => (node) => (partsOf(node).length > 1 ? shape(node) : undefined);

/** [ValidateSet("us-east-1", "eu-west-1")]. */
const attribute: Shape = (node) => {
  const list = childOfType(node, 'attribute_arguments');
  const all = list === undefined ? [] : partsOf(list).map(unwrapped);
  const its = childOfType(node, 'attribute_name');
  if (its !== undefined && /^ValidateSet$/i.test(textOf(its))) return { is: 'collection', kind: 'list', items: all };
  return { is: 'call', callee: its, of: undefined, name: undefined, arguments: all };
};

const invocation: Shape = (node) => {
  const [of, its] = partsOf(node);
  const list = childOfType(node, 'argument_list');
  const inner = list && partsOf(list)[0];
  return { is: 'call', callee: undefined, of, name: its === undefined ? undefined : textOf(its), arguments: inner ? partsOf(inner).map(unwrapped) : [] };
};

const grammar: Grammar = {
  wasm: 'tree-sitter-powershell.wasm',
  shapes: {
    expandable_string_literal: text,
    verbatim_string_characters: text,
    expandable_here_string_literal: text,
    verbatim_here_string_characters: text,
    generic_token: text,
    switch_clause_condition: text,
    variable: name,
    simple_name: name,
    member_name: name,
    type_literal: name,
    attribute_name: name,
    member_access: member(0, -1),
    element_access: index(0, -1),
    invokation_expression: invocation,
    command,
    attribute,
    array_literal_expression: several(collection('list', (node) => partsOf(node).map(unwrapped))),
    hash_literal_body: mapOrList(ofTypes('hash_entry')),
    hash_entry: pair((node) => partsOf(node)[0] && unwrapped(partsOf(node)[0] as Node), 1),
    comparison_expression: several(binary(0, 1, 2)),
    additive_expression: several((node) => ({ is: 'binary', left: partsOf(node)[0], operator: '+', right: partsOf(node).at(-1) })),
    assignment_expression: assignment({ target: (node) => unwrapped(partsOf(node)[0] ?? node), value: 'value', declares: true }),
    script_parameter: parameter((node) => childOfType(node, 'variable'), (node) => childOfType(node, 'script_parameter_default')),
    if_statement: choice('condition', (node) => childOfType(node, 'statement_block'), 'else_clause'),
    foreach_statement: loop((node) => childOfType(node, 'variable'), (node) => childrenOf(node).filter(({ type }) => type === 'pipeline')[0]),
    switch_statement: switchOf((node) => childOfType(node, 'switch_condition'), (node) => {
      const body = childOfType(node, 'switch_body');
      const clauses = body && childOfType(body, 'switch_clauses');
      return clauses ? childrenOf(clauses).filter(({ type }) => type === 'switch_clause') : [];
    }),
    switch_clause: caseOf(ofTypes('switch_clause_condition')),
    function_statement: functionOf((node) => childOfType(node, 'function_name')),
    flow_control_statement: result,
    function_name: name,
    statement_list: (node) => (node.parent?.type === 'program' ? { is: 'file' } : undefined),
    comment,
  },
  inserted: new Set(['variable', 'sub_expression']),
  variable: 'variable',
};

export const powershell: Language = {
  id: 'powershell',
  title: 'PowerShell',
  load: async () => (await import('../tree/front-end.ts')).treeFrontEnd(grammar),
};
