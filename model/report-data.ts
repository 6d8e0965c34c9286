import type { AvailabilityTable } from './availability-table.ts';
import type { Readiness } from './readiness.ts';

/** What the pages show where no server answers: a judgement, and what stands around it. Nothing that is not in it is shown. */
export interface ReportData {
  /** Name of the estate. */
  readonly name: string;
  readonly readiness: Readiness;
  /** Rules that judged. */
  readonly rules: readonly ReportRule[];
  readonly regions: readonly ReportRegion[];
  /** Missing where the estate was not at hand. */
  readonly availability?: AvailabilityTable;
  readonly resources: ReportResources;
  /** Code that closes a gap, by fingerprint and then by format. */
  readonly remedies: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface ReportRule {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly severity: Readonly<Record<string, string>>;
  readonly why: string;
  readonly fix: string;
  /** By strategy. */
  readonly effect: Readonly<Record<string, string>>;
  readonly links: readonly string[];
  /** Markdown. */
  readonly page: string;
}

export interface ReportRegion {
  readonly code: string;
  readonly name: string;
  readonly partition: string;
  readonly status: string;
  readonly optIn: boolean | null;
  readonly zones?: number;
  readonly opened?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly roundTrip?: { readonly from: string; readonly ms: number; readonly measured: boolean };
}

/** Columns of one table, a row for each resource; region, account and service are places in `texts`, of which the first is empty and means that nobody told. */
export interface ReportResources {
  readonly texts: readonly string[];
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly type: readonly number[];
  readonly region: readonly number[];
  readonly account: readonly number[];
  readonly service: readonly number[];
}
