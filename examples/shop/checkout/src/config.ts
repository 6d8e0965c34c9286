/** Region that checkout runs in. */
export const region = process.env.AWS_REGION ?? 'eu-west-1';

/** Countries that are delivered to from each region's warehouse. */
const warehouses: Record<string, { readonly name: string; readonly countries: readonly string[] }> = {
  'eu-west-1': { name: 'Cork', countries: ['IE', 'GB', 'FR', 'ES'] },
  'us-east-1': { name: 'Norfolk', countries: ['US', 'CA'] },
};

export function warehouse(): string {
  const found = warehouses[region];
  if (!found) throw new Error(`No warehouse for ${region}`);
  return found.name;
}

/** Zone that the nightly clean-up prefers, because the reader of the cart cache is there. */
export const cleanUpZone = `${region}a`;
