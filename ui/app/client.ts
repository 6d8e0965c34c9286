import type { Management } from '../../graph/queries/iac-coverage.ts';
import type { AvailabilityTable } from '../../model/availability-table.ts';
import type { BlindSpot } from '../../model/blind-spot.ts';
import type { Comparison } from '../../model/comparison.ts';
import type { ReadinessDifference, SnapshotDifference } from '../../model/difference.ts';
import type { FindingGroup } from '../../model/finding-query.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { MigrationPlan } from '../../model/plan.ts';
import type { Judgement, ServiceReadiness } from '../../model/readiness.ts';
import type { Outcome, Simulation } from '../../model/simulation.ts';
import type { Job, NewScan, Scan } from '../../server/jobs/api.ts';
import type { Annotation, AnnotationContent, KeptReadiness, NewWaiver, Page, ReadinessSummary, Scope, SettledIntent, SnapshotInfo, Waiver } from '../../server/api.ts';
import { get } from './ahead.ts';
import { send, type Query } from './request.ts';

export { keepToken, RequestFailed, type Query } from './request.ts';

const of = (snapshot: string, path: string): string => `snapshots/${encodeURIComponent(snapshot)}/${path}`;

/** Who asks, and what they may do; `access` says how the server knows. */
export interface Caller { readonly who: string; readonly scopes: readonly Scope[]; readonly access: 'open' | 'token' | 'login' }
export interface RegionInfo { readonly code: string; readonly name: string; readonly partition: string; readonly status: string; readonly optIn: boolean | null; readonly zones?: number; readonly opened?: string; readonly country?: string; readonly city?: string; readonly latitude?: number; readonly longitude?: number; readonly roundTrip?: { readonly from: string; readonly ms: number; readonly measured: boolean } }
export interface RuleInfo { readonly id: string; readonly title: string; readonly category: string; readonly severity: Readonly<Record<string, string>>; readonly why: string; readonly fix: string; readonly effect: Readonly<Record<string, string>>; readonly links: readonly string[] }
export interface Hit { readonly id: string; readonly name: string; readonly resourceType: string; readonly region?: string; readonly account?: string; readonly service: string }
export interface NodeInfo extends Hit { readonly because?: string; readonly arn?: string; readonly attributes: Readonly<Record<string, unknown>>; readonly tags: Readonly<Record<string, string>>; readonly sources: readonly { readonly scanner: string; readonly file?: string; readonly line?: number }[]; readonly management: Management; readonly disagreements?: Readonly<Record<string, readonly { readonly value: unknown; readonly source: { readonly scanner: string; readonly file?: string; readonly line?: number } }[]>>; readonly edges: { readonly out: number; readonly in: number; readonly dangling: number } }
export interface RemedyInfo { readonly remedies: number; readonly fix?: string; readonly texts: Readonly<Record<string, string>> }
export type Findings = Page<Judgement> & { readonly severities: Readonly<Record<string, number>> };
export type PlanPage = MigrationPlan & { readonly total: { readonly services: number; readonly foundations: number; readonly debt: number } };
export type SimulationPage = Simulation & { readonly outcomes: Readonly<Record<Outcome, number>>; readonly total: { readonly services: number; readonly stores: number; readonly steps: number; readonly silent: number } };

/** The server's API, as the pages ask it. */
export const client = {
  me: (signal: AbortSignal) => get<Caller>('me', {}, signal),
  logout: () => send<{ readonly provider?: string }>('POST', 'logout'),
  snapshots: (signal: AbortSignal) => get<Page<SnapshotInfo>>('snapshots', { limit: 500 }, signal),
  upload: (body: Blob, { name, type }: { readonly name: string; readonly type: string }) => send<SnapshotInfo>('POST', 'snapshots', { query: { name }, body, type }),
  removeSnapshot: (snapshot: string) => send<void>('DELETE', `snapshots/${snapshot}`),
  intent: (snapshot: string, wish: Query, signal: AbortSignal) => get<SettledIntent>(of(snapshot, 'intent'), wish, signal),
  readiness: (snapshot: string, wish: Query, signal: AbortSignal) => get<ReadinessSummary>(of(snapshot, 'readiness'), wish, signal),
  services: (snapshot: string, query: Query, signal: AbortSignal) => get<Page<ServiceReadiness>>(of(snapshot, 'readiness/services'), query, signal),
  /** Services as they are, by name: known without a judgement. */
  estateServices: (snapshot: string, query: Query, signal: AbortSignal) => get<Page<{ readonly id: string; readonly resources: number }>>(of(snapshot, 'services'), query, signal),
  blindSpots: (snapshot: string, query: Query, signal: AbortSignal) => get<Page<BlindSpot>>(of(snapshot, 'readiness/blind-spots'), query, signal),
  findings: (snapshot: string, query: Query, signal: AbortSignal) => get<Findings>(of(snapshot, 'findings'), query, signal),
  finding: (snapshot: string, { fingerprint, wish }: { readonly fingerprint: string; readonly wish: Query }, signal: AbortSignal) => get<Judgement>(of(snapshot, `findings/${encodeURIComponent(fingerprint)}`), wish, signal),
  groups: (snapshot: string, query: Query, signal: AbortSignal) => get<Page<FindingGroup>>(of(snapshot, 'findings/groups'), query, signal),
  document: (snapshot: string, query: Query, signal?: AbortSignal) => get<unknown>(of(snapshot, 'findings/document'), query, signal),
  remedies: (snapshot: string, { fingerprint, wish }: { readonly fingerprint: string; readonly wish: Query }, signal: AbortSignal) => get<RemedyInfo>(of(snapshot, `findings/${encodeURIComponent(fingerprint)}/remedies`), wish, signal),
  compare: (snapshot: string, query: Query, signal: AbortSignal) => get<Comparison>(of(snapshot, 'compare'), query, signal),
  availability: (snapshot: string, query: Query, signal: AbortSignal) => get<AvailabilityTable>(of(snapshot, 'availability'), query, signal),
  plan: (snapshot: string, query: Query, signal: AbortSignal) => get<PlanPage>(of(snapshot, 'plan'), query, signal),
  simulate: (snapshot: string, query: Query, signal: AbortSignal) => get<SimulationPage>(of(snapshot, 'simulate'), query, signal),
  difference: (snapshot: string, query: Query, signal: AbortSignal) => get<SnapshotDifference & { readonly total: number }>(of(snapshot, 'difference'), query, signal),
  gapsSince: (snapshot: string, query: Query, signal: AbortSignal) => get<ReadinessDifference & { readonly total: number }>(of(snapshot, 'readiness/difference'), query, signal),
  keep: (snapshot: string, wish: Readonly<Record<string, string>>) => send<KeptReadiness>('POST', of(snapshot, 'readinesses'), { body: Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== '')) }),
  kept: (query: Query, signal: AbortSignal) => get<Page<KeptReadiness>>('readinesses', query, signal),
  keptDifference: (readiness: string, query: Query, signal: AbortSignal) => get<ReadinessDifference & { readonly total: number }>(`readinesses/${encodeURIComponent(readiness)}/difference`, query, signal),
  resources: (snapshot: string, query: Query, signal: AbortSignal) => get<Page<Hit>>(of(snapshot, 'resources'), query, signal),
  serviceGraph: (snapshot: string, query: Query, signal: AbortSignal) => get<GraphDocument>(of(snapshot, 'graph/services'), query, signal),
  neighbourhood: (snapshot: string, query: Query, signal: AbortSignal) => get<GraphDocument>(of(snapshot, 'graph/neighbourhood'), query, signal),
  node: (snapshot: string, id: string, signal: AbortSignal) => get<NodeInfo>(of(snapshot, 'graph/node'), { id }, signal),
  search: (snapshot: string, text: string, signal: AbortSignal) => get<Page<Hit>>(of(snapshot, 'search'), { text, limit: 20 }, signal),
  regions: (signal: AbortSignal, from?: string) => get<Page<RegionInfo>>('regions', { limit: 500, from }, signal),
  rules: (query: Query, signal: AbortSignal) => get<Page<RuleInfo>>('rules', query, signal),
  rule: (id: string, signal: AbortSignal) => get<RuleInfo & { readonly page: string }>(`rules/${encodeURIComponent(id)}`, {}, signal),
  waivers: (query: Query, signal: AbortSignal) => get<Page<Waiver>>('waivers', query, signal),
  waive: (waiver: NewWaiver) => send<Waiver>('POST', 'waivers', { body: waiver }),
  withdraw: (id: string) => send<void>('DELETE', `waivers/${encodeURIComponent(id)}`),
  scans: (query: Query, signal: AbortSignal) => get<Page<Scan>>('scans', query, signal),
  defineScan: (scan: NewScan) => send<Scan>('POST', 'scans', { body: scan }),
  removeScan: (id: string) => send<void>('DELETE', `scans/${encodeURIComponent(id)}`),
  runScan: (id: string) => send<Job>('POST', `scans/${encodeURIComponent(id)}/jobs`),
  jobs: (query: Query, signal: AbortSignal) => get<Page<Job>>('jobs', query, signal),
  job: (id: string, signal: AbortSignal) => get<Job>(`jobs/${encodeURIComponent(id)}`, {}, signal),
  cancelJob: (id: string) => send<Job>('POST', `jobs/${encodeURIComponent(id)}/cancel`),
  annotations: (signal: AbortSignal) => get<Page<Annotation>>('annotations', { limit: 500 }, signal),
  annotate: (service: string, content: AnnotationContent) => send<Annotation>('PUT', `annotations/${encodeURIComponent(service)}`, { body: content }),
  removeAnnotation: (service: string) => send<void>('DELETE', `annotations/${encodeURIComponent(service)}`),
};
