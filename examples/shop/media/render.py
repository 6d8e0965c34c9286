"""Renders the sizes of a picture that the shop shows."""
import io
import json
import os

import boto3
from PIL import Image

SIZES = {"thumbnail": 160, "listing": 480, "zoom": 1600}

# The region comes from the environment: right in every region.
s3 = boto3.client("s3")


def handle(event, context):
    for record in event["Records"]:
        for upload in json.loads(record["body"]).get("Records", []):
            render(upload["s3"]["bucket"]["name"], upload["s3"]["object"]["key"])


def render(bucket, key):
    original = s3.get_object(Bucket=bucket, Key=key)["Body"].read()
    for name, width in SIZES.items():
        picture = Image.open(io.BytesIO(original))
        picture.thumbnail((width, width))
        out = io.BytesIO()
        picture.save(out, "WEBP")
        s3.put_object(Bucket=os.environ["RENDITIONS_BUCKET"], Key=f"{name}/{key}.webp", Body=out.getvalue())


def public_url(key):
    # Links that merchants have in their own systems.
    return f"https://shop-media-renditions-111122223333.s3.eu-west-1.amazonaws.com/{key}"
