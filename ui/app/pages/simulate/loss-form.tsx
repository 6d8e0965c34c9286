import { Autosuggest, Button, Container, FormField, Select, SpaceBetween, TokenGroup } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import { availabilityQuestion } from '../../../../model/page-questions.ts';
import { client } from '../../client.ts';
import { listText } from '../../state/lists.ts';
import { lossKinds, lossOf, type LossKind } from '../../state/losses.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';

/** What is lost at the same time. */
export function LossForm({ snapshot, wish, query, lost, show }: PageProps & { readonly lost: readonly string[] }): ReactNode {
  const [kind, setKind] = useState<LossKind>('region');
  const [value, setValue] = useState('');
  const known = useKnown(snapshot, wish, kind);
  const chosen = lossKinds.find((each) => each.value === kind) ?? lossKinds[0];
  const lose = (losses: readonly string[]): void => show('simulate', { lose: listText(losses) });
  const add = (): void => {
    if (value.trim() === '') return;
    lose([...new Set([...lost, lossOf(kind, value)])]);
    setValue('');
  };
  return (
    <Container>
      <form onSubmit={(event) => { event.preventDefault(); add(); }}>
        <SpaceBetween size="s">
          <div className="fields">
            <FormField label="What is lost"><Select selectedOption={chosen} options={lossKinds} onChange={({ detail }) => { setKind(detail.selectedOption.value as LossKind); setValue(''); }} /></FormField>
            <FormField label="Which one" stretch><Autosuggest value={value} placeholder={chosen.example} ariaLabel="Which one" enteredTextLabel={(text) => `Use ${text}`} options={known.map((each) => ({ value: each }))} onChange={({ detail }) => setValue(detail.value)} onSelect={({ detail }) => setValue(detail.value)} onKeyDown={({ detail }) => detail.key === 'Enter' && value.trim() !== '' && known.length === 0 && add()} /></FormField>
            <Button variant="primary">{lost.length === 0 ? 'Lose it' : 'Lose it too'}</Button>
            <Button formAction="none" onClick={() => show('simulate', query['matrix'] === 'true' ? {} : { matrix: 'true' })}>Each region in turn</Button>
          </div>
          <TokenGroup items={lost.map((label) => ({ label, dismissLabel: `Do not lose ${label}` }))} onDismiss={({ detail }) => lose(lost.filter((_, index) => index !== detail.itemIndex))} />
        </SpaceBetween>
      </form>
    </Container>
  );
}

/** What of a kind the estate is known to have. */
function useKnown(snapshot: string, wish: PageProps['wish'], kind: LossKind): readonly string[] {
  const used = useAnswer(JSON.stringify([snapshot, wish, 'losses']), (signal) => client.readiness(snapshot, wish, signal));
  const types = useAnswer(JSON.stringify([snapshot, wish.home, 'used']), (signal) => client.availability(snapshot, availabilityQuestion(wish), signal));
  const services = [...new Set((types.data?.types ?? []).map(({ service }) => service).filter((service) => !service.includes('::')))].sort();
  switch (kind) {
    case 'region':
      return Object.keys(used.data?.coverage.byRegion ?? {}).filter((region) => region !== 'global');
    case 'account':
      return Object.keys(used.data?.coverage.byAccount ?? {});
    case 'zone':
      return (types.data?.home ?? []).flatMap((home) => ['a', 'b', 'c'].map((zone) => `${home}${zone}`));
    case 'service':
      return (types.data?.home ?? []).flatMap((home) => services.map((service) => `${service}@${home}`));
    case 'control-plane':
      return [...new Set(['iam', 'route53', ...services])];
  }
}
