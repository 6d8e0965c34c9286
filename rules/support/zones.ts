/** Name of a zone of a region: us-east-1a, us-east-1-bos-1a. Zone ids are none: use1-az1 means the same zone in every account. */
export const isZoneOf = (text: string, regions: readonly string[]): boolean =>
  regions.some((region) => text.startsWith(region) && /^(?:[a-z]|-[a-z0-9-]+)$/.test(text.slice(region.length)));
