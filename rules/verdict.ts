import type { Source } from '../model/source.ts';

/** What a verdict rests on. The engine adds the attributes that the rule needs; a rule adds what else it looked at. */
export interface Evidence {
  /** Attribute, edge or fact that was looked at: replicaRegions, replicates → arn:…, region data. */
  readonly what: string;
  /** What it said, ready to print. */
  readonly value: string;
  readonly source?: Source | undefined;
}

interface Details {
  readonly evidence?: readonly Evidence[];
}

export interface GapDetails extends Details {
  /** What to do for this very subject, where it is more than the rule's own `fix`. */
  readonly fix?: string;
  /** The strategy cannot be reached until this is closed, typically because a property cannot be changed later. */
  readonly blocking?: boolean;
  /** Ids of other resources that share the cause; one finding lists them all. */
  readonly also?: readonly string[];
}

export type Verdict =
  | ({ readonly state: 'ready'; readonly message?: string } & Details)
  | ({ readonly state: 'gap'; readonly message: string } & GapDetails)
  | ({ readonly state: 'unknown'; readonly message: string; readonly ask?: string } & Details)
  | ({ readonly state: 'exempt'; readonly message: string } & Details);

export type VerdictState = Verdict['state'];

export const verdictStates = ['gap', 'unknown', 'exempt', 'ready'] as const satisfies readonly VerdictState[];

/** Looked, and it is fine. */
export const ready = (message?: string, details: Details = {}): Verdict =>
  message === undefined ? { state: 'ready', ...details } : { state: 'ready', message, ...details };

/** Looked, and it stands in the way. The message names the subject and the target. */
export const gap = (message: string, details: GapDetails = {}): Verdict => ({ state: 'gap', message, ...details });

/** Could not look. `ask` names what would answer: a scanner, an IAM action, a parameter. */
export const unknown = (message: string, details: Details & { readonly ask?: string } = {}): Verdict => ({ state: 'unknown', message, ...details });

/** The rule does not bind this subject, for a stated reason. */
export const exempt = (message: string, details: Details = {}): Verdict => ({ state: 'exempt', message, ...details });
