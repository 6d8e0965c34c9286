terraform {
  backend "s3" {
    bucket = "shop-terraform-state-111122223333"
    key    = "platform/terraform.tfstate"
    region = "eu-west-1"
  }
}
