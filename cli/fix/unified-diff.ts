const around = 3;

/** A unified diff of two texts that differ in few places, as `git apply` and `patch` read it; '' if they are the same. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const [old, now] = [linesOf(before), linesOf(after)];
  const hunks = grouped(changesOf(old, now)).map((group) => hunk(group, old, now));
  return `--- ${named(`a/${path}`)}\n+++ ${named(`b/${path}`)}\n${hunks.join('')}`;
}

/** Names with control characters or quotes are written as text, as git does. */
const named = (path: string): string => (/[\u0000-\u001f\u007f"\\]/.test(path) ? JSON.stringify(path) : path);

/** Lines [oldFrom, oldTo) become [newFrom, newTo). */
interface Change {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** With their line ends. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** How far apart the two texts may be before they meet again. */
const window = 64;

/** Walks both texts together; where they part, the nearest place at which they meet again ends the change. */
function changesOf(old: readonly string[], now: readonly string[]): Change[] {
  const changes: Change[] = [];
  let [a, b] = [0, 0];
  while (a < old.length || b < now.length) {
    if (old[a] !== undefined && old[a] === now[b]) {
      a += 1;
      b += 1;
      continue;
    }
    const [skipOld, skipNew] = meeting(old.slice(a, a + window), now.slice(b, b + window)) ?? [old.length - a, now.length - b];
    changes.push({ oldFrom: a, oldTo: a + skipOld, newFrom: b, newTo: b + skipNew });
    a += skipOld;
    b += skipNew;
  }
  return changes;
}

function meeting(old: readonly string[], now: readonly string[]): readonly [number, number] | undefined {
  for (let sum = 1; sum < old.length + now.length; sum += 1) {
    const balanced = Array.from({ length: sum + 1 }, (_, skip) => skip).sort((x, y) => Math.abs(2 * x - sum) - Math.abs(2 * y - sum) || x - y);
    const skip = balanced.find((each) => old[each] !== undefined && old[each] === now[sum - each]);
    if (skip !== undefined) return [skip, sum - skip];
  }
  return undefined;
}

/** Changes whose surroundings touch are shown together. */
function grouped(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    if (group !== undefined && change.oldFrom - (group.at(-1)?.oldTo ?? 0) <= 2 * around) group.push(change);
    else groups.push([change]);
  }
  return groups;
}

function hunk(group: readonly Change[], old: readonly string[], now: readonly string[]): string {
  const [first, last] = [group[0] as Change, group.at(-1) as Change];
  const lead = Math.min(around, first.oldFrom);
  const from = first.oldFrom - lead;
  const to = Math.min(last.oldTo + around, old.length);
  const lines: string[] = [];
  let at = from;
  for (const { oldFrom, oldTo, newFrom, newTo } of group) {
    lines.push(...old.slice(at, oldFrom).map((line) => ` ${line}`), ...old.slice(oldFrom, oldTo).map((line) => `-${line}`), ...now.slice(newFrom, newTo).map((line) => `+${line}`));
    at = oldTo;
  }
  lines.push(...old.slice(at, to).map((line) => ` ${line}`));
  const shift = last.newTo - last.oldTo;
  const newStart = first.newFrom - lead;
  const head = `@@ -${range(from, to - from)} +${range(newStart, to + shift - newStart)} @@\n`;
  return head + lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)).join('');
}

const range = (from: number, count: number): string => `${count === 0 ? from : from + 1},${count}`;
