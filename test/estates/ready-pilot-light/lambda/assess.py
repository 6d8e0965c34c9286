import os

import boto3

cases = boto3.resource("dynamodb").Table(os.environ["CASES_TABLE"])


def handler(event, context):
    for record in event["Records"]:
        cases.update_item(
            Key={"id": record["body"]},
            UpdateExpression="SET assessed = :yes",
            ExpressionAttributeValues={":yes": True},
        )
