import type { EstateView } from '../view.ts';
import { arnResourceName, parseArn } from '../../model/arn.ts';
import { regionInIdentifier } from '../../model/region-in-identifier.ts';
import type { Resource } from '../../model/resource.ts';
import { readable } from '../../model/readable.ts';

/** What an identifier in a resource's configuration stands for, as far as anybody told us. */
export interface Place {
  /** Name for messages. */
  readonly name: string;
  /** Region of the thing; undefined where nobody told us, or where several things of different regions are meant. */
  readonly region?: string | undefined;
  /** The thing itself, where it is in the estate. */
  readonly resource?: Resource | undefined;
}

/** The place that an identifier means: through the estate, else by the region that the identifier itself carries. */
export function placeOf(graph: EstateView, identifier: string, { from, type }: { readonly from: Resource; readonly type?: string }): Place {
  const [found, ...others] = graph.resolve(identifier, from, type);
  if (found === undefined) return { name: shortName(identifier), region: regionInIdentifier(identifier) };
  const region = others.every((other) => other.region === found.region) ? found.region : undefined;
  return { name: found.name, region, resource: found };
}

/** Name of what an identifier means, for people: `media-euw1` of arn:aws:s3:::media-euw1. */
export function shortName(identifier: string): string {
  const arn = parseArn(identifier);
  return readable(arn === undefined ? identifier : arnResourceName(arn));
}
