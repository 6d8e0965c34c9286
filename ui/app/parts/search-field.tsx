import { TextFilter } from '@cloudscape-design/components';
import { useEffect, type ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly typed: string;
  readonly onType: (text: string) => void;
  /** Called with what was typed when typing pauses; not any more once another page is shown, which it would lead away from. */
  readonly onPause: (text: string) => void;
  /** What `onPause` was told last. */
  readonly told: string;
}

const pauseMs = 400;

/** A field to search a list by. */
export function SearchField({ label, placeholder, typed, onType, onPause, told }: Props): ReactNode {
  useEffect(() => {
    if (typed === told) return undefined;
    const timer = setTimeout(() => onPause(typed), pauseMs);
    return () => clearTimeout(timer);
    // Only typing begins a pause anew.
  }, [typed]);
  return <TextFilter filteringText={typed} filteringPlaceholder={placeholder} filteringAriaLabel={label} onChange={({ detail }) => onType(detail.filteringText)} />;
}
