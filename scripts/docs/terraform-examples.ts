import { buildEstate } from '../../graph/build.ts';
import { viewOf, type EstateView } from '../../graph/view.ts';
import { terraformHcl } from '../../scanner/iac/terraform-hcl/index.ts';

const providers = `provider "aws" {
  region = "us-east-1"
}
provider "aws" {
  alias  = "target"
  region = "eu-west-1"
}
`;

/** A peering connection between the regions, whose accepting side resolves private names or not. */
export const peering = (accepts: string): string => `${providers}resource "aws_vpc" "home" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_vpc" "target" {
  provider   = aws.target
  cidr_block = "10.1.0.0/16"
}
resource "aws_vpc_peering_connection" "both" {
  vpc_id      = aws_vpc.home.id
  peer_vpc_id = aws_vpc.target.id
  peer_region = "eu-west-1"
  requester {
    allow_remote_vpc_dns_resolution = true
  }
  accepter {
    allow_remote_vpc_dns_resolution = ${accepts}
  }
}
`;

/** A table that is strongly consistent in the region that examples replicate to. */
export const table = `${providers}resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
  attribute {
    name = "id"
    type = "S"
  }
  replica {
    region_name      = "eu-west-1"
    consistency_mode = "STRONG"
  }
}
`;

/** The estate that a configuration of one file declares, read by the real reader. */
export async function viewOfTerraform(text: string): Promise<EstateView> {
  const path = 'main.tf';
  const reading = await terraformHcl({
    paths: [path], shown: [], deployments: () => [{ region: 'us-east-1', account: '111122223333' }],
    shelf: { list: () => [path], text: (asked) => (asked === path ? text : undefined) },
  });
  return viewOf(buildEstate([...reading.facts()]));
}
