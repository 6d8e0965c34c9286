import { createClient } from '@redis/client';
import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { region, warehouse } from './config.ts';

const carts = createClient({ url: `rediss://${process.env.CARTS_HOST}:6379` });
const metrics = new CloudWatchClient({ region });

const keptForSeconds = 14 * 24 * 3600;

export async function addToCart(customer: string, product: string, pieces: number): Promise<void> {
  await carts.hIncrBy(`cart:${customer}`, product, pieces);
  await carts.expire(`cart:${customer}`, keptForSeconds);
  await metrics.send(new PutMetricDataCommand({
    Namespace: 'Shop/Checkout',
    MetricData: [{ MetricName: 'Added', Value: pieces, Dimensions: [{ Name: 'Warehouse', Value: warehouse() }] }],
  }));
}

export async function cart(customer: string): Promise<Record<string, string>> {
  return carts.hGetAll(`cart:${customer}`);
}
