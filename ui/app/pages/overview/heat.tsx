import { Container, Header, Link, Pagination } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { categoriesQuestion, namesToAsk, overviewRows, worstServicesQuestion } from '../../../../model/page-questions.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { HeatLegend, HeatMap } from '../../parts/heat-map.tsx';
import { heatTable } from '../../state/heat.ts';
import { listText } from '../../state/lists.ts';
import { number } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';

/** Readiness of each service by category, the worst services first. */
export function Heat({ snapshot, wish, query, show, link }: PageProps): ReactNode {
  const page = Math.max(1, Number(query['page'] ?? 1) || 1);
  const key = [snapshot, wish, page];
  const answer = useAnswer(JSON.stringify(key), async (signal) => {
    const services = await client.groups(snapshot, worstServicesQuestion(wish, page), signal);
    const names = namesToAsk(services.items);
    const groups = names.length === 0 ? [] : (await client.groups(snapshot, categoriesQuestion(wish, names), signal)).items;
    return { total: services.total, table: heatTable(names, groups) };
  });
  const total = answer.data?.total ?? 0;
  return (
    <Container
      header={
        <Header
          variant="h2" counter={answer.data === undefined ? '' : `(${number(total)})`} description="Services with the worst gaps first. A number counts gaps, in the colour of the worst; choose one to see them."
          actions={total > overviewRows ? <Pagination currentPageIndex={page} pagesCount={Math.ceil(total / overviewRows)} ariaLabels={{ nextPageLabel: 'Next services', previousPageLabel: 'Previous services', pageLabel: (each) => `Services, page ${each}` }} onChange={({ detail }) => show('overview', { ...query, page: String(detail.currentPageIndex) })} /> : undefined}
        >Readiness by service and category</Header>
      }
      footer={<HeatLegend />}
    >
      <Answered answer={answer} what="Counting">
        {({ table }) => (
          <HeatMap
            label="Readiness by service and category" corner="Service" table={table}
            row={(id) => <Link href={link('services', { service: id })}>{id}</Link>}
            href={(service, category) => link('findings', { service: listText([service]), category, state: 'gap,unknown' })}
          />
        )}
      </Answered>
    </Container>
  );
}
