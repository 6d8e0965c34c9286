"""Keeps the search index in step with the catalogue."""
import json
import os

import boto3
from opensearchpy import AWSV4SignerAuth, OpenSearch, RequestsHttpConnection

REGION = os.environ["AWS_REGION"]

index = OpenSearch(
    hosts=[{"host": os.environ["INDEX_HOST"], "port": 443}],
    http_auth=AWSV4SignerAuth(boto3.Session().get_credentials(), REGION),
    connection_class=RequestsHttpConnection,
    use_ssl=True,
)


def handle(event, context):
    for record in event["Records"]:
        product = json.loads(record["Sns"]["Message"])
        if product.get("deleted"):
            index.delete("products", product["id"], ignore=404)
        else:
            index.index("products", product, id=product["id"])


def rebuild():
    """Reads every product from the nightly dump and indexes it again."""
    dumps = boto3.client("s3", region_name="eu-west-1")
    if REGION == "eu-west-1":
        bucket = "shop-catalogue-dumps-111122223333"
    else:
        bucket = f"shop-catalogue-dumps-{REGION}-111122223333"
    for line in dumps.get_object(Bucket=bucket, Key="latest.jsonl")["Body"].iter_lines():
        product = json.loads(line)
        index.index("products", product, id=product["id"])
