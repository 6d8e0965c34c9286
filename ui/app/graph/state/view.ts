import { edgeTypeNames, usualEdgeTypes, type Confidence, type EdgeType } from '../../../../model/edge.ts';
import { groupings, type Grouping } from '../../../../model/picture.ts';

export const overlays = ['findings', 'replication', 'latency', 'ownership', 'none'] as const;
export type Overlay = (typeof overlays)[number];

/** A service or a resource, wherever in a picture it stands. */
export interface Ref {
  readonly what: 'service' | 'resource';
  readonly id: string;
}

/** Where one looks: the middle in pixels at zoom 1, and the zoom. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** All that decides what is seen. It stands in the address, so that a view can be shared and comes back. */
export interface View {
  readonly by: Grouping;
  readonly overlay: Overlay;
  readonly open: readonly string[];
  /** Resources that stand by themselves. */
  readonly shown: readonly string[];
  readonly focus?: Ref | undefined;
  readonly depth: number;
  readonly kinds: readonly EdgeType[];
  readonly sure: readonly Confidence[];
  /** Id of a node of the picture, or `from → to` of a line. */
  readonly selected?: string | undefined;
  readonly from?: Ref | undefined;
  readonly to?: Ref | undefined;
  /** What is lost: a region and whatever else simulate takes, or a resource or service. */
  readonly lose?: string | undefined;
  readonly blast?: Ref | undefined;
  readonly camera?: Camera | undefined;
}

export const everyConfidence: readonly Confidence[] = ['declared', 'mentioned', 'inferred'];
export const deepest = 5;

const refText = (ref: Ref | undefined): string | undefined => (ref === undefined ? undefined : `${ref.what}:${ref.id}`);

function refOf(text: string | undefined): Ref | undefined {
  const [, what, id] = /^(service|resource):([^]+)$/.exec(text ?? '') ?? [];
  return what === undefined || id === undefined ? undefined : { what: what as Ref['what'], id };
}

const listText = (values: readonly string[]): string | undefined => (values.length === 0 ? undefined : values.map((value) => value.replaceAll('%', '%25').replaceAll(',', '%2C')).join(','));
const listOf = (text: string | undefined): string[] => (text ?? '').split(',').filter((part) => part !== '').map((part) => part.replaceAll('%2C', ',').replaceAll('%25', '%'));

/** What stands in the address beside page, snapshot and wish. What is as usual is left out. */
export function queryOf(view: View): Record<string, string | undefined> {
  const usual = (values: readonly string[], standard: readonly string[]): string | undefined => (values.length === standard.length && values.every((value) => standard.includes(value)) ? undefined : (listText(values) ?? 'none'));
  const { camera } = view;
  return {
    by: view.by === 'none' ? undefined : view.by,
    overlay: view.overlay === 'findings' ? undefined : view.overlay,
    open: listText(view.open),
    show: listText(view.shown),
    service: view.focus?.what === 'service' ? view.focus.id : undefined,
    node: view.focus?.what === 'resource' ? view.focus.id : undefined,
    depth: view.depth === 1 ? undefined : String(view.depth),
    kinds: usual(view.kinds, usualEdgeTypes),
    sure: usual(view.sure, everyConfidence),
    sel: view.selected,
    from: refText(view.from),
    to: refText(view.to),
    lose: view.lose,
    blast: refText(view.blast),
    at: camera === undefined ? undefined : `${Math.round(camera.x)},${Math.round(camera.y)},${camera.zoom.toPrecision(3)}`,
  };
}

/** The view that an address tells of; what makes no sense in it is as usual. */
export function viewOf(query: Readonly<Record<string, string | undefined>>): View {
  const one = <T extends string>(text: string | undefined, of: readonly T[], usual: T): T => of.find((each) => each === text) ?? usual;
  const some = <T extends string>(text: string | undefined, of: readonly T[], usual: readonly T[]): readonly T[] => (text === undefined ? usual : of.filter((each) => listOf(text).includes(each)));
  const { service, node } = query;
  const depth = Number(query['depth'] ?? 1);
  return {
    by: one(query['by'], groupings, 'none'),
    overlay: one(query['overlay'], overlays, 'findings'),
    open: listOf(query['open']),
    shown: listOf(query['show']),
    focus: node !== undefined && node !== '' ? { what: 'resource', id: node } : service !== undefined && service !== '' ? { what: 'service', id: service } : undefined,
    depth: Number.isInteger(depth) && depth >= 0 && depth <= deepest ? depth : 1,
    kinds: some(query['kinds'], edgeTypeNames, usualEdgeTypes),
    sure: some(query['sure'], everyConfidence, everyConfidence),
    selected: query['sel'] === '' ? undefined : query['sel'],
    from: refOf(query['from']),
    to: refOf(query['to']),
    lose: query['lose'] === '' ? undefined : query['lose'],
    blast: refOf(query['blast']),
    camera: cameraOf(query['at']),
  };
}

function cameraOf(text: string | undefined): Camera | undefined {
  const [x, y, zoom] = (text ?? '').split(',').map(Number);
  return [x, y, zoom].every((value) => Number.isFinite(value)) && (zoom ?? 0) > 0 ? { x: x ?? 0, y: y ?? 0, zoom: zoom ?? 1 } : undefined;
}
