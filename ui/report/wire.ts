import type { Outcome } from '../../model/simulation.ts';
import type { Severity, Strategy } from '../../model/intent.ts';
import type { Readiness, ServiceReadiness } from '../../model/readiness.ts';

/**
 * The report's data as it stands in the page: texts once in a dictionary, everything else as numbers that point into it. Number 0 is the
 * empty text and means "nothing". Columns of one table have one entry for each row.
 */
export interface Wire {
  readonly texts: readonly string[];
  readonly intent: { readonly home: readonly string[]; readonly target: string; readonly strategy: Strategy; readonly today: string };
  readonly rules: readonly WireRule[];
  readonly services: readonly WireService[];
  readonly subjects: WireSubjects;
  readonly verdicts: WireVerdicts;
  /** Lists of what, value, scanner, file, line, path, asOf – seven numbers for each piece of evidence. */
  readonly evidence: readonly (readonly number[])[];
  /** Code around findings: language, form, role, text, snippet, enclosing, scope – seven numbers for each. */
  readonly frames: readonly (readonly number[])[];
  /** Code that closes gaps. */
  readonly remedies: readonly WireRemedy[];
  readonly graph?: WireGraph;
}

export interface WireRemedy {
  readonly title: string;
  /** Pairs of a form's name and its text, as numbers of texts. */
  readonly forms: readonly number[];
  readonly limits: readonly string[];
}

export interface WireRule {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly severity: Severity;
  readonly why?: string;
  readonly fix?: string;
  /** What it costs to leave a gap open, for the strategy of the report. */
  readonly effect?: string;
  readonly links: readonly string[];
}

export type WireService = Pick<ServiceReadiness, 'id' | 'basis' | 'status' | 'counts' | 'severities' | 'score' | 'resources' | 'dependsOn' | 'wave'> & { readonly recovery?: WireOutlook };

/** What the loss of home would do to a service, ready to read. */
export interface WireOutlook {
  readonly lost: string;
  readonly outcome: Outcome;
  readonly why: readonly string[];
  readonly back: string;
  readonly loses: string;
  /** What decides the time, in order. */
  readonly path: readonly string[];
}

export interface WireSubjects {
  /** Title for people. */
  readonly title: readonly number[];
  /** Subject with its title replaced by a mark. */
  readonly subject: readonly number[];
  readonly service: readonly number[];
  readonly scanner: readonly number[];
  readonly file: readonly number[];
  readonly line: readonly number[];
  readonly path: readonly number[];
  readonly asOf: readonly number[];
}

export interface WireVerdicts {
  /** Pairs of a rule's index and how many verdicts in a row are its. */
  readonly ruleRuns: readonly number[];
  /** One digit for each verdict: index into verdictStates. */
  readonly state: string;
  /** One digit for each verdict: index into severities. */
  readonly severity: string;
  /** Difference to the subject of the verdict before. */
  readonly subject: readonly number[];
  readonly message: readonly number[];
  readonly evidence: readonly number[];
  /** Pairs of a verdict's index and a text, for those that have one. */
  readonly fix: readonly number[];
  readonly ask: readonly number[];
  /** What it costs to leave the gap open, where the strategy of its service makes it another text than the rule’s. */
  readonly effect: readonly number[];
  /** Pairs of a verdict's index and that of one that is to be closed before it; a verdict may have several. */
  readonly before: readonly number[];
  /** The change of the source that closes it, in words. */
  readonly edit: readonly number[];
  readonly targets: readonly number[];
  readonly resources: readonly number[];
  readonly frame: readonly number[];
  /** Pairs of a verdict's index and a remedy; a verdict may have several. */
  readonly remedy: readonly number[];
  /** First twelve digits of the fingerprint, for gaps and unknowns. */
  readonly mark: readonly number[];
  /** Indexes of verdicts. */
  readonly blocking: readonly number[];
  readonly baselined: readonly number[];
}

/** Part of the estate graph around the gaps. */
export interface WireGraph {
  readonly id: readonly number[];
  readonly name: readonly number[];
  readonly type: readonly number[];
  readonly region: readonly number[];
  readonly service: readonly number[];
  /** Edges that the node has in the estate. */
  readonly degree: readonly number[];
  /** Triples of from, to (ordinals of nodes) and kind of edge (a text). */
  readonly edges: readonly number[];
  readonly omitted: { readonly nodes: number; readonly edges: number };
}

/** Stands for the subject's title inside messages, subjects and evidence. Neither mark occurs in texts: `printable` spells them out. */
export const titleMark = '\u0001';
/** Stands for the path of the subject's own source inside the paths of its evidence. */
export const pathMark = '\u0002';
/** In place of a scanner, file or asOf that is the same as that of the subject's own source. */
export const sameAsSubject = -1;

export type ReportCounts = Readiness['counts'];
