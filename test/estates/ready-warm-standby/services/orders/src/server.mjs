import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { createServer } from 'node:http';

// The region is the one that the task runs in.
const orders = new DynamoDBClient({});
const jobs = new SQSClient({});
const media = new S3Client({});

createServer(async ({ url }, response) => {
  const id = url.slice(1);
  const { Item } = await orders.send(new GetItemCommand({ TableName: process.env.ORDERS_TABLE, Key: { id: { S: id } } }));
  if (Item === undefined) await orders.send(new PutItemCommand({ TableName: process.env.ORDERS_TABLE, Item: { id: { S: id } } }));
  await jobs.send(new SendMessageCommand({ QueueUrl: process.env.FULFILMENT_QUEUE_URL, MessageBody: JSON.stringify({ id }) }));
  await media.send(new GetObjectCommand({ Bucket: process.env.MEDIA_BUCKET, Key: id }));
  response.end();
}).listen(8080);
