import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { gunzipSync } from 'node:zlib';
import { buildEstate } from '../../graph/build.ts';
import { estateDocument } from '../../graph/estate-document.ts';
import { estateFromDocument } from '../../graph/estate-from-document.ts';
import { picture, type PictureOptions } from '../../graph/queries/picture.ts';
import { services, type Services } from '../../graph/queries/services.ts';
import { viewOf, type EstateView } from '../../graph/view.ts';
import type { Fact } from '../../model/fact.ts';
import { groupings } from '../../model/picture.ts';
import { snapshotDecoder } from '../../model/snapshot.ts';
import { parseLoss } from '../../rules/simulation/loss.ts';
import { simulate } from '../../rules/simulation/simulate.ts';
import { plan } from '../../rules/plan/plan.ts';
import { anyEdges, viewOfEdges } from '../support/any-graph.ts';
import { shopSnapshot } from '../support/server.ts';

interface Read {
  readonly view: EstateView;
  readonly services: Services;
}

/** Through the text of the document, as a report has it. */
const again = ({ view, services: grouped }: Read): Read => estateFromDocument(JSON.parse(JSON.stringify(estateDocument(view, grouped))));

const sortedNames = ({ estate }: EstateView): unknown => [...estate.names()].map(([id, { factIds, identities }]) => [id, factIds.toSorted(), identities.map((each) => each.toLowerCase()).sort()]).sort();

const drawn: PictureOptions = { by: 'none', open: [], shown: [], around: { services: [], resources: [], depth: 1 }, types: [], confidences: [], nodes: 320, lines: 660 };
const intent = { home: ['eu-west-1'], target: 'eu-central-1', strategy: 'warm-standby', services: {}, exemptions: [], today: '2026-11-21' } as const;

describe('an estate as a document', () => {
  let shop: Read;
  before(async () => {
    const decoder = snapshotDecoder('shop');
    const facts = gunzipSync(await shopSnapshot()).toString().split('\n').flatMap((line): Fact[] => (line === '' ? [] : [decoder.line(line)].filter((fact) => fact !== undefined)));
    const view = viewOf(buildEstate(facts));
    shop = { view, services: services(view, {}) };
  });

  it('gives the same edges, services and names', () => {
    const { view, services: grouped } = again(shop);
    assert.deepEqual(view.estate.edges, shop.view.estate.edges);
    assert.deepEqual(grouped.all, shop.services.all);
    for (const resource of shop.view.estate.resources.values()) {
      assert.deepEqual(view.resource(resource.id), JSON.parse(JSON.stringify({ ...resource, evidence: {} })));
      assert.deepEqual(grouped.why(resource.id), shop.services.why(resource.id));
    }
    assert.deepEqual(sortedNames(view), sortedNames(shop.view));
    assert.ok([...shop.view.estate.names().values()].some(({ factIds, identities }) => factIds.length > 1 || identities.length > 2), 'the example has names that are not the usual ones');
  });

  it('resolves whatever the estate resolves', () => {
    const { view } = again(shop);
    const said = [...shop.view.estate.names()].flatMap(([id, { factIds, identities }]) => [...factIds.map((text) => `⟦${text}#arn⟧`), ...identities, id]);
    for (const text of [...said, ...shop.view.estate.dangling.map(({ to }) => to), 'nothing']) {
      for (const target of [undefined, 'AWS::S3::Bucket', 'AWS::DynamoDB::Table']) {
        assert.deepEqual(view.estate.resolve(text, { target }).map(({ id }) => id), shop.view.estate.resolve(text, { target }).map(({ id }) => id), text);
      }
    }
  });

  it('is drawn, planned and lost as the estate itself is', () => {
    const other = again(shop);
    const opened = shop.services.all.slice(0, 3).map(({ id }) => id);
    for (const by of groupings) assert.deepEqual(picture(other.view, other.services, { ...drawn, by, open: opened }), picture(shop.view, shop.services, { ...drawn, by, open: opened }));
    for (const text of ['eu-west-1', 'eu-central-1', 'zone:eu-west-1a', 'account:111122223333', 'service:dynamodb@eu-west-1', 'control-plane:iam']) {
      const lost = [parseLoss(text)].filter((loss) => loss !== undefined);
      const after = ({ view, services: grouped }: Read): object => simulate({ view, services: grouped, intent, target: intent.target, lost, code: [], tool: 'test' });
      assert.deepEqual(after(other), after(shop), text);
    }
    const planned = ({ view, services: grouped }: Read): object => plan({ view, services: grouped, judged: { judgements: [], blindSpots: [] }, intent, goal: 'move', tool: 'test' });
    assert.deepEqual(planned(other), planned(shop));
  });

  it('keeps any edges', () => {
    fc.assert(fc.property(anyEdges(), (edges) => {
      const view = viewOfEdges(edges);
      assert.deepEqual(again({ view, services: services(view, {}) }).view.estate.edges, view.estate.edges);
    }), { numRuns: 50 });
  });
});
