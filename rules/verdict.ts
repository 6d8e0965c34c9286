import type { Severity } from '../model/intent.ts';
import type { Edit, Evidence } from '../model/readiness.ts';

interface Details {
  /** What else the check looked at; the engine adds the attributes that the rule needs. */
  readonly evidence?: readonly Evidence[];
}

export interface GapDetails extends Details {
  /** What to do for this very subject, where it is more than the rule's own `fix`. */
  readonly fix?: string;
  /** The strategy cannot be reached until this is closed, typically because a property cannot be changed later. */
  readonly blocking?: boolean;
  /** Target regions in which it holds, for code rules; all of them if not given. */
  readonly targets?: readonly string[];
  /** For code rules: how bad this gap is, where it is worse than the rule's severity. A severity that the configuration sets wins. */
  readonly severity?: Severity;
  /** For code rules: it is no worse than this, whatever the rule's severity. A severity that the configuration sets wins. */
  readonly atMost?: Severity;
  /** For code rules: the change of the source text that closes it. */
  readonly edit?: Edit;
}

export type Verdict =
  | ({ readonly state: 'ready'; readonly message?: string } & Details)
  | ({ readonly state: 'gap'; readonly message: string } & GapDetails)
  | ({ readonly state: 'unknown'; readonly message: string; readonly ask?: string } & Details)
  | ({ readonly state: 'exempt'; readonly message: string } & Details);

/** Looked, and it is fine. */
export const ready = (message?: string, details: Details = {}): Verdict =>
  message === undefined ? { state: 'ready', ...details } : { state: 'ready', message, ...details };

/** Looked, and it stands in the way. The message names the subject and the target. */
export const gap = (message: string, details: GapDetails = {}): Verdict => ({ state: 'gap', message, ...details });

/** Could not look. `ask` names what would answer: a scanner, an IAM action, a parameter. */
export const unknown = (message: string, details: Details & { readonly ask?: string } = {}): Verdict => ({ state: 'unknown', message, ...details });

/** The rule does not bind this subject, for a stated reason. */
export const exempt = (message: string, details: Details = {}): Verdict => ({ state: 'exempt', message, ...details });
