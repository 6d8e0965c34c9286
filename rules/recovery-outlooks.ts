import type { ServiceGraph } from '../graph/queries/service-graph.ts';
import type { Services } from '../graph/queries/services.ts';
import type { EstateView } from '../graph/view.ts';
import type { Intent } from '../model/intent.ts';
import type { RecoveryOutlook } from '../model/readiness.ts';
import { outcomes } from '../model/simulation.ts';
import { simulate } from './simulation/simulate.ts';

interface Input {
  readonly view: EstateView;
  readonly services: Services;
  readonly graph: ServiceGraph;
  readonly intent: Intent;
  readonly tool: string;
}

/** What the loss of each home region would do to each service, the worst of them kept. */
export function recoveryOutlooks({ view, services, graph, intent, tool }: Input): ReadonlyMap<string, RecoveryOutlook> {
  const worst = new Map<string, RecoveryOutlook>();
  for (const lost of intent.home) {
    const { services: found } = simulate({ view, services, graph, intent, target: intent.target, lost: [{ kind: 'region', value: lost }], code: [], tool });
    for (const { id, outcome, why, rto, rpo, counts } of found) {
      if (counts.lost + counts.replaced + counts.stopped + counts.degraded === 0 && outcome === 'survives') continue;
      const known = worst.get(id);
      if (known === undefined || outcomes.indexOf(outcome) < outcomes.indexOf(known.outcome)) worst.set(id, { lost, outcome, why, rto, rpo });
    }
  }
  return worst;
}
