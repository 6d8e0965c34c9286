# What raises the capacity of the recovery region, kept there. Its runbook is tried every quarter.
resource "aws_ssm_document" "failover" {
  provider        = aws.recovery
  name            = "claims-failover"
  document_type   = "Automation"
  document_format = "YAML"
  content = yamlencode({
    schemaVersion = "0.3"
    mainSteps = [
      { name = "promote", action = "aws:executeAwsApi", inputs = { Service = "rds", Api = "PromoteReadReplica", DBInstanceIdentifier = "claims" } },
      { name = "scale", action = "aws:executeAwsApi", inputs = { Service = "autoscaling", Api = "SetDesiredCapacity", AutoScalingGroupName = "claims", DesiredCapacity = 4 } },
    ]
  })
  tags = { "mr:recovery-plan" = "claims", "mr:last-drill" = "2026-08-30" }
}

# Four servers can be started whatever others start at the same time.
resource "aws_ec2_capacity_reservation" "web" {
  provider          = aws.recovery
  instance_type     = "m7g.large"
  instance_platform = "Linux/UNIX"
  availability_zone = "us-west-2a"
  instance_count    = 4
}
