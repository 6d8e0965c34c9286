import type { Services } from '../graph/queries/services.ts';
import type { EstateView } from '../graph/view.ts';
import type { Config } from '../model/config.ts';
import type { Judgement, Readiness } from '../model/readiness.ts';
import type { Remedy } from '../rules/remedy.ts';
import type { Rule } from '../rules/rule.ts';
import type { RuleSettings } from '../rules/settings.ts';
import type { ThreadPool } from './compute/pool.ts';
import type { OidcOptions } from './oidc/options.ts';
import type { Store } from './store/store.ts';

export interface Limits {
  /** Bytes of an upload as it arrives. */
  readonly uploadBytes: number;
  /** Bytes of a snapshot once decompressed. */
  readonly snapshotBytes: number;
  /** Uploads at the same time. */
  readonly uploads: number;
  /** Bytes of computed views that are kept in memory, by estimate. */
  readonly cacheBytes: number;
  /** Bytes of the server's own heap beyond which every request is put off; nine tenths of what it may take if not given. */
  readonly heapBytes?: number;
  /** Requests of one client in a minute. */
  readonly requestsPerMinute: number;
  /** Megabytes of the heap of each thread that computes. */
  readonly threadMegabytes: number;
  /** Requests that wait for threads, of each kind. */
  readonly waiting: number;
  /** Seconds that one request may be computed. */
  readonly computeSeconds: number;
  /** Streams of events at the same time. */
  readonly streams: number;
}

export const defaultLimits: Limits = { uploadBytes: 1024 ** 3, snapshotBytes: 4 * 1024 ** 3, uploads: 4, cacheBytes: 1024 ** 3, requestsPerMinute: 600, threadMegabytes: 4096, waiting: 200, computeSeconds: 300, streams: 100 };

/** Threads that compute. */
export interface Threads {
  /** Module that a thread runs, which serves with serveThread. */
  readonly entry: URL;
  /** What it is given, beside its start. */
  readonly data: unknown;
  /** How many there are at most that look at estates, and that judge them. */
  readonly sizes: Readonly<Record<Lane, number>>;
}

/** browse: what is looked up in an estate, in milliseconds · judge: what may take seconds. They do not wait for each other. */
export type Lane = 'browse' | 'judge';

/** Files of the pages by their paths: /index.html, /assets/…. */
export type Pages = ReadonlyMap<string, { readonly type: string; readonly body: Buffer }>;

/** A readiness as a file. */
export interface WrittenDocument {
  /** Media type. */
  readonly type: string;
  readonly extension: string;
  write(readiness: Readiness, estate: { readonly view: EstateView; readonly services: Services }): Promise<string>;
}

/** All that the server is told at its start. It reads no file, environment or clock for a verdict itself. */
export interface ServerOptions {
  readonly store: Store;
  readonly rules: ReadonlyMap<string, Rule>;
  /** Page of a rule as Markdown. */
  readonly rulePage: (rule: Rule) => string;
  /** The code of remedies by format: cloudformation, terraform, cli. */
  readonly remedyTexts: (gap: Judgement, remedies: readonly Remedy[]) => Promise<Readonly<Record<string, string>>>;
  /** Documents that findings are handed out as, by the name of their format. */
  readonly documents: Readonly<Record<string, WrittenDocument>>;
  readonly config: Config;
  /** Settings of code rules by file, where they differ. */
  readonly settingsOf?: ((file: string) => RuleSettings) | undefined;
  /** Version of regionready. */
  readonly tool: string;
  /** The same where rules judge the same: what was kept by a program of another one is computed anew. */
  readonly program?: string | undefined;
  /** Day of the judgements, ISO 8601. */
  readonly today: () => string;
  /** `open`: whoever reaches the address may do everything; for loopback only. `token`: every request needs a bearer token. */
  readonly access: 'open' | 'token';
  /** How people sign in, beside tokens. */
  readonly oidc?: OidcOptions | undefined;
  readonly limits: Limits;
  /** Where estates are computed; undefined for the server's own thread, which then answers nobody else meanwhile. */
  readonly threads?: ThreadPool | undefined;
  /** Undefined where they were not built. */
  readonly pages?: Pages | undefined;
  /** Where the log goes, a JSON document on each line; nowhere if not given. */
  readonly log?: { write(line: string): void } | undefined;
}
