import type { Language } from '../language.ts';
import type { Grammar, Shape } from '../tree/grammar.ts';
import { pythonModules } from '../tree/modules/python.ts';
import { around, childOfType, childrenOf, fieldOf, partsOf, syntaxOf, textOf, type Node } from '../tree/node.ts';
import { assignment, binary, block, call, caseOf, choice, classOf, collection, comment, declaration, enumMember, file, functionOf, index, joined, loop, mapOrList, member, name, named, pair, parameter, result, sequence, statement, switchOf, text } from '../tree/shapes.ts';
import type { Alias } from '../tree/syntax.ts';

/** `import a.b as c`, `from a import b as c`. */
const imported: Shape = (node) => {
  const from = fieldOf(node, 'module_name');
  const module = from === undefined ? '' : textOf(from);
  const aliases = childrenOf(node).filter(({ field }) => field === 'name').map((each): Alias => {
    const its = textOf(fieldOf(each, 'name') ?? each);
    const local = textOf(fieldOf(each, 'alias') ?? each);
    const path = module === '' ? its : `${module}${module.endsWith('.') ? '' : '.'}${its}`;
    return fieldOf(each, 'alias') === undefined && module === '' ? { local: local.split('.', 1)[0] ?? local, path: local.split('.', 1)[0] ?? its } : { local, path };
  });
  return { is: 'import', aliases, all: childOfType(node, 'wildcard_import') ? [module] : [] };
};

const enumBase = /(?:^|[(\s,.])(?:\w*Enum|Flag)\b/;
const isEnum = (node: Node): boolean => enumBase.test(textOf(fieldOf(node, 'superclasses') ?? node).slice(0, 200));

/** A class that derives from Enum has members; others have attributes. */
const classLike: Shape = (node) => {
  if (fieldOf(node, 'superclasses') === undefined || !isEnum(node)) return classOf()(node);
  const body = fieldOf(node, 'body');
  const members = body === undefined ? [] : partsOf(body).flatMap((each) => partsOf(each).filter(({ type }) => type === 'assignment'));
  return { is: 'enum', name: fieldOf(node, 'name'), members };
};

const assigned: Shape = (node) => {
  const owner = node.parent?.parent?.parent;
  return owner?.type === 'class_definition' && syntaxOf(owner)?.is === 'enum' ? enumMember('left', 'right')(node) : declaration('left', 'right')(node);
};

const comparison: Shape = (node) => {
  const operator = childrenOf(node).find(({ field }) => field === 'operators');
  return { is: 'binary', left: partsOf(node)[0], operator: operator === undefined ? '' : textOf(operator), right: partsOf(node).at(-1) };
};

/** Literal["us-east-1", "eu-west-1"]. */
const subscripted: Shape = (node) => {
  const [first, ...keys] = partsOf(node);
  if (first === undefined || !/(?:^|\.)Literal$/.test(textOf(first))) return node.type === 'subscript' ? index('value', 'subscript')(node) : undefined;
  return { is: 'collection', kind: 'union', items: keys.flatMap((key) => (key.type === 'type_parameter' ? partsOf(key).flatMap(partsOf) : [key])) };
};

/** A block under __main__ of a file with a Lambda handler tries the handler out. */
function isTest(node: Node): boolean {
  for (const at of around(node)) {
    if (at.type !== 'if_statement') continue;
    const condition = fieldOf(at, 'condition');
    if (condition !== undefined && /__name__\s*==\s*["']__main__/.test(textOf(condition))) return /\bdef\s+\w*\s*\(\s*_?event\s*(?::[^,)]{1,40})?,\s*_?context\b/.test(at.tree.text);
  }
  return false;
}

export const grammar: Grammar = {
  wasm: 'tree-sitter-python.wasm',
  shapes: {
    string: text,
    concatenated_string: joined,
    identifier: name,
    dotted_name: member(0, -1),
    attribute: member('object', 'attribute'),
    subscript: subscripted,
    generic_type: subscripted,
    call: call({ callee: 'function', arguments: 'arguments' }),
    decorator: statement,
    keyword_argument: named('name', 'value'),
    pair: pair('key', 'value'),
    dictionary: collection('map'),
    list: mapOrList(),
    tuple: mapOrList(),
    set: collection('set'),
    binary_operator: binary(),
    boolean_operator: binary(),
    comparison_operator: comparison,
    conditional_expression: choice(1, 0, 2),
    if_statement: choice('condition', 'consequence', 'alternative'),
    assignment: assigned,
    augmented_assignment: assignment(),
    named_expression: declaration('name', 'value'),
    pattern_list: sequence,
    expression_list: sequence,
    default_parameter: parameter(),
    typed_default_parameter: parameter(),
    typed_parameter: parameter(0),
    for_statement: loop('left', 'right'),
    for_in_clause: loop('left', 'right'),
    function_definition: functionOf('name'),
    lambda: functionOf(),
    class_definition: classLike,
    match_statement: switchOf('subject', (node) => childrenOf(fieldOf(node, 'body') ?? node).filter(({ type }) => type === 'case_clause')),
    case_clause: caseOf((node) => partsOf(node).filter(({ type }) => type === 'case_pattern').flatMap(patterns)),
    return_statement: result,
    expression_statement: statement,
    raise_statement: statement,
    block,
    module: file,
    import_statement: imported,
    import_from_statement: imported,
    type: (node) => (node.parent?.type === 'type_parameter' ? undefined : { is: 'type' }),
    comment,
  },
  inserted: new Set(['interpolation']),
  self: /^(?:self|cls)$/,
  isTest,
  modules: pythonModules,
};

/** "a" | "b" of a case; none for `_`. */
function patterns(node: Node): readonly Node[] {
  const inner = partsOf(node);
  const [only] = inner;
  if (only?.type === 'union_pattern') return partsOf(only);
  return inner;
}

export const python: Language = {
  id: 'python',
  title: 'Python',
  mentions: /boto|aws_cdk|pulumi_aws|aws_lambda_powertools|aioboto/,
  load: async () => (await import('../tree/front-end.ts')).treeFrontEnd(grammar),
};
