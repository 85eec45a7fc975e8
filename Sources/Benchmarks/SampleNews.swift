import Articles
import FoundationEssentials

/// News that no one wrote: the same for the same number, as long as real reports and with words as
/// unevenly frequent.
struct SampleNews {
  private var random: UInt64
  private let words: [String]

  init(seed: UInt64) {
    random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let starts = [
      "b", "br", "d", "f", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "v",
    ]
    let middles = ["a", "e", "i", "o", "u", "ai", "ou"]
    let ends = ["", "n", "r", "s", "t", "ll", "nd", "rk", "st"]
    var words: [String] = []
    for first in starts {
      for second in middles {
        for third in starts {
          for end in ends { words.append(first + second + third + middles[end.utf8.count] + end) }
        }
      }
    }
    self.words = words
  }

  mutating func next(_ count: Int) -> Int {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(random >> 33) % count
  }

  /// A word; the first of the list are a thousand times as frequent as the last.
  private mutating func word() -> String {
    let place = Double(next(1 << 20) + 1) / Double(1 << 20)
    return words[min(words.count - 1, Int(Double(words.count) * place * place * place))]
  }

  mutating func sentence() -> String {
    var sentence = word()
    for _ in 0..<(8 + next(16)) { sentence += (next(9) == 0 ? ", " : " ") + word() }
    return sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
  }

  mutating func paragraph() -> String {
    (0..<(2 + next(3))).map { _ in sentence() }.joined(separator: " ")
  }

  /// Paragraphs of so many words, or a few more.
  mutating func paragraphs(words count: Int) -> [String] {
    var paragraphs: [String] = []
    var written = 0
    while written < count {
      paragraphs.append(paragraph())
      written += paragraphs[paragraphs.count - 1].utf8.count { $0 == 0x20 } + 1
    }
    return paragraphs
  }

  /// An article for a store; a day has about a hundred of them.
  mutating func draft(_ number: Int, now: Date) -> ArticleDraft {
    let title = String(sentence().dropLast().prefix(70))
    var draft = ArticleDraft(
      title: title, source: "Wire \(number % 40)",
      body: Body(paragraphs: paragraphs(words: 300 + next(600))))
    draft.guid = "sample-\(number)"
    draft.link = "https://wire\(number % 40).example/\(number)"
    draft.published = now - Double(number) * 864
    return draft
  }

  /// A feed of RSS 2.0 with so many articles of about 5 kB.
  mutating func feed(articles count: Int) -> [UInt8] {
    var text = "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" "
    text +=
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Wire</title>"
    for number in 0..<count {
      let body = paragraphs(words: 300 + next(600)).map { "<p>\($0)</p>" }.joined(separator: "\n")
      text += """
        <item><title>\(sentence())</title><link>https://wire.example/\(number)</link>
        <guid>g\(number)</guid><pubDate>Fri, 20 Nov 2026 12:00:00 GMT</pubDate>
        <category>city</category><content:encoded><![CDATA[\(body)]]></content:encoded></item>

        """
    }
    return Array((text + "</channel></rss>\n").utf8)
  }
}
