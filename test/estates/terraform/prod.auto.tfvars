environment = "prod"

queues = {
  orders   = { seconds = "60", fifo = false }
  payments = { fifo = true }
  legacy   = { enabled = false }
}
