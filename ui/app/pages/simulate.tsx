import { SpaceBetween } from '@cloudscape-design/components';
import { Nothing } from '../parts/nothing.tsx';
import { listOf } from '../state/lists.ts';
import type { PageOf } from './page.ts';
import { LossMatrix } from './simulate/matrix.tsx';
import { LossForm } from './simulate/loss-form.tsx';
import { Result } from './simulate/result.tsx';

/** Loses something on paper: what stops, what is lost, in which order one is back. */
export const Simulate: PageOf = (props) => {
  const lost = listOf(props.query['lose']);
  const matrix = props.query['matrix'] === 'true';
  return (
    <SpaceBetween size="l">
      <LossForm {...props} lost={lost} />
      {matrix ? <LossMatrix {...props} /> : lost.length === 0 ? <Nothing title="Nothing is lost yet">Choose what is lost, or lose each region in turn. Nothing is touched: the graph is asked what would be left.</Nothing> : <Result {...props} lost={lost} />}
    </SpaceBetween>
  );
};
