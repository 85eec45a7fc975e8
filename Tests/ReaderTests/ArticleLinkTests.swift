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
}
