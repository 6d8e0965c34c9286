import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Ids begin with the region that took the order: eu-west-1-mb2k3v. */
const ourRegions = /^(?:eu|us)-(?:west|east)-\d$/;

export async function handler(event: { Records: { body: string }[] }): Promise<void> {
  for (const { body } of event.Records) {
    const { customer, id } = JSON.parse(body) as { customer: string; id: string };
    if (!ourRegions.test(id.slice(0, id.lastIndexOf('-')))) throw new Error(`Not an order: ${id}`);
    await table.send(new UpdateCommand({
      TableName: process.env.ORDERS_TABLE,
      Key: { customer, order: id },
      UpdateExpression: 'SET #state = :packed',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':packed': 'packed' },
    }));
  }
}
