resource "aws_route53_zone" "shop" {
  name = "shop.example"
}

resource "aws_acm_certificate" "services" {
  domain_name       = "services.shop.example"
  validation_method = "DNS"
}

resource "aws_lb" "shop" {
  name               = "shop"
  load_balancer_type = "application"
  subnets            = aws_subnet.public[*].id
  security_groups    = [aws_security_group.entry.id]
}

resource "aws_lb_target_group" "service" {
  for_each    = toset(["catalogue", "checkout"])
  name        = "shop-${each.key}"
  port        = 8080
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = aws_vpc.shop.id

  health_check {
    path = "/health"
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.shop.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = aws_acm_certificate.services.arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.service["catalogue"].arn
  }
}

resource "aws_lb_listener_rule" "checkout" {
  listener_arn = aws_lb_listener.https.arn

  condition {
    path_pattern {
      values = ["/cart/*", "/checkout/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.service["checkout"].arn
  }
}

resource "aws_route53_record" "services" {
  zone_id = aws_route53_zone.shop.zone_id
  name    = "services.shop.example"
  type    = "A"

  alias {
    name                   = aws_lb.shop.dns_name
    zone_id                = aws_lb.shop.zone_id
    evaluate_target_health = true
  }
}

# Orders run in both regions: the one whose health check fails is taken out.
resource "aws_route53_health_check" "orders" {
  for_each      = { home = var.region, recovery = var.recovery_region }
  fqdn          = "orders.${each.value}.shop.example"
  type          = "HTTPS"
  port          = 443
  resource_path = "/health"
}

resource "aws_route53_record" "orders" {
  for_each        = { home = var.region, recovery = var.recovery_region }
  zone_id         = aws_route53_zone.shop.zone_id
  name            = "orders.shop.example"
  type            = "CNAME"
  ttl             = 60
  records         = ["orders.${each.value}.shop.example"]
  set_identifier  = each.key
  health_check_id = aws_route53_health_check.orders[each.key].id

  failover_routing_policy {
    type = each.key == "home" ? "PRIMARY" : "SECONDARY"
  }
}
