terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "vpc_id" { type = string }
variable "public_subnets" { type = list(string) }
variable "private_subnets" { type = list(string) }
variable "domain" { type = string }
variable "capacity" { type = number }
variable "database_parameter" { type = string }
variable "instance_profile" { type = string }

data "aws_region" "current" {}

data "aws_ssm_parameter" "image" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"
}

resource "aws_acm_certificate" "this" {
  domain_name       = var.domain
  validation_method = "DNS"
}

resource "aws_security_group" "load_balancer" {
  name   = "claims-load-balancer"
  vpc_id = var.vpc_id
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "web" {
  name   = "claims-web"
  vpc_id = var.vpc_id
  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [aws_security_group.load_balancer.id]
  }
}

resource "aws_lb" "this" {
  name               = "claims"
  load_balancer_type = "application"
  subnets            = var.public_subnets
  security_groups    = [aws_security_group.load_balancer.id]
}

resource "aws_lb_target_group" "this" {
  name     = "claims"
  port     = 8080
  protocol = "HTTP"
  vpc_id   = var.vpc_id
  health_check { path = "/health" }
}

resource "aws_lb_listener" "this" {
  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = aws_acm_certificate.this.arn
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }
}

resource "aws_wafv2_web_acl" "this" {
  name  = "claims"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "claims"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_association" "this" {
  resource_arn = aws_lb.this.arn
  web_acl_arn  = aws_wafv2_web_acl.this.arn
}

resource "aws_launch_template" "this" {
  name                   = "claims"
  image_id               = data.aws_ssm_parameter.image.value
  instance_type          = "m7g.large"
  vpc_security_group_ids = [aws_security_group.web.id]
  iam_instance_profile { name = var.instance_profile }
  metadata_options { http_tokens = "required" }
  user_data = base64encode("#!/bin/bash\necho DATABASE_PARAMETER=${var.database_parameter} >> /etc/claims.env\nsystemctl enable --now claims\n")
}

resource "aws_autoscaling_group" "this" {
  name                = "claims"
  min_size            = var.capacity
  max_size            = 12
  desired_capacity    = var.capacity
  vpc_zone_identifier = var.private_subnets
  target_group_arns   = [aws_lb_target_group.this.arn]
  health_check_type   = "ELB"
  launch_template {
    id      = aws_launch_template.this.id
    version = "$Latest"
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/claims/web"
  retention_in_days = 30
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "claims-errors"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  dimensions          = { LoadBalancer = aws_lb.this.arn_suffix }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 5
  threshold           = 20
  comparison_operator = "GreaterThanThreshold"
}

output "dns_name" { value = aws_lb.this.dns_name }
output "zone_id" { value = aws_lb.this.zone_id }
