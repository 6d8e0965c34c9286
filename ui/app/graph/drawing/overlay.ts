import type { GroupOverlay } from '../../../../model/overlay.ts';
import type { Picture, PictureFate, PictureLine, PictureOverlay } from '../../../../model/picture.ts';
import type { Overlay } from '../state/view.ts';
import { ownerTones, type Tone } from './tones.ts';

/** What an overlay says of a node or line: a colour, and the same in words. */
export interface Said {
  readonly tone: Tone;
  readonly text: string;
}

export interface Legend {
  readonly title: string;
  readonly entries: readonly Said[];
}

const nothing: Said = { tone: 'plain', text: '' };

/** How nodes and lines are coloured. Before the judgement is there, nothing is said. */
export interface Colours {
  ofNode(id: string): Said;
  ofLine(line: PictureLine): Said;
  readonly legend: Legend | undefined;
}

export function coloursOf(overlay: Overlay, { lines }: Picture, laid: PictureOverlay | undefined): Colours {
  const by = (say: (told: GroupOverlay) => Said) => (id: string): Said => {
    const told = laid?.nodes?.[id];
    return told === undefined ? nothing : say(told);
  };
  switch (overlay) {
    case 'none':
      return { ofNode: () => nothing, ofLine: () => nothing, legend: undefined };
    case 'findings':
      return { ofNode: by(findings), ofLine: () => nothing, legend: legend('Worst finding', ['bad', 'critical'], ['warn', 'high'], ['notice', 'medium or lower'], ['unknown', 'could not be judged'], ['good', 'no gap known']) };
    case 'replication':
      return { ofNode: by(replication), ofLine: () => nothing, legend: legend('In the target', ['good', 'there, or a copy of its data'], ['unknown', 'perhaps a copy'], ['bad', 'data without a copy'], ['notice', 'not there, and holds no data']) };
    case 'latency': {
      const farthest = new Map<string, PictureLine>();
      for (const line of lines) for (const id of [line.from, line.to]) if (line.crossing !== undefined && (line.crossing.ms ?? 0) >= (farthest.get(id)?.crossing?.ms ?? -1)) farthest.set(id, line);
      return { ofNode: (id) => latency(farthest.get(id)), ofLine: latency, legend: legend('Round trip to another region', ['good', `under ${steps[0]} ms`], ['notice', `under ${steps[1]} ms`], ['warn', `under ${steps[2]} ms`], ['bad', 'longer'], ['unknown', 'not known'], ['plain', 'stays in its region']) };
    }
    case 'ownership': {
      const names = ownersIn(laid);
      const entries = names.slice(0, ownerTones).map((name, index): Said => ({ tone: `owner${index}` as Tone, text: name }));
      const others = names.length > ownerTones ? [{ tone: 'plain' as const, text: `${names.length - ownerTones} others` }] : [];
      return { ofNode: by((told) => ownership(told, names)), ofLine: () => nothing, legend: { title: 'Owner, by tags', entries: [...entries, ...others, { tone: 'unknown', text: 'nobody is named' }] } };
    }
  }
}

const legend = (title: string, ...entries: readonly (readonly [Tone, string])[]): Legend => ({ title, entries: entries.map(([tone, text]) => ({ tone, text })) });

function findings({ gaps, worst, unknown }: GroupOverlay): Said {
  if (worst === undefined) return unknown > 0 ? { tone: 'unknown', text: `${unknown} unknown` } : { tone: 'good', text: 'no gap' };
  return { tone: worst === 'critical' ? 'bad' : worst === 'high' ? 'warn' : 'notice', text: `${gaps[worst] ?? 0} ${worst}` };
}

function replication({ inTarget: { missing = 0, possibly = 0, absent = 0, copied = 0, counterpart = 0, itself = 0 } }: GroupOverlay): Said {
  if (missing > 0) return { tone: 'bad', text: `${missing} without a copy` };
  if (possibly > 0) return { tone: 'unknown', text: `${possibly} perhaps copied` };
  if (absent > 0 && copied + counterpart + itself === 0) return { tone: 'notice', text: 'not there' };
  const there = copied + counterpart + itself;
  return absent > 0 ? { tone: 'notice', text: `${absent} not there` } : { tone: 'good', text: there === 1 ? (copied === 1 ? 'copied' : 'there') : 'all there' };
}

const steps = [10, 40, 100] as const;

function latency(line: PictureLine | undefined): Said {
  const crossing = line?.crossing;
  if (crossing === undefined) return nothing;
  const { ms } = crossing;
  if (ms === undefined) return { tone: 'unknown', text: 'latency not known' };
  return { tone: ms < steps[0] ? 'good' : ms < steps[1] ? 'notice' : ms < steps[2] ? 'warn' : 'bad', text: `${Math.round(ms)} ms` };
}

function ownersIn(laid: PictureOverlay | undefined): readonly string[] {
  const sums = new Map<string, number>();
  for (const { owners } of Object.values(laid?.nodes ?? {})) for (const { owner, resources } of owners) sums.set(owner, (sums.get(owner) ?? 0) + resources);
  return [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([owner]) => owner);
}

function ownership({ owners: [first, ...others] }: GroupOverlay, names: readonly string[]): Said {
  if (first === undefined) return { tone: 'unknown', text: 'no owner' };
  const place = names.indexOf(first.owner);
  return { tone: place < ownerTones ? (`owner${place}` as Tone) : 'plain', text: others.length === 0 ? first.owner : `${first.owner} + ${others.length}` };
}

/** What a loss does, once it has come `step` steps far. */
export function fateOf(fate: PictureFate | undefined, step: number): Said {
  if (fate?.step === undefined || fate.step > step) return { tone: 'dim', text: '' };
  const { lost, stopped, degraded, replaced, untouched } = fate;
  const all = lost + stopped + degraded + replaced + untouched;
  const part = (count: number, word: string): string => (all === 1 ? word : count === all ? `all ${word}` : `${count} ${word}`);
  if (lost > 0) return { tone: 'bad', text: part(lost, 'lost') };
  if (stopped > 0) return { tone: 'warn', text: part(stopped, 'stopped') };
  return degraded > 0 ? { tone: 'notice', text: part(degraded, 'degraded') } : { tone: 'info', text: part(replaced, 'replaced') };
}

export const fateLegend: Legend = legend('After the loss', ['bad', 'lost, with no counterpart'], ['info', 'lost, a counterpart stands in'], ['warn', 'stops: needs what is lost'], ['notice', 'must be pointed to the counterpart'], ['dim', 'untouched']);
