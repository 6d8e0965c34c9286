import type { Role } from '../../../model/occurrence.ts';
import type { Node } from './node.ts';

/** Where an expression stands: its role and what receives it. */
export interface Position {
  readonly role: Role;
  readonly name?: string | undefined;
  /** Call that it reaches, directly or inside of objects and lists; or the object with a type that it is a member of. */
  readonly callee?: Node | undefined;
  readonly calleeName?: string | undefined;
  /** Expression that it is compared with or looked up in. */
  readonly against?: Node | undefined;
  readonly binding?: Binding | undefined;
  /** It is the source of a regular expression. */
  readonly pattern?: true | undefined;
  /** Call, or outermost object or list, that it is a part of: where its siblings are. */
  readonly whole?: Node | undefined;
}

/** A name that the value can be read from again, and the members from there down to the value. */
export interface Binding {
  /** The name where it is bound. */
  readonly of: Node;
  readonly path: readonly string[];
  /** The value is what a call of the name returns. */
  readonly returned?: true;
  /** The name holds settings that clients are made with. */
  readonly config?: true;
}

/** What has been learned on the way up. */
export interface Climb {
  /** Offset that the climb started from: it tells which part of a node is climbed out of, whatever is between. */
  readonly start: number;
  role?: Role | undefined;
  name?: string | undefined;
  /** Something that is called or made around the value, while it is still on its way to somewhere. */
  reached?: Pick<Position, 'callee' | 'calleeName' | 'whole'> | undefined;
  against?: Node | undefined;
  /** Member names passed, from the value outwards. */
  path: string[];
  config?: true;
  pattern?: true;
  whole?: Node | undefined;
  /** Number in the last list of values side by side. */
  place?: number;
  /** It is the result of a function without a name. */
  inFunction?: true;
}

export function ended({ role, name, reached, against, config, pattern, whole }: Climb, otherwise: Role, more: Partial<Position> = {}): Position {
  return {
    name,
    against,
    pattern,
    whole,
    ...reached,
    ...more,
    role: role ?? (config && reached ? 'argument' : otherwise),
  };
}
