import { countArraysAsHeap } from '../../cli/memory.ts';
import { buildEstate } from '../../graph/build.ts';
import { needsOf } from '../../graph/needs.ts';
import { blastRadius } from '../../graph/queries/blast-radius.ts';
import { communities } from '../../graph/queries/communities.ts';
import { cycles } from '../../graph/queries/cycles.ts';
import { dataGravity } from '../../graph/queries/data-gravity.ts';
import { dependencyLevels } from '../../graph/queries/dependency-levels.ts';
import { neighbours } from '../../graph/queries/neighbours.ts';
import { paths } from '../../graph/queries/paths.ts';
import { regionClosure } from '../../graph/queries/region-closure.ts';
import { crossRegionPaths, crossRegionRequests } from '../../graph/queries/region-crossings.ts';
import { regionLoss } from '../../graph/queries/region-loss.ts';
import { serviceGraph } from '../../graph/queries/service-graph.ts';
import { services as servicesOf } from '../../graph/queries/services.ts';
import { sharedResources } from '../../graph/queries/shared-resources.ts';
import { singlePoints } from '../../graph/queries/single-points.ts';
import { waves } from '../../graph/queries/waves.ts';
import { viewOf } from '../../graph/view.ts';
import type { Fact } from '../../model/fact.ts';
import { estateFacts } from './estate-facts.ts';
import { stopwatch } from './stopwatch.ts';

/** One size of bench/graph.ts, in its own process: prints the times as JSON. */
const size = Number(process.argv[2]);
// As the command line does.
countArraysAsHeap();
const { time, median, report } = stopwatch();
let facts: readonly Fact[] = estateFacts(size).facts;
globalThis.gc?.();

/** Nothing is kept of the facts, as the commands keep nothing. */
function takeFacts(): readonly Fact[] {
  const taken = facts;
  facts = [];
  return taken;
}

const estate = time('build', () => buildEstate(takeFacts()));
const view = time('view', () => viewOf(estate));
const services = time('services', () => servicesOf(view, {}));
const graph = time('service graph', () => serviceGraph(view, services));
time('edges between services', () => graph.edges());
time('waves of services', () => waves(graph));
const { needs } = time('who needs whom', () => needsOf(view.adjacency));
time('levels of resources', () => dependencyLevels(needs));
time('cycles', () => cycles(view));
time('single points of failure', () => singlePoints(view));
time('shared resources', () => sharedResources(view, services));
time('data gravity', () => dataGravity(view, services));
time('cross-region requests', () => crossRegionRequests(view));
time('cross-region paths', () => crossRegionPaths(view));
time('loss of a region', () => regionLoss(view, services, 'eu-central-1'));
time('region closure of a service', () => regionClosure(view, services, { service: services.all[3]?.id ?? '', target: 'eu-central-1' }));
time('communities of the whole estate', () => communities(needs));

const ids = view.adjacency.ids;
const some = (count: number): string[] => Array.from({ length: count }, (_, index) => ids[Math.floor(((index + 0.5) * ids.length) / count)] ?? '');
median('one neighbourhood', some(101), (id) => neighbours(view, id, { depth: 2, limit: 300 }));
median('one blast radius', some(21), (id) => blastRadius(view, [id]));
median('three shortest paths', some(5), (id) => paths(view, { from: id, to: ids[0] ?? '', along: 'needs', limit: 3 }));
console.log(report({ resources: estate.resources.size, edges: estate.edges.length }));
