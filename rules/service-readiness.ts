import type { ServiceGraph } from '../graph/queries/service-graph.ts';
import type { Services } from '../graph/queries/services.ts';
import type { Wave } from '../graph/queries/waves.ts';
import { compareText } from '../model/json.ts';
import type { Judgement, RecoveryOutlook, ServiceReadiness } from '../model/readiness.ts';
import { countsOf, scoreOf, severitiesOf, statusOf } from './score.ts';

interface Input {
  readonly services: Services;
  readonly graph: ServiceGraph;
  readonly waves: readonly Wave[];
  readonly judgements: readonly Judgement[];
  readonly outlooks?: ReadonlyMap<string, RecoveryOutlook>;
}

/** Readiness of each service. Code that belongs to no service, and estate-wide verdicts, appear as services of their own. */
export function serviceReadiness({ services, graph, waves, judgements, outlooks }: Input): ServiceReadiness[] {
  const byService = Map.groupBy(judgements, ({ service }) => service);
  const waveOf = new Map(waves.flatMap((wave, index) => wave.flatMap((group) => group.map((id) => [id, index + 1] as const))));
  const known = new Map(services.all.map((service) => [service.id, service]));
  const ids = new Set([...known.keys(), ...[...byService.keys()].filter((id) => id !== 'estate')]);
  return [...ids].sort(compareText).map((id) => {
    const own = byService.get(id) ?? [];
    const service = known.get(id);
    const recovery = outlooks?.get(id);
    return {
      id,
      basis: service?.basis ?? 'none',
      status: statusOf(own, false),
      counts: countsOf(own),
      severities: severitiesOf(own),
      score: scoreOf(own),
      resources: service?.resources.length ?? 0,
      dependsOn: graph.needsOf(id),
      wave: waveOf.get(id) ?? 1,
      ...(recovery === undefined ? {} : { recovery }),
    };
  });
}
