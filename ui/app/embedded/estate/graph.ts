import { management } from '../../../../graph/queries/iac-coverage.ts';
import { paths } from '../../../../graph/queries/paths.ts';
import { search } from '../../../../graph/queries/search.ts';
import { servicePath } from '../../../../graph/queries/service-path.ts';
import type { Resource } from '../../../../model/resource.ts';
import type { Hit, NodeInfo } from '../../client.ts';
import { one, pageOf } from '../query.ts';
import { requireNodes, requireService, type Known } from './known.ts';

/** Services, resources and ways between them. */
export function graphAnswers(known: Known) {
  const { view, services } = known;
  const hit = ({ id, name, resourceType, region, account }: Resource): Hit => ({ id, name, resourceType, ...(region === undefined ? {} : { region }), ...(account === undefined ? {} : { account }), service: services.of(id) });
  const node = (id: string): NodeInfo => {
    requireNodes(known, [id]);
    const resource = view.resource(id) as Resource;
    const { arn, attributes, tags, sources } = resource;
    const edges = { out: view.out(id).length, in: view.in(id).length, dangling: view.dangling(id).length };
    return { ...hit(resource), because: services.why(id).because, ...(arn === undefined ? {} : { arn }), attributes, tags, sources: sources.map(({ scanner, file, line }) => ({ scanner, ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) })), management: management(view)(resource), edges };
  };
  return {
    'snapshots/*/services': (query) => pageOf(services.all.map(({ id, basis, resources }) => ({ id, basis, resources: resources.length })), query),
    'snapshots/*/search': (query) => {
      const { items, ...page } = pageOf(search(view, one(query, 'text') ?? ''), query);
      return { ...page, items: items.map(hit) };
    },
    'snapshots/*/graph/node': (query) => node(one(query, 'id') ?? ''),
    'snapshots/*/graph/path': (query) => {
      const [from = '', to = ''] = requireNodes(known, [one(query, 'from') ?? '', one(query, 'to') ?? '']);
      return { paths: paths(view, { from, to, along: 'needs', limit: 1 }).map(({ nodes, steps }) => ({ nodes, steps: steps.map((step) => step.map(({ type }) => type)) })) };
    },
    'snapshots/*/graph/services/path': (query) => ({ services: servicePath(view, services, { from: requireService(known, one(query, 'from') ?? ''), to: requireService(known, one(query, 'to') ?? '') }) }),
  } satisfies Readonly<Record<string, (query: Parameters<typeof one>[0]) => unknown>>;
}
