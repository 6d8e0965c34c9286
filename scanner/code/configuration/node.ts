import type { Stretch } from '../language.ts';

/**
 * What a configuration file says, in one form for all formats: YAML, JSON, TOML, HCL, lines of key and value. Functions of a template
 * language are told by what they do with their parts.
 */
export type DataNode = MapNode | ListNode | TextNode | JoinNode | CompareNode | ChooseNode | LookupNode | CallNode | OtherNode;

export interface MapNode extends Stretch {
  readonly kind: 'map';
  readonly members: readonly Member[];
  /** Settings beside each other, whose names say what each is: a block of HCL, a file of key = value. No map that is looked up in. */
  readonly record?: true;
}

export interface Member {
  readonly key: TextNode;
  readonly value: DataNode | undefined;
  /** Set where the member opens a block of HCL: its type and labels. */
  readonly block?: readonly string[];
  /** Of a resource or module whose last label spells a region or zone: that part of it, as the region is written elsewhere. */
  readonly named?: TextNode;
}

export interface ListNode extends Stretch {
  readonly kind: 'list';
  readonly items: readonly DataNode[];
}

/** A scalar. Its source can be longer than its text: quotes, escapes, margins. */
export interface TextNode extends Stretch {
  readonly kind: 'text';
  readonly text: string;
  /** Neither a number, a truth value nor nothing. */
  readonly string: boolean;
  /** Spread over lines, as programs are. */
  readonly block?: true;
  /** Its stretch is its text, unchanged. */
  readonly exact?: true;
  /** Values are filled into it by the template language: `${AWS::Region}`. */
  readonly filled?: true;
}

/** Parts that make one text; what is no text stands for a value that is filled in. */
export interface JoinNode extends Stretch {
  readonly kind: 'join';
  readonly parts: readonly DataNode[];
  readonly separator: string;
}

/** Parts that are compared with each other. */
export interface CompareNode extends Stretch {
  readonly kind: 'compare';
  readonly parts: readonly DataNode[];
}

/** One of several values; the condition, if any, comes first. */
export interface ChooseNode extends Stretch {
  readonly kind: 'choose';
  readonly condition: DataNode | undefined;
  readonly parts: readonly DataNode[];
  /** The parts are tried in turn, so that the last one is what is taken where the others are missing. */
  readonly inTurn: boolean;
}

/** An entry of a map, with what is taken where it has none. */
export interface LookupNode extends Stretch {
  readonly kind: 'lookup';
  readonly of: DataNode | undefined;
  readonly keys: readonly DataNode[];
  readonly fallback: DataNode | undefined;
}

export interface CallNode extends Stretch {
  readonly kind: 'call';
  readonly callee: string;
  readonly parts: readonly DataNode[];
}

/** A reference, or an expression that is only looked through. */
export interface OtherNode extends Stretch {
  readonly kind: 'other';
  /** What it refers to or its source: AWS::Region, var.region. */
  readonly source: string;
  readonly parts: readonly DataNode[];
}

/** A document, and what is not program in its file. */
export interface DataDocument {
  readonly roots: readonly DataNode[];
  isInComment(offset: number): boolean;
  readonly problem?: string | undefined;
  /** Where the structure ends that could be made out; lines are read from there on. */
  readonly brokenFrom?: number | undefined;
  /** Every node stands inside of the one that it is a part of. */
  readonly nested?: boolean;
}


/** Members of a map by name; the last one of a name counts. */
export function memberOf(node: DataNode | undefined, ...names: readonly string[]): Member | undefined {
  return node?.kind === 'map' ? node.members.findLast(({ key }) => names.includes(key.text)) : undefined;
}

/** Text of a member, where it is a plain one. */
export function textOf(node: DataNode | undefined, ...names: readonly string[]): string | undefined {
  const value = memberOf(node, ...names)?.value;
  return value?.kind === 'text' ? value.text : undefined;
}

export function partsOf(node: DataNode): readonly DataNode[] {
  switch (node.kind) {
    case 'map': return node.members.flatMap(({ key, value }) => (value ? [key, value] : [key]));
    case 'list': return node.items;
    case 'text': return [];
    case 'choose': return node.condition ? [node.condition, ...node.parts] : node.parts;
    case 'lookup': return [...(node.of ? [node.of] : []), ...node.keys, ...(node.fallback ? [node.fallback] : [])];
    default: return node.parts;
  }
}
