import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';

// The region is the one that the function runs in.
const orders = new DynamoDBClient({});
const events = new SNSClient({});

export async function handler({ Records }) {
  for (const { body, messageId } of Records) {
    const { id } = JSON.parse(body);
    await orders.send(new UpdateItemCommand({
      TableName: process.env.ORDERS_TABLE,
      Key: { id: { S: id } },
      UpdateExpression: 'SET fulfilledBy = if_not_exists(fulfilledBy, :message)',
      ExpressionAttributeValues: { ':message': { S: messageId } },
    }));
    await events.send(new PublishCommand({ TopicArn: process.env.EVENTS_TOPIC, Message: JSON.stringify({ id, kind: 'fulfilled' }) }));
  }
}
