import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BlindSpot } from '../../../model/blind-spot.ts';
import type { Fact, ResourceFact } from '../../../model/fact.ts';
import { scanAws, type AwsRequest } from '../../../scanner/aws/index.ts';

const silent = { began: () => undefined, ended: () => undefined, learned: () => undefined, stage: () => undefined };
/** Waits a thousandth of what it should. */
const hurried = { now: () => performance.now() * 1_000, sleep: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds / 1_000)) };

export interface Survey {
  /** Facts but blind spots, sorted and without repetition. */
  readonly facts: readonly Fact[];
  readonly lines: readonly string[];
  readonly blindSpots: readonly BlindSpot[];
  readonly resumable: boolean;
  readonly complete: boolean;
}

/** A request that nothing limits, of an account without any wish. */
export function scanRequest(endpointUrl: string, change: Partial<AwsRequest> = {}): AwsRequest & { dispose(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'regionready-survey-'));
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIA111122223333FAKE', AWS_SECRET_ACCESS_KEY: 'fake', AWS_REGION: 'us-east-1' });
  return {
    env: {}, accounts: [], regions: [], home: ['us-east-1'], targets: ['eu-west-1'], known: [], resume: false, tool: '0', endpointUrl, watch: silent, wanted: new Map(),
    maxAttempts: 1, clock: hurried,
    now: () => new Date('2026-11-21T00:00:00Z'),
    journal: join(folder, 'journal'),
    ...change,
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Scans to the end. */
export async function survey(request: AwsRequest): Promise<Survey> {
  const scan = await scanAws(request);
  const found = new Set<string>();
  for await (const line of scan.lines()) found.add(line);
  scan.finish();
  const lines = [...found].sort();
  return { lines, facts: lines.map((line) => JSON.parse(line) as Fact).filter(({ type }) => type !== 'blind-spot'), blindSpots: scan.blindSpots, resumable: scan.resumable, complete: scan.complete };
}

export const resourcesOf = ({ facts }: Pick<Survey, 'facts'>): ResourceFact[] => facts.filter((fact) => fact.type === 'resource');

/** What is said of each resource by all sources: values of its attributes as JSON. */
export function told(surveys: readonly Pick<Survey, 'facts'>[]): Map<string, Map<string, Set<string>>> {
  const found = new Map<string, Map<string, Set<string>>>();
  for (const { id, attributes } of surveys.flatMap(resourcesOf)) {
    const resource = found.get(id) ?? new Map<string, Set<string>>();
    found.set(id, resource);
    for (const [name, value] of Object.entries(attributes)) resource.set(name, (resource.get(name) ?? new Set()).add(JSON.stringify(value)));
  }
  return found;
}
