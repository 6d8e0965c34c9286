import { Box, Link } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { client } from '../client.ts';
import type { PageProps } from '../pages/page.ts';
import { counted, firstOf, number } from '../state/words.ts';
import { useAnswer } from '../use-answer.ts';

const most = 12;

/** What is known of the estate without a judgement, to go on with until that is there. */
export function Meanwhile({ snapshot, link }: Pick<PageProps, 'snapshot' | 'link'>): ReactNode {
  const { data } = useAnswer(JSON.stringify([snapshot, 'known']), (signal) => client.estateServices(snapshot, { limit: most }, signal));
  const info = useAnswer('snapshots', (signal) => client.snapshots(signal)).data?.items.find(({ id }) => id === snapshot);
  return (
    <div className="meanwhile">
      {info !== undefined && <Box variant="p">{info.name} has {counted(info.resources, 'resource')}{data === undefined ? '' : ` in ${counted(data.total, 'service')}`}.</Box>}
      {data !== undefined && data.total > 0 && <Box variant="p" color="text-body-secondary">{firstOf(data.items.map(({ id, resources }) => `${id} (${number(resources)})`), most)}{data.total > data.items.length ? ' …' : ''}</Box>}
      <Box variant="p">Nothing of these is judged, and can be looked at now: <Link href={link('graph', { overlay: 'none' })}>how everything hangs together</Link>, <Link href={link('regions')}>where what is used can be had</Link>.</Box>
    </div>
  );
}
