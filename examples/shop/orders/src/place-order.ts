import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

// No region given: the clients use the one that the function runs in.
const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const queue = new SQSClient({});

interface Request {
  readonly rawPath: string;
  readonly body?: string;
}

export async function handler(request: Request): Promise<{ statusCode: number; body: string }> {
  if (request.rawPath === '/health') return { statusCode: 200, body: process.env.AWS_REGION ?? '' };
  const order = JSON.parse(request.body ?? '{}') as { customer: string; lines: unknown[] };
  // The region is part of the key, so that orders placed on both sides of a failover never collide.
  const id = `${process.env.AWS_REGION}-${Date.now().toString(36)}`;
  await table.send(new PutCommand({ TableName: process.env.ORDERS_TABLE, Item: { ...order, order: id, state: 'placed' } }));
  await queue.send(new SendMessageCommand({ QueueUrl: process.env.FULFILMENT_QUEUE, MessageBody: JSON.stringify({ customer: order.customer, id }) }));
  return { statusCode: 201, body: JSON.stringify({ id }) };
}
