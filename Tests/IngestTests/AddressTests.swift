import Testing

@testable import Ingest

struct AddressTests {
  @Test func `relative links are resolved as RFC 3986 shows in its examples`() {
    let base = "http://a/b/c/d;p?q"
    let examples = [
      "g:h": nil, "g": "http://a/b/c/g", "./g": "http://a/b/c/g", "g/": "http://a/b/c/g/",
      "/g": "http://a/g", "//g": "http://g", "?y": "http://a/b/c/d;p?y",
      "g?y": "http://a/b/c/g?y", "#s": "http://a/b/c/d;p?q#s", "g#s": "http://a/b/c/g#s",
      "g?y#s": "http://a/b/c/g?y#s", ";x": "http://a/b/c/;x", "": nil, ".": "http://a/b/c/",
      "./": "http://a/b/c/", "..": "http://a/b/", "../g": "http://a/b/g", "../..": "http://a/",
      "../../g": "http://a/g", "../../../g": "http://a/g", "/./g": "http://a/g",
      "g.": "http://a/b/c/g.", "..g": "http://a/b/c/..g", "./../g": "http://a/b/g",
      "g;x=1/../y": "http://a/b/c/y", "g?y/../x": "http://a/b/c/g?y/../x",
    ]
    for (link, address) in examples {
      #expect(Address.resolve(link, base: base) == address, "\(link)")
    }
  }

  @Test func `links are made usable, and unsafe schemes are refused`() {
    let base = "https://paper.example/news/feed.xml"
    let links = [
      " https://a.example/x \n": "https://a.example/x",
      "a b.html": "https://paper.example/news/a%20b.html",
      "\\images\\x.png": "https://paper.example/images/x.png",
      "https://a.example/../x/./y?z=..": "https://a.example/x/y?z=..",
      "http:/a.example/x": "http://a.example/x",
      "mailto:desk@paper.example": "mailto:desk@paper.example",
      "javascript:alert(1)": nil, "JaVa\tScript:alert(1)": nil, "data:text/html,x": nil,
      "file:///etc/passwd": nil, "vbscript:x": nil,
      String(repeating: "x", count: 9000): nil,
    ]
    for (link, address) in links {
      #expect(Address.resolve(link, base: base) == address, "\(link.prefix(60))")
    }
    #expect(Address.resolve("x", base: nil) == "x")
    #expect(Address.resolve("x", base: "not an address") == "x")
    #expect(Address.resolve("x", base: "https://a.example") == "https://a.example/x")
  }

  @Test func `fields that follow the reader are dropped and nothing else`() {
    let addresses = [
      "https://a.example/x?utm_source=rss&id=7&fbclid=zz": "https://a.example/x?id=7",
      "https://a.example/x?utm_source=rss&utm_medium=feed": "https://a.example/x",
      "https://a.example/x?utm_source=rss#part": "https://a.example/x#part",
      "https://a.example/x?id=7#utm_campaign=1": "https://a.example/x?id=7",
      "https://a.example/x?q=a%20b&&p=": "https://a.example/x?q=a%20b&&p=",
      "https://a.example/x?MC_CID=1&y": "https://a.example/x?y",
    ]
    for (address, clean) in addresses { #expect(Address.withoutTracking(address) == clean) }
  }
}
