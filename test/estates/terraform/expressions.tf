# What Terraform makes of these is in plan.json; the test asks the evaluator the same.
locals {
  words  = ["b", "a", "c", "a"]
  people = { ann = { age = 31, towns = ["Oslo", "Lima"] }, bob = { age = 9, towns = [] } }
  nested = [[1, 2], [], [3]]
}

output "operators" {
  value = {
    precedence  = 1 + 2 * 3 - 4 / 2 % 3
    brackets    = (1 + 2) * -3
    left        = 10 - 3 - 2
    comparisons = [1 < 2, 2 <= 2, 3 > 4, "a" == "a", 1 != 2, true && false || true, !false]
    nested      = false ? "a" : true ? "b" : "c"
    in_brackets = (false ? true : false) ? "a" : "b"
    mixed       = 1 == 1 && 2 > 1 ? "yes" : "no"
    types       = ["1" == 1, true == "true", null == null, 1 == null]
    negative    = -5 + 2
  }
}

output "templates" {
  value = {
    plain    = "a ${1 + 1} b ${true} \"q\" \t \u00e9 $${x} %%{y}"
    spaces   = "  ${"a"}  ${"b"}  "
    nested   = "x${"y${"z"}"}"
    strip    = "a   ${~ "b" ~}   c"
    only     = "${[1, 2]}"
    if       = "%{ if length(local.words) > 3 }long%{ else }short%{ endif }!"
    for      = "%{ for word in local.words }<${word}>%{ endfor }"
    heredoc  = <<EOT
one ${local.words[0]}
  two \n "three"
EOT
    flush    = <<-EOT
      first
        second ${local.words[1]}

      %{ for word in local.words ~}
      * ${word}
      %{ endfor ~}
      last
    EOT
    file     = templatefile("${path.module}/templates/note.tftpl", { name = "Ann", queues = local.words })
  }
}

output "access" {
  value = {
    attribute = local.people.ann.age
    index     = local.people["ann"]["towns"][1]
    splat     = values(local.people)[*].age
    legacy    = local.words.0
    attrs     = values(local.people).*.towns
    one       = "x"[*]
    null      = null[*]
    full      = [{ t = ["x"] }][*].t[0 + 0]
  }
}

output "loops" {
  value = {
    list      = [for word in local.words : upper(word)]
    indexed   = [for index, word in local.words : "${index}${word}" if index > 0]
    map       = { for name, person in local.people : upper(name) => person.age }
    grouped   = { for index, word in local.words : word => index... }
    nested    = flatten([for name, person in local.people : [for town in person.towns : { name = name, town = town }]])
    over_set  = [for word in toset(local.words) : word]
    condition = { for name, person in local.people : name => true if person.age > 18 && length(person.towns) > 0 }
  }
}

output "collections" {
  value = {
    concat       = concat(local.words, ["d"], [])
    merge        = merge({ a = 1, b = 2 }, { b = 3 }, null, { c = 4 })
    merge_list   = merge([{ a = 1 }, { b = 2 }]...)
    lookup       = [lookup({ a = 1 }, "a", 2), lookup({ a = 1 }, "b", 2)]
    element      = [element(local.words, 5), element(local.words, 0)]
    length       = [length(local.words), length({ a = 1 }), length("héé"), length([])]
    toset        = toset(local.words)
    tolist       = tolist(toset(local.words))
    tomap        = tomap({ b = "x", a = "y" })
    keys         = keys({ b = 1, a = 2 })
    values       = values({ b = 1, a = 2 })
    flatten      = flatten([local.nested, [[["x"]]]])
    distinct     = distinct(local.words)
    compact      = compact(["a", "", null, "b"])
    contains     = [contains(local.words, "a"), contains(local.words, "z")]
    slice        = slice(local.words, 1, 3)
    sort         = sort(local.words)
    reverse      = reverse(local.words)
    zipmap       = zipmap(["x", "y"], [1, 2])
    index        = index(local.words, "c")
    one          = [one([]), one(["a"])]
    range        = [range(3), range(1, 4), range(0, 10, 4), range(3, 0)]
    chunklist    = chunklist(local.words, 3)
    setproduct   = setproduct(["a", "b"], [1, 2])
    setunion     = setunion(["a"], ["b", "a"])
    intersection = setintersection(["a", "b"], ["b", "c"])
    subtract     = setsubtract(["a", "b"], ["b", "c"])
    transpose    = transpose({ a = ["x", "y"], b = ["y"] })
    alltrue      = [alltrue([]), alltrue([true, false]), alltrue(["true"])]
    anytrue      = [anytrue([]), anytrue([true, false])]
    sum          = sum([1, 2.5, 3])
    coalescelist = coalescelist([], ["a"])
  }
}

output "strings" {
  value = {
    format       = format("%s-%03d-%5.2f|%-5s|%5s|%t|%q|%x|%%|%v", "a", 7, 3.14159, "b", "c", true, "d\"e", 255, [1, "x"])
    format_index = format("%[2]s%[1]s", "a", "b")
    formatlist   = formatlist("%s/%s", ["a", "b"], "c")
    join         = join(", ", local.words)
    split        = [split(",", "a,b,,c"), split(",", ""), split("", "abc")]
    replace      = replace("a.b.c", ".", "-")
    lower        = lower("ÀBC")
    upper        = upper("àbc")
    title        = title("hello big-world")
    substr       = [substr("hello", 1, 3), substr("hello", -3, -1), substr("hello", 2, 99)]
    trimspace    = trimspace("  a \n")
    trim         = trim("??!hi!?", "?!")
    trimprefix   = trimprefix("hello", "he")
    trimsuffix   = trimsuffix("hello", "lo")
    startswith   = [startswith("hello", "he"), endswith("hello", "he"), strcontains("hello", "ll")]
    chomp        = chomp("a\r\n\n")
    indent       = indent(2, "a\nb")
    strrev       = strrev("héllo")
    tostring     = [tostring(1), tostring(true), tostring(1.5), tostring(10000000)]
    tonumber     = tonumber("12")
    tobool       = tobool("true")
    big          = tostring(123456789012)
    tiny         = "${0.1 + 0.2}"
  }
}

output "encoding" {
  value = {
    json         = jsonencode({ b = [1, null, "x<y>&z"], a = { c = true }, "é" = "ü" })
    json_scalar  = jsonencode("a")
    decoded      = jsondecode(file("${path.module}/templates/data.json")).a[2]
    yaml         = yamldecode(file("./templates/data.yaml")).a[1]
    base64       = base64encode("héllo")
    decoded64    = base64decode("aMOpbGxv")
    url          = urlencode("a b/c?d=é")
    md5          = md5("a")
    sha1         = sha1("a")
    sha256       = sha256("a")
    base64sha256 = base64sha256("a")
    round        = jsondecode(jsonencode({ a = [1, { b = "c" }] })).a[1].b
  }
}

output "numbers" {
  value = {
    abs    = abs(-2)
    ceil   = [ceil(1.2), floor(1.8), floor(-1.2)]
    max    = max(1, 5, 3)
    min    = min([4, 2, 3]...)
    pow    = pow(2, 10)
    signum = signum(-3)
    parse  = [parseint("ff", 16), parseint("-12", 10)]
    exp    = 1.5e3
  }
}

output "network" {
  value = {
    cidrsubnet  = [cidrsubnet("10.1.2.0/24", 4, 15), cidrsubnet("fd00:fd12:3456:7890::/56", 16, 162), cidrsubnet("172.16.0.0/12", 4, 2)]
    cidrsubnets = cidrsubnets("10.1.0.0/16", 4, 4, 8, 4)
    cidrhost    = [cidrhost("10.12.112.0/20", 16), cidrhost("10.12.112.0/20", -1), cidrhost("fd00:fd12:3456:7890:00a2::/72", 34)]
    netmask     = cidrnetmask("172.16.0.0/12")
  }
}

output "fallbacks" {
  value = {
    coalesce = [coalesce("", null, "a"), coalesce("b", "a")]
    try      = [try(local.people.carl.age, "none"), try(local.words[9], local.words[0]), try(jsondecode("{"), "broken")]
    can      = [can(local.people.ann), can(local.people.carl), can(tonumber("x"))]
    dirname  = [dirname("a/b/c.txt"), basename("a/b/c.txt")]
    exists   = fileexists("${path.module}/templates/note.tftpl")
    path     = [path.module, path.root]
    nulls    = null
  }
}
