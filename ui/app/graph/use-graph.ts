import { useMemo, useRef } from 'react';
import type { Picture, PictureOverlay } from '../../../model/picture.ts';
import type { Wish } from '../pages/page.ts';
import { useAnswer, type Answer } from '../use-answer.ts';
import { ask, type FoundPath } from './ask.ts';
import { coloursOf, fateLegend, fateOf, type Colours } from './drawing/overlay.ts';
import { drawingOf, type Drawing } from './drawing/drawing.ts';
import { planOf } from './layout/plan-of.ts';
import { useLayout } from './layout/use-layout.ts';
import { onPath } from './state/on-path.ts';
import { lossQuestion, pathQuestion, pictureQuestion } from './state/questions.ts';
import type { View } from './state/view.ts';
import { useWaves, type Waves } from './use-waves.ts';

export interface GraphState {
  readonly picture: Answer<Picture>;
  /** The picture that the drawing is of: until a new one is laid out, the one of before. */
  readonly shown: Picture | undefined;
  readonly judged: Answer<PictureOverlay>;
  readonly loss: Answer<PictureOverlay>;
  readonly waves: Waves;
  readonly path: Answer<FoundPath>;
  readonly marked: ReadonlySet<string>;
  readonly drawing: Drawing | undefined;
  readonly colours: Colours | undefined;
  readonly working: boolean;
  readonly error: string | undefined;
}

/** Everything that the view shows, each part as soon as it is there: first the picture, then what is judged of it. */
export function useGraph({ snapshot, wish, view }: { readonly snapshot: string; readonly wish: Wish; readonly view: View }): GraphState {
  const pathAsked = pathQuestion(view);
  const path = useAnswer(pathAsked === undefined ? undefined : JSON.stringify([snapshot, pathAsked]), (signal) => ask.path(snapshot, pathAsked as NonNullable<typeof pathAsked>, signal));
  const way = pathAsked === undefined ? undefined : path.data;
  const question = pictureQuestion(view, way?.level === 'resource' ? way.nodes.slice(0, 60) : []);
  const key = JSON.stringify([snapshot, question]);
  const picture = useAnswer(key, (signal) => ask.picture(snapshot, question, signal));
  const isJudged = view.overlay !== 'none' && view.overlay !== 'latency';
  // Asked once the picture is there, so that the picture need not wait for the judgement.
  const ready = useLast(picture.data !== undefined && !picture.loading ? { key, question } : undefined);
  const judged = useAnswer(ready !== undefined && isJudged ? JSON.stringify([ready.key, wish]) : undefined, (signal) => ask.overlay(snapshot, { ...ready?.question, ...wish, overlay: 'readiness' }, signal));
  const lossAsked = lossQuestion(view);
  const loss = useAnswer(lossAsked === undefined || ready === undefined ? undefined : JSON.stringify([ready.key, lossAsked]), (signal) => ask.overlay(snapshot, { ...ready?.question, ...lossAsked }, signal));
  const waves = useWaves(lossAsked === undefined ? undefined : JSON.stringify([snapshot, lossAsked]), loss.loading ? undefined : loss.data?.affected?.steps);
  const { step } = waves;
  const plan = useMemo(() => (picture.data === undefined ? undefined : planOf(picture.data)), [picture.data]);
  const { laid, working, error } = useLayout(plan);
  // A layout fits the picture whose plan it is of; plans that say the same are of pictures that differ in words only.
  const fitting = useMemo(() => (picture.data !== undefined && laid !== undefined && plan !== undefined && !working ? { picture: picture.data, layout: laid.layout } : undefined), [picture.data, laid, plan, working]);
  const { picture: shown, layout } = useLast(fitting) ?? {};
  const colours = useMemo(() => {
    if (shown === undefined) return undefined;
    const fates = lossAsked === undefined ? undefined : loss.data?.fates;
    if (fates === undefined) return coloursOf(view.overlay, shown, isJudged ? judged.data : undefined);
    return { ofNode: (id: string) => fateOf(fates[id], step), ofLine: () => ({ tone: 'plain' as const, text: '' }), legend: fateLegend };
  }, [shown, view.overlay, judged.data, isJudged, loss.data, lossAsked === undefined, step]);
  const drawing = useMemo(() => (shown === undefined || layout === undefined || colours === undefined ? undefined : drawingOf(shown, layout, colours)), [shown, layout, colours]);
  const marked = useMemo(() => (shown === undefined || way === undefined ? new Set<string>() : onPath(shown, way.nodes, way.level)), [shown, way]);
  return { picture, shown, judged, loss, waves, path, marked, drawing, colours, working: picture.loading || working, error: picture.error ?? error };
}

/** The value, or the last one that there was. */
function useLast<T>(value: T | undefined): T | undefined {
  const last = useRef(value);
  if (value !== undefined) last.current = value;
  return last.current;
}
