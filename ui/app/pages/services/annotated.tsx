import { Box, Button, Container, Header, KeyValuePairs, SpaceBetween } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import { strategyTitles } from '../../../../model/intent.ts';
import type { Annotation } from '../../../../server/api.ts';
import { act } from '../../act.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { moment } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import { AnnotationForm } from './annotation-form.tsx';
import type { ServiceProps } from './one.tsx';

/** Owner, tier and objectives: what people say of a service, over what the configuration says. */
export function Annotated({ service }: ServiceProps): ReactNode {
  const [editing, setEditing] = useState(false);
  const answer = useAnswer('annotations', (signal) => client.annotations(signal));
  const found = answer.data?.items.find((each) => each.service === service);
  return (
    <Container header={<Header variant="h2" description="Over what the configuration says; recovery is held to it." actions={!editing && answer.data !== undefined && <SpaceBetween direction="horizontal" size="xs">{found !== undefined && <Button onClick={() => void act('Take back what was said', () => client.removeAnnotation(service))}>Take back</Button>}<Button onClick={() => setEditing(true)}>{found === undefined ? 'Set' : 'Change'}</Button></SpaceBetween>}>Objectives and owner</Header>}>
      <Answered answer={answer}>{() => (editing ? <AnnotationForm service={service} before={found} onDone={() => setEditing(false)} /> : <Said annotation={found} />)}</Answered>
    </Container>
  );
}

function Said({ annotation }: { readonly annotation: Annotation | undefined }): ReactNode {
  if (annotation === undefined) return <Box color="text-body-secondary">Nobody said anything here yet. The configuration of the server may.</Box>;
  const { owner, tier, rto, rpo, pause, strategy, madeBy, madeAt } = annotation;
  return (
    <SpaceBetween size="s">
      <KeyValuePairs columns={2} items={[{ label: 'Owner', value: owner ?? '–' }, { label: 'Tier', value: tier ?? '–' }, { label: 'RTO', value: rto ?? '–' }, { label: 'RPO', value: rpo ?? '–' }, { label: 'Pause tolerated', value: pause ?? '–' }, { label: 'Strategy', value: strategy === undefined ? 'as the estate' : strategyTitles[strategy] }]} />
      <Box variant="small" color="text-body-secondary">Said by {madeBy}, {moment(madeAt)}</Box>
    </SpaceBetween>
  );
}
