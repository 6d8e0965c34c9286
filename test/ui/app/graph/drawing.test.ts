import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import type { Picture, PictureNode, PictureOverlay } from '../../../../model/picture.ts';
import { drawingOf, type Drawing } from '../../../../ui/app/graph/drawing/drawing.ts';
import { planOf } from '../../../../ui/app/graph/layout/plan-of.ts';
import { coloursOf, fateOf } from '../../../../ui/app/graph/drawing/overlay.ts';
import { svgOf } from '../../../../ui/app/graph/drawing/svg.ts';
import { fitted, shortened, widthOf } from '../../../../ui/app/graph/drawing/text.ts';
import { light, mixed } from '../../../../ui/app/graph/drawing/tones.ts';
import { layOut } from '../../../../ui/app/graph/layout/lay-out.ts';
import { nextStop, stopsOf } from '../../../../ui/app/graph/stage/stops.ts';
import { onPath } from '../../../../ui/app/graph/state/on-path.ts';
import { omittedText, verbOf } from '../../../../ui/app/graph/words.ts';
import { attacks } from '../../../support/hostile.ts';

const service = (name: string): PictureNode => ({ id: `s:${name}@`, what: 'service', name, service: name, group: '', resources: 2, regions: [] });
const resource = (name: string, box: string): PictureNode => ({ id: `r:${name}`, what: 'resource', name, service: box, group: '', box: `s:${box}@`, resource: name, type: 'AWS::SQS::Queue', resources: 1 });
const line = (from: string, to: string, types: Picture['lines'][number]['types'] = { reads: 1 }): Picture['lines'][number] => ({ from, to, count: 1, types, confidences: { declared: 1 } });
const pictureOf = (nodes: readonly PictureNode[], lines: Picture['lines'], part: Partial<Picture> = {}): Picture => ({ by: 'none', groups: [], boxes: [], nodes: [...nodes], lines, omitted: { services: 0, resources: 0, lines: 0 }, total: { services: 2, resources: 4, edges: 3 }, ...part });
const closed = pictureOf([service('a'), service('b')], [line('s:a@', 's:b@')]);
const open = pictureOf([service('a'), resource('b1', 'b'), resource('b2', 'b')], [line('s:a@', 'r:b1'), line('r:b2', 'r:b1', { triggers: 1 })], { boxes: [{ id: 's:b@', service: 'b', group: '', resources: 2 }] });
const draw = (picture: Picture, laid?: PictureOverlay): Drawing => drawingOf(picture, layOut(planOf(picture)), coloursOf('findings', picture, laid));

describe('a drawing', () => {
  it('keeps the ids and links of services that are opened, so that they open where they stand', () => {
    const shape = (picture: Picture): unknown => ({ units: planOf(picture).units.map(({ id }) => id), links: planOf(picture).links });
    assert.deepEqual(shape(open), shape(closed));
    assert.deepEqual(planOf(open).units[1]?.inside?.links, [{ from: 'r:b1', to: 'r:b2', weight: 1 }], 'from who needs to what is needed');
  });

  it('lets lines end at the sides of what they connect', () => {
    const { cards, wires } = draw(closed);
    const [a, b] = cards.map(({ rect }) => rect);
    assert.deepEqual([wires[0]?.points[0].x, wires[0]?.points[3].x], [(a?.x ?? 0) + (a?.width ?? 0), b?.x]);
  });

  it('goes out as well-formed SVG without scripts, whatever names hold', () => {
    const hostile = draw(pictureOf(attacks.map((name, index) => ({ ...service(name), id: `s:${index}` })), [line('s:0', 's:1')]));
    const { text } = svgOf(hostile, light, { title: attacks.join(' ') });
    const errors: string[] = [];
    const document = new DOMParser({ onError: (level, message) => void (level === 'warning' || errors.push(message)) }).parseFromString(text, 'image/svg+xml');
    assert.deepEqual(errors, []);
    for (const tag of ['script', 'img', 'foreignObject', 'a', 'style']) assert.equal(document.getElementsByTagName(tag).length, 0);
    const all = Array.from(document.getElementsByTagName('*'));
    for (const element of all) for (const { name } of Array.from(element.attributes)) assert.doesNotMatch(name, /^on|href/);
  });

  it('says in words what it says in colours', () => {
    const told = { unknown: 0, inTarget: {}, owners: [{ owner: 'one', resources: 3 }] };
    const laid: PictureOverlay = { nodes: { 's:a@': { ...told, gaps: { critical: 2, low: 1 }, worst: 'critical', inTarget: { missing: 1, copied: 4 } }, 's:b@': { ...told, gaps: {}, unknown: 3, owners: [] } } };
    const said = (overlay: Parameters<typeof coloursOf>[0]): string[] => ['s:a@', 's:b@', 's:none@'].map((id) => Object.values(coloursOf(overlay, closed, laid).ofNode(id)).join(' '));
    assert.deepEqual(said('findings'), ['bad 2 critical', 'unknown 3 unknown', 'plain ']);
    assert.deepEqual(said('ownership'), ['owner0 one', 'unknown no owner', 'plain ']);
    assert.equal(said('replication')[0], 'bad 1 without a copy');
    const far = { ...closed, lines: [{ ...line('s:a@', 's:b@'), crossing: { count: 1, from: 'x', to: 'y', ms: 55.4, basis: 'measured' as const } }] };
    assert.deepEqual(coloursOf('latency', far, undefined).ofNode('s:a@'), { tone: 'warn', text: '55 ms' });
    const fate = { untouched: 1, lost: 0, replaced: 0, stopped: 2, degraded: 1, step: 2 };
    assert.deepEqual([fateOf(fate, 1), fateOf(fate, 2)], [{ tone: 'dim', text: '' }, { tone: 'warn', text: '2 stopped' }]);
    assert.equal(mixed('#ff0000', '#0000ff', 0.5), '#800080');
  });

  it('is walked through by the arrow keys, into opened services too', () => {
    const stops = stopsOf(draw(open));
    assert.equal(nextStop(stops, undefined, [1, 0])?.id, 's:a@');
    assert.ok(['s:b@', 'r:b1', 'r:b2'].includes(nextStop(stops, 's:a@', [1, 0])?.id ?? ''));
    assert.equal(nextStop(stops, 's:a@', [-1, 0]), undefined);
  });

  it('cuts texts to the room that there is', () => {
    for (const cut of [fitted, shortened]) assert.ok(widthOf(cut('a-very-long-name-of-a-resource-in-production', 100, 12), 12) <= 100);
    assert.equal(fitted('short', 100, 12), 'short');
  });

  it('knows what lies on a path, and says what is left out', () => {
    assert.deepEqual([...onPath(closed, ['a', 'b'], 'service')], ['s:a@', 's:b@', 's:a@ → s:b@']);
    assert.equal(verbOf(line('r:x', 'r:y', { reads: 1, writes: 2 })), 'reads, writes');
    assert.equal(verbOf(line('s:x', 'r:y')), 'needs');
    assert.equal(omittedText(closed), undefined);
    assert.match(omittedText({ ...closed, omitted: { services: 3, resources: 0, lines: 1 } }) ?? '', /^3 services gathered, 1 light connection left out/);
  });
});
