import { Alert, Button, type AutosuggestProps } from '@cloudscape-design/components';
import { useDeferredValue, useMemo, useRef, type ReactNode } from 'react';
import { askPictureAhead } from '../graph/ask.ts';
import { exportAs } from '../graph/export.ts';
import { Panel } from '../graph/panel/panel.tsx';
import { Canvas } from '../graph/parts/canvas.tsx';
import { Legend } from '../graph/parts/legend.tsx';
import { LossBar } from '../graph/parts/loss-bar.tsx';
import { Minimap } from '../graph/parts/minimap.tsx';
import { nameOf, Notes } from '../graph/parts/notes.tsx';
import { Tables } from '../graph/parts/tables.tsx';
import { Toolbar } from '../graph/parts/toolbar.tsx';
import type { Stage } from '../graph/stage/stage.ts';
import { focused, found, lost, refOf, toggled } from '../graph/state/change.ts';
import { queryOf, viewOf, type Ref, type View } from '../graph/state/view.ts';
import { useGraph } from '../graph/use-graph.ts';
import { usePalette } from '../graph/use-palette.ts';
import { pictureText } from '../graph/words.ts';
import { Answered } from '../parts/answered.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { Working } from '../parts/working.tsx';
import { useStable } from '../use-stable.ts';
import type { PageOf } from './page.ts';

/** The estate as a picture: services first, opened in place; and as tables that say the same. */
export const Graph: PageOf = (props) => {
  const { snapshot, wish, query, show, link } = props;
  const view = useMemo(() => viewOf(query), [JSON.stringify(query)]);
  const palette = usePalette();
  const stage = useRef<Stage | undefined>(undefined);
  const field = useRef<AutosuggestProps.Ref>(null);
  const isLosing = view.lose !== undefined || view.blast !== undefined;
  const graph = useGraph({ snapshot, wish, view });
  const { waves } = graph;
  const change = useStable((next: View, options?: { readonly replace?: boolean }): void => {
    askPictureAhead(snapshot, { before: view, next });
    show('graph', queryOf(next), options);
  });
  const alter = useStable((part: Partial<View>): void => change({ ...view, ...part }));
  const { by, overlay, kinds, sure, focus, depth } = view;
  const chosen = useMemo(() => ({ by, overlay, kinds, sure, focus, depth }), [JSON.stringify([by, overlay, kinds, sure, focus, depth])]);
  const { drawing, shown, colours } = graph;
  const toggle = useStable((id: string): void => {
    const node = shown?.nodes.find((each) => each.id === id);
    const service = shown?.boxes.find((box) => box.id === id)?.service ?? node?.service;
    if (service !== undefined) change(toggled(view, service, node?.box ?? id));
  });
  const pick = useStable((id: string | undefined): void => change({ ...view, selected: id }, { replace: true }));
  const focusOn = (id: string): void => {
    const node = shown?.nodes.find((each) => each.id === id);
    const box = shown?.boxes.find((each) => each.id === id);
    const ref = box === undefined ? node && refOf(node) : { what: 'service' as const, id: box.service };
    if (ref !== undefined) change(focused(view, ref));
  };
  const wave = useMemo(() => new Set(waves.playing ? Object.entries(graph.loss.data?.fates ?? {}).flatMap(([id, { step }]) => (step === waves.step ? [id] : [])) : []), [graph.loss.data, waves.step, waves.playing]);
  const marks = useMemo(() => ({ chosen: view.selected, path: graph.marked, wave }), [view.selected, graph.marked, wave]);
  const present = useMemo(() => [...new Set((shown?.nodes ?? []).flatMap(({ regions: own = [], region }) => [...own, ...(region === undefined ? [] : [region])]))].filter((region) => region !== 'global').sort(), [shown]);
  const regions = useMemo(() => present, [present.join()]);
  const tabled = useDeferredValue(useMemo(() => (shown === undefined || colours === undefined ? undefined : { picture: shown, colours, marked: graph.marked }), [shown, colours, graph.marked]));
  const goOut = useStable((format: string): void => {
    if (drawing !== undefined && shown !== undefined) void exportAs(format, { picture: shown, drawing, palette, marked: graph.marked, overlay: { ...graph.judged.data, ...graph.loss.data }, address: window.location.href });
  });
  const onFound = useStable((ref: Ref): void => change(found(view, ref, shown?.nodes ?? [])));
  return (
    <div className="graph-page">
      <Toolbar snapshot={snapshot} view={chosen} regions={regions} field={field} alter={alter} onFound={onFound} onExport={goOut} />
      {isLosing && <LossBar what={view.lose ?? (view.blast === undefined || shown === undefined ? '' : nameOf(shown, view.blast))} loss={graph.loss} waves={waves} simulate={view.lose === undefined ? undefined : link('simulate', { lose: view.lose })} onEnd={() => change(lost(view, {}))} />}
      {graph.error !== undefined && shown !== undefined && <Alert type="error" header="The picture is of before">{graph.error}</Alert>}
      {drawing === undefined || shown === undefined || colours === undefined ? <Waiting graph={graph} onReset={() => change(viewOf({}))} /> : shown.nodes.length === 0 ? <Empty onReset={() => change(viewOf({}))} /> : (
        <>
          <Notes picture={shown} graph={graph} view={view} change={change} />
          <div className="graph-main">
            <Canvas drawing={drawing} palette={palette} marks={marks} camera={view.camera} scene={JSON.stringify([snapshot, view.by, view.focus, view.depth])} label={pictureText(shown)} stage={stage} onPick={pick} onOpen={toggle} onFocus={focusOn} onSearch={() => field.current?.focus()} onLook={(camera) => change({ ...latest(view), camera }, { replace: true })}>
              {graph.working && <div className="graph-progress" role="progressbar" aria-label="The picture is being made" />}
              <Legend legend={colours.legend} palette={palette} waiting={graph.judged.loading} />
              <div className="graph-corner">
                <div className="graph-zoom">
                  <button type="button" aria-label="Zoom out" onClick={() => stage.current?.zoom(0.8)}>−</button>
                  <button type="button" aria-label="Show everything" onClick={() => stage.current?.fit()}>⤢</button>
                  <button type="button" aria-label="Zoom in" onClick={() => stage.current?.zoom(1.25)}>+</button>
                </div>
                <Minimap drawing={drawing} palette={palette} stage={stage} />
              </div>
            </Canvas>
            <Panel {...props} picture={shown} judged={graph.judged.data} view={view} change={change} onOpen={toggle} />
          </div>
          {tabled !== undefined && <Tables {...tabled} onPick={pick} onOpen={toggle} />}
        </>
      )}
    </div>
  );
};

/** The camera is told after a while: by then the address may say something else. */
const latest = (view: View): View => ({ ...view, ...viewOf(Object.fromEntries(new URLSearchParams(window.location.hash.split('?')[1] ?? ''))) });

function Waiting({ graph, onReset }: { readonly graph: ReturnType<typeof useGraph>; readonly onReset: () => void }): ReactNode {
  if (graph.picture.error !== undefined && graph.picture.locked !== true) return <Alert type="error" header="This view cannot be shown" action={<Button onClick={onReset}>Whole estate</Button>}>{graph.picture.error}</Alert>;
  return <Answered answer={graph.picture} what="Reading the estate">{() => <Working what="Laying the picture out" />}</Answered>;
}

function Empty({ onReset }: { readonly onReset: () => void }): ReactNode {
  return <Nothing title="There is nothing to draw" action={<Button onClick={onReset}>Whole estate</Button>}>The snapshot holds no resource here.</Nothing>;
}
