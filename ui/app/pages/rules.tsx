import { ExpandableSection, SpaceBetween } from '@cloudscape-design/components';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { useAnswer } from '../use-answer.ts';
import type { PageOf } from './page.ts';

/** What is asked, and why. */
export const Rules: PageOf = () => {
  const answer = useAnswer('rules', (signal) => client.rules({ limit: 500 }, signal));
  return <Answered answer={answer}>{({ items }) => <SpaceBetween size="xs">{items.map(({ id, title, why, fix }) => <ExpandableSection key={id} headerText={title} headerDescription={id}><p>{why}</p><p><strong>What to do:</strong> {fix}</p></ExpandableSection>)}</SpaceBetween>}</Answered>;
};
