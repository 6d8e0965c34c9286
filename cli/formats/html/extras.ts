import type { Rule } from '../../../rules/rule.ts';
import type { RemedyForm } from '../remedy/forms.ts';
import type { GraphExtract } from './graph-extract.ts';

/** What the report prints of a rule. A rule of the registry is one. */
export type RuleText = Pick<Rule, 'id' | 'title' | 'why' | 'fix' | 'effect' | 'links'>;

/** A table of facts that the judgement used besides the estate. */
export interface DataSource {
  readonly title: string;
  readonly source: string;
  /** Version of the source, where it has one. */
  readonly version?: string;
  /** Day on which the source was published, ISO 8601. */
  readonly date: string;
}

/** A remedy as the page shows it. */
export interface RemedyText {
  readonly title: string;
  readonly forms: readonly RemedyForm[];
  readonly limits: readonly string[];
}

/** What the report shows beyond the Readiness document. Whatever is left out is missing from the page, and the page says so. */
export interface ReportExtras {
  /** Name of the estate, for the headline. */
  readonly estate?: string;
  /** Why, fix and links of the rules. */
  readonly rules?: readonly RuleText[];
  /** Resources around the gaps, to explore. */
  readonly graph?: GraphExtract;
  /** Code that closes gaps, by fingerprint. */
  readonly remedies?: Readonly<Record<string, readonly RemedyText[]>>;
  readonly dataSources?: readonly DataSource[];
}
