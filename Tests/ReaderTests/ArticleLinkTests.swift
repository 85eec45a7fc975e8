import Articles
import Testing

@testable import Reader

@Suite struct ArticleLinkTests {
  private func link(_ text: String, _ address: String) -> ArticleLink {
    ArticleLink(number: 1, address: address, text: text)
  }

  @Test func `a link whose words pretend another host shows the real one`() {
    let honest = [
      ("the report", "https://gazette.example/a"), ("gazette.example", "https://gazette.example/a"),
      ("www.gazette.example/a", "https://gazette.example/a"),
      ("https://news.gazette.example", "https://gazette.example"), ("e.g.", "https://a.example"),
      ("v1.2", "https://a.example"), ("No.7", "https://a.example"), ("", "mailto:desk@a.example"),
    ]
    for (text, address) in honest { #expect(link(text, address).disguisedHost == nil, "\(text)") }
    let disguised = [
      ("bank.example", "https://evil.test/bank.example", "evil.test"),
      ("https://bank.example/login", "http://evil.test:8080", "evil.test"),
      ("the bank", "https://bank.example@evil.test/", "evil.test"),
      ("the bank", "https://bank.example\\@evil.test", nil),
      ("bank.example", "https://notbank.example", "notbank.example"),
      ("the bank", "https://xn--bnk-5na.example/", "xn--bnk-5na.example"),
      ("the bank", "https://bаnk.example/", "bаnk.example"),
    ]
    for (text, address, host) in disguised {
      #expect(link(text, address).disguisedHost == host, "\(text) \(address)")
    }
  }

  @Test func `only addresses of pages and mail are opened`() {
    for address in ["https://a.example", "HTTP://a.example/b", "mailto:desk@a.example"] {
      #expect(link("a", address).canBeOpened, "\(address)")
    }
    let refused = [
      "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "/relative", "", ":x",
      "https://a.example/\u{1B}]0;", "https://a b", "-oProxy=x",
    ]
    for address in refused { #expect(!link("a", address).canBeOpened, "\(address)") }
  }

  @Test func `addresses in the text are links, without what stands around them`() {
    func links(_ text: String, style: Span.Style = []) -> [String] {
      BareAddress.linked([Span(text, style: style)]).compactMap(\.link)
    }
    let cases = [
      ("see https://a.example/b.", ["https://a.example/b"]),
      (
        "(http://a.example/b_(c)) or HTTPS://A.example?",
        ["http://a.example/b_(c)", "HTTPS://A.example"]
      ),
      ("“https://a.example/”", ["https://a.example/"]),
      ("https://a.example、次", ["https://a.example"]),
      ("xhttp://a.example ftp://a.example http:// https:/a 12:30 a://b", []), ("http://", []),
      ("", []),
    ]
    for (text, found) in cases { #expect(links(text) == found, "\(text)") }
    #expect(links("https://a.example", style: .code).isEmpty)
    for length in 0...9 {
      let text = String(repeating: " ", count: length) + "http://a.example b"
      #expect(links(text) == ["http://a.example"], "\(length)")
    }
    #expect(links("https://a.example https://b.example;https://c.example").count == 2)
    let spans = [Span("a "), Span("é https://a.example, b", style: .bold), Span("c", link: "d")]
    #expect(
      BareAddress.linked(spans) == [
        Span("a "), Span("é ", style: .bold),
        Span("https://a.example", style: .bold, link: "https://a.example"),
        Span(", b", style: .bold), Span("c", link: "d"),
      ])
  }
}
