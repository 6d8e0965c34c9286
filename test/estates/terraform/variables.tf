variable "account" {
  type = string
}

variable "environment" {
  type    = string
  default = "dev"
}

variable "regions" {
  type = map(string)
  default = {
    home     = "eu-north-1"
    recovery = "eu-central-1"
  }
}

variable "zones" {
  type = list(string)
}

variable "workers" {
  type    = number
  default = 1
}

variable "password" {
  type      = string
  sensitive = true
  default   = "not-a-real-one"
}

variable "classes" {
  type    = map(string)
  default = { prod = "db.r6g.large" }
}

variable "queues" {
  type = map(object({
    enabled = optional(bool, true)
    seconds = optional(number, 30)
    fifo    = optional(bool)
  }))
  default = {}
}
