import type { Fact } from '../model/fact.ts';

export type IamAction = `${string}:${string}`;

/** Something that reads one part of the outside world and states facts. It judges nothing and knows no target. */
export interface Scanner<Scope> {
  readonly id: string;
  readonly title: string;
  /** Every AWS action it calls; docs/permissions.md and the IAM policy are printed from this. Empty for scanners of files. */
  readonly calls: readonly IamAction[];
  /** Failures become blind spots; it throws only where nothing at all can be read, as a UserError. */
  scan(scope: Scope): AsyncIterable<Fact>;
}

export const scanner = <Scope>(definition: Scanner<Scope>): Scanner<Scope> => definition;
