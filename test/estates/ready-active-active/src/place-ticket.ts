import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { randomUUID } from 'node:crypto';

// Clients take the region of the function: each region writes to its own replica.
const tickets = new DynamoDBClient({});
const events = new EventBridgeClient({});
const secrets = new SecretsManagerClient({});

export async function handler({ body }: { body: string }): Promise<{ statusCode: number; body: string }> {
  const { seat, customer } = JSON.parse(body) as { seat: string; customer: string };
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: 'tickets/payment-provider' }));
  if (SecretString === undefined) return { statusCode: 503, body: '' };
  // Owned by the region that created it, so that the other one never writes to it.
  const id = `${process.env['AWS_REGION']}#${randomUUID()}`;
  await tickets.send(new PutItemCommand({ TableName: process.env['TICKETS_TABLE'], Item: { pk: { S: id }, sk: { S: 'ticket' }, seat: { S: seat }, customer: { S: customer } }, ConditionExpression: 'attribute_not_exists(pk)' }));
  await events.send(new PutEventsCommand({ EndpointId: process.env['EVENTS_ENDPOINT'], Entries: [{ EventBusName: process.env['BUS'], Source: 'tickets', DetailType: 'placed', Detail: JSON.stringify({ id }) }] }));
  return { statusCode: 201, body: JSON.stringify({ id }) };
}
