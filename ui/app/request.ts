import type { Problem } from '../../server/api.ts';

export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** A request that was not answered as wished. The message is for people. */
export class RequestFailed extends Error {
  readonly problem: Problem | undefined;
  constructor(message: string, problem?: Problem) {
    super(message);
    this.name = 'RequestFailed';
    this.problem = problem;
  }
}

export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Without /api/ before it. */
  readonly path: string;
  readonly query: Query;
  readonly body?: unknown;
  /** Media type of a body that is no JSON. */
  readonly type?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Whatever answers: the server, or data that came with the page. */
export type Transport = (asked: Asked) => Promise<unknown>;

let transport: Transport = overHttp;
/** What a report is about. */
export interface ReportSubject {
  readonly home: string;
  readonly target: string;
  readonly strategy: string;
  readonly [key: string]: string;
}

let subject: ReportSubject | undefined;
let estateKnown = true;
/** From now on this answers, out of data that came with the page; `estate`: that the estate is part of it. */
export const answerWith = (other: Transport, about: ReportSubject, estate: boolean): void => {
  transport = other;
  subject = about;
  estateKnown = estate;
};

/** What the report is about; undefined where a server answers. */
export const reportSubject = (): ReportSubject | undefined => subject;

/** Whether the page shows data that came with it: then nothing can be changed, and there is nothing beside it. */
export const isReport = (): boolean => subject !== undefined;

/** Whether the graph, the plan and losses can be shown: a report of a judgement alone has none. */
export const hasEstate = (): boolean => estateKnown;

/** A token that the server asks for is kept until the tab is closed. */
const tokenKey = 'regionready.token';
export const keepToken = (token: string): void => window.sessionStorage.setItem(tokenKey, token);
export const forgetToken = (): void => window.sessionStorage.removeItem(tokenKey);
export const hasToken = (): boolean => window.sessionStorage.getItem(tokenKey) !== null;

export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return (await transport({ method: 'GET', path, query, signal })) as T;
}

export async function send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, { query = {}, body, type }: { readonly query?: Query; readonly body?: unknown; readonly type?: string } = {}): Promise<T> {
  return (await transport({ method, path, query, ...(body === undefined ? {} : { body }), ...(type === undefined ? {} : { type }) })) as T;
}

/** `a=1&a=2`; empty values are left out. */
export function searchOf(query: Query): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) for (const each of Array.isArray(value) ? (value as readonly string[]) : value === undefined || value === '' ? [] : [value]) search.append(key, String(each));
  return search.size === 0 ? '' : `?${search.toString()}`;
}

export function authorization(): Readonly<Record<string, string>> {
  const token = window.sessionStorage.getItem(tokenKey);
  return token === null ? {} : { authorization: `Bearer ${token}` };
}

async function overHttp({ method, path, query, body, type, signal }: Asked): Promise<unknown> {
  const response = await fetch(`/api/${path}${searchOf(query)}`, {
    method,
    headers: { accept: 'application/json', ...authorization(), ...(body === undefined ? {} : { 'content-type': type ?? 'application/json' }) },
    ...(body === undefined ? {} : { body: type === undefined ? JSON.stringify(body) : (body as BodyInit) }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (response.status === 204) return undefined;
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  if (response.ok && !isJson) return response.text();
  const answer: unknown = isJson ? await response.json() : undefined;
  if (response.ok) return answer;
  const problem = answer as Problem | undefined;
  throw new RequestFailed([problem?.detail ?? `The server answered ${response.status}.`, problem?.hint].filter((part) => part !== undefined).join(' '), problem);
}
