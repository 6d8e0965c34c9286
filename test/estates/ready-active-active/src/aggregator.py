import base64
import json
import os

import boto3

tickets = boto3.resource("dynamodb").Table(os.environ["TICKETS_TABLE"])


def handler(event, context):
    """Counts clicks in an item that belongs to this region."""
    for record in event["Records"]:
        click = json.loads(base64.b64decode(record["kinesis"]["data"]))
        tickets.update_item(
            Key={"pk": f"{os.environ['AWS_REGION']}#{click['page']}", "sk": record["kinesis"]["sequenceNumber"]},
            UpdateExpression="SET seen = :yes",
            ExpressionAttributeValues={":yes": True},
        )
