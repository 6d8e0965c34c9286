import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Ids look like eu-west-1-mb2k3v; anything else is not ours. */
const orderId = /^(eu-west-\d|us-east-1)-[a-z0-9]+$/;

export async function handler(event: { Records: { body: string }[] }): Promise<void> {
  for (const { body } of event.Records) {
    const { customer, id } = JSON.parse(body) as { customer: string; id: string };
    if (!orderId.test(id)) throw new Error(`Not an order: ${id}`);
    await table.send(new UpdateCommand({
      TableName: process.env.ORDERS_TABLE,
      Key: { customer, order: id },
      UpdateExpression: 'SET #state = :packed',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':packed': 'packed' },
    }));
  }
}
