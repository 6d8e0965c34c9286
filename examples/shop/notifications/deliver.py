"""Sends the mails and messages that wait in the outbox."""
import json
import os

import boto3

# Templates of regional mail footers, by the region that the mail leaves from.
FOOTERS = {
    "eu-west-1": "footer-dublin.html",
    "us-east-1": "footer-virginia.html",
}

mail = boto3.client("sesv2", region_name=os.environ.get("AWS_REGION", "eu-west-1"))
# regionready-ignore code-region-literal -- text messages leave from one registered region, by contract with the carrier
texts = boto3.client("sns", region_name="eu-west-1")


def handle(event, context):
    if event.get("source") == "aws.events":
        return send_digest()
    for record in event["Records"]:
        message = json.loads(record["body"])
        if message.get("phone"):
            texts.publish(PhoneNumber=message["phone"], Message=message["text"])
        else:
            send(message["to"], message["subject"], message["text"])


def send(to, subject, text):
    footer = FOOTERS[os.environ["AWS_REGION"]]
    mail.send_email(
        FromEmailAddress=os.environ["SENDER"],
        Destination={"ToAddresses": [to]},
        Content={"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": text + read(footer)}}}},
    )


def send_digest():
    send("merchants@shop.example", "Yesterday in the shop", "")


def read(name):
    with open(name, encoding="utf-8") as file:
        return file.read()
