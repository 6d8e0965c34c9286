import { Autosuggest, type AutosuggestProps } from '@cloudscape-design/components';
import { useState, type ReactNode, type RefObject } from 'react';
import { client } from '../../client.ts';
import { useAnswer } from '../../use-answer.ts';
import { counted } from '../../state/words.ts';
import { shortType } from '../drawing/text.ts';
import type { Ref } from '../state/view.ts';

interface Props {
  readonly snapshot: string;
  readonly field: RefObject<AutosuggestProps.Ref | null>;
  readonly onFound: (ref: Ref) => void;
}

/** Finds services and resources while one types. */
export function Search({ snapshot, field, onFound }: Props): ReactNode {
  const [text, setText] = useState('');
  const wanted = text.trim();
  const [asked, setAsked] = useState('');
  // All names of services are asked for once, when somebody begins to type.
  const services = useAnswer(wanted === '' ? undefined : `${snapshot} services`, (signal) => allServices(snapshot, signal));
  const hits = useAnswer(asked.length < 2 ? undefined : JSON.stringify([snapshot, asked]), (signal) => client.search(snapshot, asked, signal));
  const found = (services.data ?? []).filter(({ id }) => wanted !== '' && id.toLowerCase().includes(wanted.toLowerCase())).slice(0, 8);
  const resources = asked.length < 2 ? [] : (hits.data?.items ?? []);
  const options: AutosuggestProps.Options = [
    ...(found.length === 0 ? [] : [{ label: 'Services', options: found.map(({ id, resources: count }) => ({ value: `service:${id}`, label: id, description: counted(count, 'resource') })) }]),
    ...(resources.length === 0 ? [] : [{ label: 'Resources', options: resources.map(({ id, name, resourceType, region, service }) => ({ value: `resource:${id}`, label: name, description: [shortType(resourceType), region ?? 'region not told', service].join(' · ') })) }]),
  ];
  const choose = (value: string): void => {
    // Who chooses the text itself means the first that was found.
    const [first] = options.flatMap((group) => ('options' in group ? group.options : [group]));
    const [, what, id] = /^(service|resource):([^]+)$/.exec(value) ?? /^(service|resource):([^]+)$/.exec(first?.value ?? '') ?? [];
    if (id === undefined) return;
    setText('');
    setAsked('');
    onFound({ what: what as Ref['what'], id });
  };
  return (
    <Autosuggest
      ref={field} value={text} options={options} filteringType="manual" placeholder="Find a service or resource" ariaLabel="Find a service or resource" enteredTextLabel={(value) => `First that is found for ${value}`}
      statusType={hits.error !== undefined ? 'error' : hits.loading || services.loading ? 'loading' : 'finished'} loadingText="Searching" errorText={hits.error ?? ''} empty={wanted.length < 2 ? 'Type two letters or more' : 'Nothing has such a name, id or type'}
      finishedText={resources.length > 0 && (hits.data?.total ?? 0) > resources.length ? `${counted(hits.data?.total ?? 0, 'resource')} in all: type more to narrow it down` : ''}
      onChange={({ detail }) => setText(detail.value)} onLoadItems={({ detail }) => setAsked(detail.filteringText.trim())} onSelect={({ detail }) => choose(detail.value)} clearAriaLabel="Clear"
    />
  );
}

async function allServices(snapshot: string, signal: AbortSignal): Promise<readonly { readonly id: string; readonly resources: number }[]> {
  const first = await client.estateServices(snapshot, { limit: 500 }, signal);
  const others = Array.from({ length: Math.min(9, Math.ceil(first.total / 500) - 1) }, (_, page) => client.estateServices(snapshot, { limit: 500, offset: 500 * (page + 1) }, signal));
  return [...first.items, ...(await Promise.all(others)).flatMap(({ items }) => items)];
}
