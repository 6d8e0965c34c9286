import { Signer } from '@aws-sdk/rds-signer';
import { Client } from 'pg';

const host = process.env.LEDGER_HOST ?? 'shop-ledger.c1a2b3c4d5e6.eu-west-1.rds.amazonaws.com';

/** The region is part of the host name: shop-ledger.<id>.<region>.rds.amazonaws.com. */
const region = host.split('.').at(2);

const signer = new Signer({ hostname: host, port: 5432, username: 'charge', ...(region === undefined ? {} : { region }) });

export async function record(order: string, cents: number, token: string, paid: boolean): Promise<void> {
  const ledger = new Client({ host, user: 'charge', password: () => signer.getAuthToken(), database: 'ledger', ssl: true });
  await ledger.connect();
  try {
    await ledger.query('insert into charges (charge_order, cents, token, paid) values ($1, $2, $3, $4)', [order, cents, token, paid]);
  } finally {
    await ledger.end();
  }
}
