import { edgeTypeNames, type EdgeType } from '../../model/edge.ts';
import { compareText } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import type { EstateView } from '../view.ts';
import { uncopiedUses, type UncopiedUse } from './copies.ts';
import { cycles, type Cycle } from './cycles.ts';
import { dataGravity, type DataGravity } from './data-gravity.ts';
import { drift, type Drift } from './drift.ts';
import { iacCoverage, unmanaged, type IacCoverage } from './iac-coverage.ts';
import { crossRegionPaths, crossRegionRequests, type CrossRegionPath } from './region-crossings.ts';
import { regionLoss, type ServiceLoss } from './region-loss.ts';
import type { Service, Services } from './services.ts';
import { sharedResources, type SharedResource } from './shared-resources.ts';
import { singlePoints, type SinglePoint } from './single-points.ts';

/** What stands out in an estate, whatever region it is judged for. */
export interface Overview {
  readonly resources: number;
  readonly edges: readonly (readonly [EdgeType, number])[];
  readonly dangling: number;
  readonly services: readonly Service[];
  readonly shared: readonly SharedResource[];
  readonly singlePoints: readonly SinglePoint[];
  readonly cycles: readonly Cycle[];
  readonly gravity: readonly DataGravity[];
  readonly requestsAbroad: number;
  readonly pathsAbroad: readonly CrossRegionPath[];
  /** By region, the state that the loss of it leaves services in, and the data that would be lost with it. */
  readonly losses: readonly RegionSummary[];
  /** By region that was asked for, who reads or writes data that has no copy there. */
  readonly uncopied: readonly (readonly [region: string, uses: readonly UncopiedUse[]])[];
  /** Services of which something runs, with how much of it is declared. */
  readonly declared: readonly IacCoverage[];
  readonly undeclared: readonly Resource[];
  readonly drift: readonly Drift[];
}

export interface RegionSummary {
  readonly region: string;
  readonly services: Readonly<Record<ServiceLoss, number>>;
  readonly data: Readonly<Record<'copied' | 'lost' | 'unknown', number>>;
}

/** `targets` are the regions that copies are looked for in. */
export function overview(view: EstateView, services: Services, targets: readonly string[] = []): Overview {
  const { resources, dangling } = view.estate;
  const counts = new Uint32Array(edgeTypeNames.length);
  for (const code of view.adjacency.types) counts[code] = (counts[code] ?? 0) + 1;
  const regions = new Set([...resources.values()].flatMap(({ region }) => (region === undefined || region === 'global' ? [] : [region])));
  return {
    resources: resources.size,
    edges: edgeTypeNames.map((type, code) => [type, counts[code] ?? 0] as const).filter(([, count]) => count > 0).sort(([a, m], [b, n]) => n - m || compareText(a, b)),
    dangling: dangling.length,
    services: services.all,
    shared: sharedResources(view, services),
    singlePoints: singlePoints(view),
    cycles: cycles(view),
    gravity: dataGravity(view, services),
    requestsAbroad: crossRegionRequests(view).length,
    pathsAbroad: crossRegionPaths(view),
    losses: [...regions].sort(compareText).map((region) => summaryOf(view, services, region)),
    uncopied: targets.map((region) => [region, uncopiedUses(view, region)] as const),
    declared: iacCoverage(view, services).filter(({ share }) => share !== undefined),
    undeclared: unmanaged(view),
    drift: drift(view),
  };
}

function summaryOf(view: EstateView, services: Services, region: string): RegionSummary {
  const loss = regionLoss(view, services, region);
  const states = { untouched: 0, switches: 0, impaired: 0, down: 0 };
  for (const { state } of loss.services) states[state]++;
  const data = { copied: 0, lost: 0, unknown: 0 };
  for (const { state } of loss.data) data[state]++;
  return { region, services: states, data };
}
