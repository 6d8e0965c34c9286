import type { EstateView } from '../../graph/view.ts';
import { classAvailability, serviceAvailability, typeAvailability, type Availability } from '../../model/availability.ts';
import type { Offer } from '../../model/fact.ts';
import type { Evidence } from '../../model/readiness.ts';
import { serviceOfNamespace } from '../../model/service.ts';
import { perView } from './per-view.ts';

/** What a scanner learned live, by region and thing; a later one of several that disagree does not outrank a lack. */
const liveOffers = perView((view) => {
  const index = new Map<string, Offer>();
  for (const offer of view.estate.offers) {
    const key = `${offer.region} ${offer.what}`;
    if (index.get(key)?.available !== false) index.set(key, offer);
  }
  return index;
});

export function offerOf(view: EstateView, what: string, region: string): Offer | undefined {
  return liveOffers(view).get(`${region} ${what}`);
}

/** What was learned live, else what the table says. */
function outranked(offer: Offer | undefined, table: () => Availability): Availability {
  if (offer === undefined) return table();
  return { state: offer.available ? 'available' : 'unavailable', source: offer.source.scanner, date: offer.source.asOf ?? 'the day of the scan' };
}

/** Whether a service (code or CloudFormation namespace) is offered in a region: as learned live, else by the dated tables. */
export function serviceOffer(view: EstateView, service: string, region: string): Availability {
  const code = serviceOfNamespace(service) ?? service;
  return outranked(offerOf(view, `service:${code}`, region), () => serviceAvailability(service, region));
}

export function typeOffer(view: EstateView, type: string, region: string): Availability {
  return outranked(offerOf(view, `type:${type}`, region), () => typeAvailability(type, region));
}

/** `family` as model/availability names them: ec2, rds:postgres, elasticache … */
export function classOffer(view: EstateView, { family, name }: { readonly family: string; readonly name: string }, region: string): Availability {
  return outranked(offerOf(view, `instance:${name}`, region), () => classAvailability(family, name, region));
}

export function availabilityEvidence(what: string, { state, source, date, note }: Availability): Evidence {
  return { what, value: `${state} (${source}, ${date})${note === undefined ? '' : `: ${note}`}` };
}
