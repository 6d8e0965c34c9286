import { SpaceBetween } from '@cloudscape-design/components';
import { availabilityQuestion } from '../../../model/page-questions.ts';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { isReport } from '../request.ts';
import { listOf } from '../state/lists.ts';
import { useAnswer } from '../use-answer.ts';
import type { PageOf } from './page.ts';
import { Candidates } from './regions/candidates.tsx';
import { Matrix } from './regions/matrix.tsx';
import { RegionMap } from './regions/region-map.tsx';

/** Where what we use can be had, and how candidates compare. */
export const Regions: PageOf = (props) => {
  const { snapshot, wish, query } = props;
  const used = useAnswer(JSON.stringify([snapshot, wish.home, 'used']), (signal) => client.availability(snapshot, availabilityQuestion(wish), signal));
  const from = used.data?.home[0];
  const regions = useAnswer(used.data === undefined ? undefined : JSON.stringify(['regions', from]), (signal) => client.regions(signal, from));
  const settled = useAnswer(JSON.stringify([snapshot, wish, 'intent']), (signal) => client.intent(snapshot, wish, signal)).data;
  const targets = listOf(query['targets'] ?? wish.target);
  return (
    <Answered answer={used} what="Looking up what is used">
      {(table) => (
        <SpaceBetween size="l">
          <Answered answer={regions}>{({ items }) => <RegionMap {...props} table={table} regions={items} targets={targets} target={settled?.target} />}</Answered>
          {!isReport() && <Candidates {...props} targets={targets} home={table.home} />}
          <Matrix {...props} table={table} />
        </SpaceBetween>
      )}
    </Answered>
  );
};
