import type { Comparison } from '../../model/comparison.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { Judgement, ServiceReadiness } from '../../model/readiness.ts';
import type { MigrationPlan } from '../../model/plan.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { BlindSpot } from '../../model/blind-spot.ts';
import type { Page, Problem, ReadinessSummary, SnapshotInfo } from '../../server/api.ts';

export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** A request that the server did not answer as wished. The message is for people. */
export class RequestFailed extends Error {
  readonly problem: Problem | undefined;
  constructor(message: string, problem?: Problem) {
    super(message);
    this.name = 'RequestFailed';
    this.problem = problem;
  }
}

/** A token that the server asks for is kept until the tab is closed. */
const tokenKey = 'regionready.token';
export const keepToken = (token: string): void => window.sessionStorage.setItem(tokenKey, token);

async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) for (const each of Array.isArray(value) ? (value as readonly string[]) : value === undefined || value === '' ? [] : [value]) search.append(key, String(each));
  const token = window.sessionStorage.getItem(tokenKey);
  const response = await fetch(`/api/${path}?${search.toString()}`, { headers: { accept: 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) }, ...(signal === undefined ? {} : { signal }) });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body as T;
  const problem = body as Problem | undefined;
  throw new RequestFailed([problem?.detail ?? `The server answered ${response.status}.`, problem?.hint].filter((part) => part !== undefined).join(' '), problem);
}

const of = (snapshot: string, path: string): string => `snapshots/${encodeURIComponent(snapshot)}/${path}`;

export interface RegionInfo { readonly code: string; readonly name: string; readonly partition: string; readonly status: string; readonly optIn: boolean | null; readonly zones?: number }
export interface RuleInfo { readonly id: string; readonly title: string; readonly category: string; readonly why: string; readonly fix: string }
export interface Hit { readonly id: string; readonly name: string; readonly resourceType: string; readonly region?: string }
export interface NodeInfo extends Hit { readonly service: string; readonly because?: string; readonly account?: string; readonly arn?: string; readonly attributes: Readonly<Record<string, unknown>>; readonly tags: Readonly<Record<string, string>>; readonly sources: readonly { readonly scanner: string; readonly file?: string; readonly line?: number }[]; readonly edges: { readonly out: number; readonly in: number; readonly dangling: number } }
export interface RemedyInfo { readonly remedies: number; readonly fix?: string; readonly texts: Readonly<Record<string, string>> }
export type Findings = Page<Judgement> & { readonly severities: Readonly<Record<string, number>> };

/** The server's API, as the pages ask it. */
export const client = {
  snapshots: (signal: AbortSignal) => get<Page<SnapshotInfo>>('snapshots', { limit: 100 }, signal),
  readiness: (snapshot: string, wish: Query, signal: AbortSignal) => get<ReadinessSummary>(of(snapshot, 'readiness'), wish, signal),
  services: (snapshot: string, query: Query, signal: AbortSignal) => get<Page<ServiceReadiness>>(of(snapshot, 'readiness/services'), query, signal),
  blindSpots: (snapshot: string, query: Query, signal: AbortSignal) => get<Page<BlindSpot>>(of(snapshot, 'readiness/blind-spots'), query, signal),
  findings: (snapshot: string, query: Query, signal: AbortSignal) => get<Findings>(of(snapshot, 'findings'), query, signal),
  remedies: (snapshot: string, { fingerprint, wish }: { readonly fingerprint: string; readonly wish: Query }, signal: AbortSignal) => get<RemedyInfo>(of(snapshot, `findings/${fingerprint}/remedies`), wish, signal),
  compare: (snapshot: string, query: Query, signal: AbortSignal) => get<Comparison>(of(snapshot, 'compare'), query, signal),
  plan: (snapshot: string, query: Query, signal: AbortSignal) => get<MigrationPlan>(of(snapshot, 'plan'), query, signal),
  simulate: (snapshot: string, query: Query, signal: AbortSignal) => get<Simulation>(of(snapshot, 'simulate'), query, signal),
  serviceGraph: (snapshot: string, query: Query, signal: AbortSignal) => get<GraphDocument>(of(snapshot, 'graph/services'), query, signal),
  neighbourhood: (snapshot: string, query: Query, signal: AbortSignal) => get<GraphDocument>(of(snapshot, 'graph/neighbourhood'), query, signal),
  node: (snapshot: string, id: string, signal: AbortSignal) => get<NodeInfo>(of(snapshot, 'graph/node'), { id }, signal),
  search: (snapshot: string, text: string, signal: AbortSignal) => get<Page<Hit>>(of(snapshot, 'search'), { text, limit: 20 }, signal),
  regions: (signal: AbortSignal) => get<Page<RegionInfo>>('regions', { limit: 100 }, signal),
  rules: (query: Query, signal: AbortSignal) => get<Page<RuleInfo>>('rules', query, signal),
};
