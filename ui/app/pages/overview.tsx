import { Grid, SpaceBetween } from '@cloudscape-design/components';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Meanwhile } from '../parts/meanwhile.tsx';
import { isReport } from '../request.ts';
import { useAnswer } from '../use-answer.ts';
import { Begin } from './overview/begin.tsx';
import { Coverage } from './overview/coverage.tsx';
import { Heat } from './overview/heat.tsx';
import { Summary } from './overview/summary.tsx';
import { Targets } from './overview/targets.tsx';
import { Trend } from './overview/trend.tsx';
import type { PageOf } from './page.ts';

/** Are we ready, what holds us back and where, against which targets, since when, and what was not looked at. */
export const Overview: PageOf = (props) => {
  const { snapshot, wish } = props;
  const readiness = useAnswer(JSON.stringify([snapshot, wish]), (signal) => client.readiness(snapshot, wish, signal));
  return (
    <Answered answer={readiness} what="Judging the estate" meanwhile={<Meanwhile {...props} />}>
      {(judged) => (
        <SpaceBetween size="l">
          <Summary {...props} readiness={judged} />
          <Begin {...props} readiness={judged} />
          <Heat {...props} />
          {!isReport() && (
            <Grid gridDefinition={[{ colspan: { default: 12, m: 7 } }, { colspan: { default: 12, m: 5 } }]}>
              <Targets {...props} readiness={judged} />
              <Trend {...props} readiness={judged} />
            </Grid>
          )}
          <Coverage {...props} readiness={judged} />
        </SpaceBetween>
      )}
    </Answered>
  );
};
