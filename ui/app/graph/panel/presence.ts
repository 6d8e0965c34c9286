import { presences, type GroupOverlay, type Presence } from '../../../../model/overlay.ts';

const words: Readonly<Record<Presence, string>> = { itself: 'there', copied: 'copied', counterpart: 'with a counterpart', possibly: 'perhaps copied', missing: 'without a copy of its data', absent: 'not there' };

/** `3 copied, 1 without a copy of its data`. */
export function presenceText({ inTarget }: GroupOverlay): string {
  const parts = presences.flatMap((presence) => (inTarget[presence] === undefined ? [] : [[inTarget[presence], words[presence]] as const]));
  return parts.length === 1 && parts[0]?.[0] === 1 ? parts[0][1] : parts.map(([count, word]) => `${count} ${word}`).join(', ');
}
