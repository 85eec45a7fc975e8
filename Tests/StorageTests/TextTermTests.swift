import Articles
import Testing

@testable import Storage

@Suite struct TextTermTests {
  @Test func `words stand where they stand one after the other, between other signs`() throws {
    let term = try #require(TextTerm("harbour bridge"))
    for text in [
      "Harbour bridge", "the Harbour-Bridge.", "x harbour, bridge", "“HARBOUR” … bridge!",
      "harbour harbour bridge", "harbour bridges harbour bridge",
    ] {
      #expect(term.stands(in: text), "\(text)")
    }
    for text in [
      "harbourbridge", "harbour a bridge", "harbour bridges", "outharbour bridge", "bridge harbour",
      "éharbour bridge", "harbour bridgeé", "harbour", "",
    ] {
      #expect(!term.stands(in: text), "\(text)")
    }
    let beginning = try #require(TextTerm("harbour bri", isPrefix: true))
    #expect(beginning.stands(in: "Harbour brigade") && !beginning.stands(in: "harbour bar"))
  }

  @Test func `the scan finds what splitting into words finds`() throws {
    var random: UInt64 = 7
    func next(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % count
    }
    let signs = ["a", "b", "A", " ", "-", "é", "“", "1", "ß", "Ж", "ж", "’", "…", "²"]
    for _ in 0..<20_000 {
      let text = (0..<next(14)).map { _ in signs[next(signs.count)] }.joined()
      let words = (0..<(1 + next(2))).map { _ in
        (0..<(1 + next(2))).map { _ in ["a", "b", "é", "ж", "ss", "1"][next(6)] }.joined()
      }
      let isPrefix = next(2) == 0
      guard let term = TextTerm(words.joined(separator: " "), isPrefix: isPrefix) else { continue }
      let all = TextTerm.words(of: text)
      let stands = all.indices.contains { start in
        guard start + term.words.count <= all.count else { return false }
        return zip(term.words, all[start...]).enumerated().allSatisfy { index, pair in
          index == term.words.count - 1 && isPrefix ? pair.1.hasPrefix(pair.0) : pair.1 == pair.0
        }
      }
      #expect(term.stands(in: text) == stands, "\(term.words) \(isPrefix) in \(text)")
    }
  }
}
