import json
import os

import boto3

mail = boto3.client("sesv2")
tickets = boto3.resource("dynamodb").Table(os.environ["TICKETS_TABLE"])


def handler(event, context):
    for record in event["Records"]:
        ticket = json.loads(record["body"])["detail"]["id"]
        tickets.update_item(
            Key={"pk": ticket, "sk": "ticket"},
            UpdateExpression="SET notified = :yes",
            ConditionExpression="attribute_not_exists(notified)",
            ExpressionAttributeValues={":yes": True},
        )
        mail.send_email(
            FromEmailAddress=os.environ["SENDER"],
            Destination={"ToAddresses": ["customer@example.com"]},
            Content={"Simple": {"Subject": {"Data": "Your ticket"}, "Body": {"Text": {"Data": ticket}}}},
        )
