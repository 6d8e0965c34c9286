import type { Language } from '../language.ts';
import type { Grammar, Shape } from '../tree/grammar.ts';
import { packageModules } from '../tree/modules/packages.ts';
import { around, childOfType, childrenOf, fieldOf, partsOf, syntaxOf, textOf, type Node } from '../tree/node.ts';
import { assignment, binary, caseOf, choice, classOf, collection, comment, enumMember, functionOf, index, inside, member, name, ofTypes, parameter, result, statement, switchOf, text, valuedBlock } from '../tree/shapes.ts';

const imported: Shape = (node) => {
  const [whole, alias] = partsOf(node);
  const path = textOf(whole ?? node);
  if (/\.\*/.test(textOf(node))) return { is: 'import', aliases: [], all: [path] };
  return { is: 'import', aliases: [{ local: alias === undefined ? path.slice(path.lastIndexOf('.') + 1) : textOf(alias), path }], all: [] };
};

/** `S3Client { region = "…" }`: the lambda sets members of what the call makes. */
function isSetting(lambda: Node): boolean {
  if (!partsOf(lambda).some(({ type }) => type === 'assignment')) return false;
  for (const at of around(lambda)) {
    if (at.type === 'annotated_lambda' || at.type === 'value_argument' || at.type === 'value_arguments') continue;
    const callee = at.type === 'call_expression' ? partsOf(at)[0] : undefined;
    return callee !== undefined && /(?:^|\.)(?:[A-Z]\w*|fromEnvironment|invoke|apply|also|build|config|copy|withConfig)$/.test(textOf(callee).slice(-60));
  }
  return false;
}

const lambda: Shape = (node) => (isSetting(node) ? { is: 'collection', kind: 'map', items: partsOf(node) } : { is: 'function', name: undefined, body: partsOf(node).at(-1) });

/** A member that is set in such a lambda is an entry of it. */
const assigned: Shape = (node) => {
  if (node.parent?.type === 'lambda_literal' && isSetting(node.parent)) return { is: 'pair', key: fieldOf(node, 'left'), value: fieldOf(node, 'right'), named: true };
  return assignment()(node);
};

const argument: Shape = (node) => {
  const [first, second] = partsOf(node);
  return second !== undefined && first?.type === 'identifier' && /^\s*=/.test(node.tree.text.slice(first.to, second.from)) ? { is: 'pair', key: first, value: second, named: true } : undefined;
};

const call: Shape = (node) => {
  const [callee, ...rest] = partsOf(node);
  const last = rest.find(({ type }) => type === 'annotated_lambda');
  const list = rest.find(({ type }) => type === 'value_arguments');
  return { is: 'call', callee, of: undefined, name: undefined, arguments: [...(list ? partsOf(list).map((each) => (syntaxOf(each) === undefined ? (partsOf(each)[0] ?? each) : each)) : []), ...(last ? partsOf(last) : [])] };
};

/** The value stands behind the sign, without a field. */
const property: Shape = (node) => {
  const parts = partsOf(node);
  const at = parts.findIndex(({ type }) => type === 'variable_declaration');
  const variable = parts[at];
  const value = parts.slice(at + 1).find(({ type }) => !/^(?:getter|setter|type_constraints|property_delegate)$/.test(type));
  const names = variable === undefined ? [] : partsOf(variable);
  return { is: 'assignment', target: names[0], value, operator: '=', declares: true, type: names[1] };
};

/** The default of a parameter stands beside it, in the list. */
const parameters: Shape = (node) => {
  const parts = partsOf(node);
  const defaults = parts.flatMap((value, number) => {
    const before = parts[number - 1];
    return value.type !== 'parameter' && before?.type === 'parameter' ? [{ name: partsOf(before)[0], value }] : [];
  });
  return { is: 'parameters', defaults };
};
const classParameter: Shape = (node) => {
  const parts = partsOf(node).filter(({ type }) => !/modifiers|annotation/.test(type));
  return { is: 'parameter', name: parts[0], type: parts[1], value: parts[2] };
};

const infix: Shape = (node) => {
  const [left, operator, right] = partsOf(node);
  if (operator !== undefined && textOf(operator) === 'to') return { is: 'pair', key: left, value: right };
  return { is: 'binary', left, operator: operator === undefined ? '' : textOf(operator), right };
};

const classLike: Shape = (node) => {
  const body = childOfType(node, 'enum_class_body');
  return body ? { is: 'enum', name: fieldOf(node, 'name'), members: childrenOf(body).filter(({ type }) => type === 'enum_entry') } : classOf()(node);
};

export const grammar: Grammar = {
  wasm: 'tree-sitter-kotlin.wasm',
  shapes: {
    string_literal: text,
    multiline_string_literal: text,
    identifier: name,
    user_type: name,
    navigation_expression: member(0, -1),
    index_expression: index(0, 1),
    call_expression: call,
    constructor_invocation: call,
    value_argument: argument,
    lambda_literal: lambda,
    collection_literal: collection('list'),
    infix_expression: infix,
    binary_expression: binary(),
    in_expression: binary('left', () => undefined, 'right'),
    if_expression: choice('condition', 1, 2),
    assignment: assigned,
    property_declaration: property,
    parameter: parameter(0, () => undefined, 1),
    class_parameter: classParameter,
    function_value_parameters: parameters,
    function_declaration: functionOf('name', ofFirst('function_body')),
    class_declaration: classLike,
    object_declaration: classOf(),
    enum_entry: enumMember(0, (node) => inside(-1, 'value_argument')(node)[0]),
    when_expression: switchOf((node) => childOfType(node, 'when_subject') && partsOf(childOfType(node, 'when_subject') as Node)[0], ofTypes('when_entry')),
    when_entry: caseOf((node) => childrenOf(node).filter(({ field }) => field === 'condition')),
    return_expression: result,
    throw_expression: statement,
    block: valuedBlock,
    import: imported,
    package_header: statement,
    line_comment: comment,
    block_comment: comment,
  },
  inserted: new Set(['interpolation']),
  insertedAt: (node) => node.type === 'string_content' && /^[A-Za-z_]/.test(textOf(node)) && node.tree.text.charAt(node.from - 1) === '$',
  blockScoped: true,
  bareMembers: true,
  self: /^(?:this|super)$/,
  isTooMuch: hasManyAngles,
  modules: packageModules(/^\s*package\s+([\w.]{1,200})/m),
};

function ofFirst(type: string) {
  return (node: Node): Node | undefined => childOfType(node, type);
}
/** Angle brackets in a row that people may write; the parser tries all of them as types and as comparisons. */
const mostAngles = 1_000;

/** Whether names and opening angle brackets follow each other without end: a<a<a<. */
function hasManyAngles(text: string): boolean {
  let row = 0;
  for (let at = text.indexOf('<'), last = at; at !== -1; last = at, at = text.indexOf('<', at + 1)) {
    row = /^[\w.,?\s]*$/.test(text.slice(last + 1, at)) ? row + 1 : 0;
    if (row > mostAngles) return true;
  }
  return false;
}

export const kotlin: Language = {
  id: 'kotlin',
  title: 'Kotlin',
  mentions: /aws\.sdk\.kotlin|software\.amazon|com\.amazonaws|com\.pulumi\.aws/,
  load: async () => (await import('../tree/front-end.ts')).treeFrontEnd(grammar),
};
