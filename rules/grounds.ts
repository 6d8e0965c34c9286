import type { EstateView } from '../graph/view.ts';
import type { Intent } from '../model/intent.ts';
import type { Evidence, Judgement } from '../model/readiness.ts';

/** Resources of a verdict that are shown; the others are in its list of resources. */
const shown = 3;

/**
 * What a verdict rests on where its rule named no attribute: the resources that it is about, where they are declared or were seen, and,
 * where something is missing, how much was looked through for it.
 */
export function groundedIn(view: EstateView, { target }: Pick<Intent, 'target'>): (judgement: Judgement) => Judgement {
  let there: number | undefined;
  const lookedThrough = (): Evidence => {
    there ??= [...view.estate.resources.values()].filter(({ region }) => region === target).length;
    return { what: 'looked through', value: `${view.estate.resources.size} resources, ${there} of them in ${target}` };
  };
  const subject = (id: string): readonly Evidence[] => {
    const resource = view.resource(id);
    if (resource === undefined) return [];
    const { name, resourceType, region, sources: [source] } = resource;
    return [{ what: resourceType, value: region === undefined ? name : `${name} in ${region}`, ...(source === undefined ? {} : { source }) }];
  };
  return (judgement) => {
    const { evidence, occurrence, resources, state } = judgement;
    if (evidence.length > 0 || occurrence !== undefined) return judgement;
    const about = resources.slice(0, shown).flatMap(subject);
    return { ...judgement, evidence: state === 'gap' || state === 'unknown' || about.length === 0 ? [...about, lookedThrough()] : about };
  };
}
