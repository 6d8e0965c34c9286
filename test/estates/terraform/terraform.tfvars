account     = "111122223333"
environment = "test"
zones       = ["a", "b"]
