import { fork } from 'node:child_process';
import type { Uncounted } from '../../scanner/aws/plan.ts';
import { kindOfType } from '../../scanner/kind-of-type.ts';
import { inventories } from '../../test/support/aws/inventories.ts';
import { fakeServer } from '../../test/support/aws/server.ts';
import { accountsOf, regionsOf, type Size } from './large-estate.ts';
import { mixedOrganization, owned, services } from './mixed-estate.ts';

export interface Announced {
  readonly least: number;
  readonly most: number;
  /** What the announcement comes to for the resources that nobody had counted. */
  readonly mostWithUncounted: number;
  /** Calls of the dry run itself, and of the scan. */
  readonly census: number;
  readonly made: number;
}

interface Told {
  readonly least: number;
  readonly most: number;
  readonly uncounted: readonly Uncounted[];
  readonly census: number;
  readonly made: number;
  readonly complete: boolean;
}

/** Scans accounts without an aggregator after a dry run. */
export async function scanAnnounced(size: Size): Promise<Announced> {
  const resources = owned(size);
  const organization = mixedOrganization(size);
  const unknown = new Set(accountsOf(size).filter((_, at) => at % 10 === 9));
  const aws = await fakeServer({ caller: organization.caller, handlers: [inventories({ ...organization, resources }), services(resources)] });
  try {
    const told = await new Promise<Told>((resolve, reject) => {
      const child = fork('bench/support/measure-announced.ts', [aws.url, regionsOf(size)[0] ?? ''], { env: { ...process.env, AWS_ACCESS_KEY_ID: `AKIA${organization.caller}`, AWS_SECRET_ACCESS_KEY: 'fake', AWS_REGION: regionsOf(size)[0] } });
      child.once('message', (message) => resolve(message as Told));
      child.once('exit', (code) => reject(new Error(`the scan ended with ${code}`)));
    });
    if (!told.complete) throw new Error('the scan was not complete');
    const forEach = new Map(told.uncounted.map(({ what, callsForEach }) => [what, callsForEach]));
    const uncounted = resources.filter(({ account, type }) => unknown.has(account) || type === 'AWS::Logs::LogGroup');
    return { ...told, mostWithUncounted: uncounted.reduce((sum, { type, tags }) => sum + (forEach.get(kindOfType(type)?.kind.id ?? '') ?? 0) + (tags === undefined ? 0 : 1), told.most) };
  } finally {
    await aws.close();
  }
}
