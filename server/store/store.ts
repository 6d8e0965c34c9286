import type { Readable } from 'node:stream';
import type { Annotation, AnnotationContent, AuditEntry, KeptReadiness, NewToken, NewWaiver, Page, Scope, SnapshotInfo, Token, Waiver } from '../api.ts';
import type { Job, JobEvent, NewScan, Scan } from '../jobs/api.ts';
import type { Strategy } from '../../model/intent.ts';
import type { EncodedReadiness } from '../kept-readiness.ts';

/** Who does something, and in which request. */
export interface Actor {
  readonly who: string;
  readonly request: string;
}

/** Which part of a list. */
export interface Part {
  readonly offset: number;
  readonly limit: number;
}

export interface SnapshotStore {
  /**
   * Reads a snapshot to its end, checks it and keeps it. Nothing is kept of one that is damaged or cut. One that is there already is
   * not kept twice. When this returns, the snapshot is on the disk. Throws RR301 to RR304.
   */
  put(source: Readable, given: { readonly name: string; readonly maxBytes: number }, actor: Actor): Promise<{ readonly snapshot: SnapshotInfo; readonly created: boolean }>;
  get(id: string): Promise<SnapshotInfo | undefined>;
  /** The text, compressed with gzip. Undefined where there is none. */
  read(id: string): Promise<Readable | undefined>;
  /** One of the pieces that the compressed text is kept in, from 0; undefined after the last. */
  chunk(id: string, place: number): Promise<Uint8Array | undefined>;
  /** Newest first. */
  list(part: Part): Promise<Page<SnapshotInfo>>;
  /** With everything that was kept of it. False where there is none. */
  remove(id: string, actor: Actor): Promise<boolean>;
}

export interface ReadinessStore {
  /** The same judgement of the same snapshot is kept once. */
  keep(readiness: EncodedReadiness, actor: Actor): Promise<{ readonly kept: KeptReadiness; readonly created: boolean }>;
  /** The judgement as it was encoded. */
  content(id: string): Promise<Uint8Array | undefined>;
  /** Newest first. */
  list(part: Part & { readonly snapshot?: string | undefined; readonly target?: string | undefined; readonly strategy?: Strategy | undefined }): Promise<Page<KeptReadiness>>;
}

/** An answer as it was computed, its body compressed with gzip. */
export interface EncodedAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Uint8Array;
}

/** What was dear to compute of a snapshot, so that a server that is started again has it. It can be computed anew: nothing is lost with it. */
export interface AnswerStore {
  get(key: string): Promise<EncodedAnswer | undefined>;
  /** `digest`: of all that the answer depends on beside the snapshot. Answers of the snapshot of another digest are dropped, and the oldest beyond a number. */
  keep(answer: EncodedAnswer & { readonly key: string; readonly snapshot: string; readonly digest: string }): Promise<void>;
  /** Remembers what people want of their estate: parameters of a request. */
  wish(wish: string): Promise<void>;
  /** Those that were asked for since, ISO 8601, the latest first. */
  wishes(since: string, limit: number): Promise<readonly string[]>;
}

export interface WaiverStore {
  add(waiver: NewWaiver, actor: Actor): Promise<Waiver>;
  /** Newest first, withdrawn ones too. */
  list(part: Part): Promise<Page<Waiver>>;
  /** Those that nobody withdrew, in the order in which they were made. */
  standing(): Promise<readonly Waiver[]>;
  withdraw(id: string, actor: Actor): Promise<'withdrawn' | 'was withdrawn' | 'unknown'>;
}

export interface AnnotationStore {
  set(service: string, content: AnnotationContent, actor: Actor): Promise<Annotation>;
  /** By service. */
  all(): Promise<readonly Annotation[]>;
  remove(service: string, actor: Actor): Promise<boolean>;
}

export interface TokenStore {
  /** `token` is the secret, of which only a hash is kept. Undefined where the name is taken. */
  make(token: NewToken, actor: Actor): Promise<(Token & { readonly token: string }) | undefined>;
  /** What a secret allows on a day; undefined where it is unknown or has expired. */
  find(secret: string, today: string): Promise<Token | undefined>;
  list(): Promise<readonly Token[]>;
  /** The last one with the scope admin stays: without it nobody could make another. */
  revoke(id: string, actor: Actor): Promise<'revoked' | 'last' | 'unknown'>;
}

/** A login that a browser has begun, until the identity provider sends it back. */
export interface BegunLogin {
  readonly verifier: string;
  readonly nonce: string;
  /** Path to go to afterwards. */
  readonly back: string;
}

export interface SessionStore {
  begin(login: BegunLogin & { readonly state: string }): Promise<void>;
  /** The login of a state, once. */
  take(state: string): Promise<BegunLogin | undefined>;
  /** The secret that the browser keeps; the store has its hash. */
  make(session: { readonly who: string; readonly scopes: readonly Scope[]; readonly seconds: number }, actor: Actor): Promise<string>;
  find(secret: string): Promise<{ readonly who: string; readonly scopes: readonly Scope[] } | undefined>;
  end(secret: string, actor: Actor): Promise<boolean>;
}

export interface ScanStore {
  /** Undefined where the name is taken. */
  define(scan: NewScan, actor: Actor): Promise<Scan | undefined>;
  /** By name. */
  list(part: Part): Promise<Page<Scan>>;
  get(id: string): Promise<Scan | undefined>;
  /** With its jobs; one that runs comes to nothing. What they made stays. */
  remove(id: string, actor: Actor): Promise<boolean>;
  /** Makes a job of every scan whose time has come. How many there were. */
  schedule(): Promise<number>;
}

/** A job as the process holds it that runs it. */
export interface Lease {
  readonly job: string;
  readonly worker: string;
  readonly attempt: number;
}

export type Outcome =
  | { readonly state: 'done'; readonly snapshot: string; readonly complete: boolean }
  | { readonly state: 'cancelled' }
  /** `final`: another attempt would fail alike. */
  | { readonly state: 'failed'; readonly problem: string; readonly final: boolean };

export interface JobStore {
  /** A job for a scan, or the one that waits or runs already; undefined where there is no such scan. */
  enqueue(scan: string, actor: Actor): Promise<Job | undefined>;
  /** Newest first. */
  list(part: Part & { readonly scan?: string | undefined }): Promise<Page<Job>>;
  get(id: string): Promise<Job | undefined>;
  /** In order, those after a place. */
  events(id: string, after: number): Promise<readonly JobEvent[]>;
  /** A queued job is cancelled at once, a running one as soon as its process sees it. */
  cancel(id: string, actor: Actor): Promise<'cancelled' | 'over' | 'unknown'>;
  /** A job whose time has come, held for so many milliseconds. Those that nobody renewed are free again. */
  claim(worker: string, leaseMs: number): Promise<Job | undefined>;
  renew(lease: Lease, leaseMs: number): Promise<'held' | 'cancel' | 'lost'>;
  /** Nothing where the job is not held any more. */
  tell(lease: Lease, event: Pick<JobEvent, 'kind' | 'text'>): Promise<void>;
  /** False where the job is not held any more: then nothing is written. */
  end(lease: Lease, outcome: Outcome): Promise<boolean>;
}

/** Everything that the server keeps. */
export interface Store {
  readonly snapshots: SnapshotStore;
  readonly readinesses: ReadinessStore;
  readonly answers: AnswerStore;
  readonly waivers: WaiverStore;
  readonly annotations: AnnotationStore;
  readonly tokens: TokenStore;
  readonly sessions: SessionStore;
  readonly scans: ScanStore;
  readonly jobs: JobStore;
  /** Newest first. */
  audit(part: Part): Promise<Page<AuditEntry>>;
  /** Resolves where the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
