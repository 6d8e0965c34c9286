resource "aws_route53_zone" "claims" {
  name                        = "claims.example.org"
  enable_accelerated_recovery = true
}

resource "aws_route53_health_check" "primary" {
  type              = "HTTPS"
  fqdn              = module.web_primary.dns_name
  port              = 443
  resource_path     = "/health"
  request_interval  = 10
  failure_threshold = 3
}

resource "aws_route53_record" "primary" {
  zone_id         = aws_route53_zone.claims.zone_id
  name            = "claims.example.org"
  type            = "A"
  set_identifier  = "primary"
  health_check_id = aws_route53_health_check.primary.id
  failover_routing_policy { type = "PRIMARY" }
  alias {
    name                   = module.web_primary.dns_name
    zone_id                = module.web_primary.zone_id
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "recovery" {
  zone_id        = aws_route53_zone.claims.zone_id
  name           = "claims.example.org"
  type           = "A"
  set_identifier = "recovery"
  failover_routing_policy { type = "SECONDARY" }
  alias {
    name                   = module.web_recovery.dns_name
    zone_id                = module.web_recovery.zone_id
    evaluate_target_health = true
  }
}
