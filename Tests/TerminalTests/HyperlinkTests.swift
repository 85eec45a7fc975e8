import Testing

@testable import Terminal

struct HyperlinkTests {
  @Test func `nothing in an address can end the sequence that carries it`() throws {
    let address = "https://example.org/a b\u{1B}8\u{07}\u{9C}\n\u{7F}ü,x"
    let start = try #require(Hyperlink.start(address))
    let body = start.dropFirst().dropLast(2)
    #expect(body.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F })
    #expect(start.hasPrefix("\u{1B}]8;id=") && start.hasSuffix("\u{1B}\\"))
    #expect(start.contains("/a%20b%1B8%07%C2%9C%0A%7F%C3%BC,x"))
  }

  @Test func `all pieces of a link bear one id, other links another`() {
    let id = { (address: String) in
      Hyperlink.start(address)?.split(separator: ";").dropFirst().first
    }
    #expect(id("https://a.example/1") == id("https://a.example/1"))
    #expect(id("https://a.example/1") != id("https://a.example/2"))
  }

  @Test func `addresses that are empty, too long or like commands are no links`() {
    #expect(Hyperlink.start("") == nil)
    #expect(Hyperlink.start("https://a.example/`x`") == nil)
    #expect(Hyperlink.start("https://a.example/]0;title") == nil)
    #expect(Hyperlink.start("https://a.example/" + String(repeating: "ü", count: 400)) == nil)
  }

  @Test func `consoles are not told of links`() {
    #expect(["linux", "vt100", "dumb", "", "ansi"].allSatisfy { !Hyperlink.isUnderstood(by: $0) })
    #expect(
      ["xterm-256color", "tmux-256color", "foot", "st-direct"].allSatisfy(
        Hyperlink.isUnderstood(by:)))
  }
}
