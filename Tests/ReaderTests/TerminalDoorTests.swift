import Articles
import FoundationEssentials
import Screen
import Testing
import TextLayout

@testable import Reader

/// No text of a feed, a page or an error is a command to the terminal.
@Suite struct TerminalDoorTests {
  /// Numbers that a seed repeats (splitmix64).
  private struct Steps: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let attacks: [String] = [
    "\u{1B}[31m", "\u{1B}]0;PWNED\u{07}", "\u{1B}]52;c;cHduZWQ=\u{1B}\\", "\u{9B}7331n",
    "\u{9D}0;x\u{9C}",
    "\u{90}$q\u{9C}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{202C}", "\u{200F}", "\u{E0041}",
    "\r\n",
    "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "a\u{301}\u{302}", "\u{200D}", "👩‍🚀", "新聞", "سلام",
  ]

  /// Any bytes, as far as they are text, with sequences that mean something among them.
  private static func text(_ random: inout Steps) -> String {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...24, using: &random) {
      if Bool.random(using: &random) {
        bytes += (attacks.randomElement(using: &random) ?? "").utf8
      } else {
        bytes += (0..<3).map { _ in UInt8.random(in: 0...255, using: &random) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What must never reach the screen: C0, DEL, C1, line separators, marks, embeddings, overrides
  /// and isolates of direction, tags.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x061C, 0x200E, 0x200F, 0x202A...0x202E,
      0x2066...0x2069, 0xFEFF, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  private func expectClean(_ text: String, _ words: String) {
    let found = text.unicodeScalars.filter { $0 != "\n" && Self.isForbidden($0) }
    #expect(found.isEmpty, "\(words): \(found.map { String($0.value, radix: 16) })")
  }

  @Test func `cleaned text holds no command, whatever it was, and so does each part of it`() {
    for seed in UInt64(1)...3_000 {
      var random = Steps(state: seed)
      let raw = Self.text(&random)
      let clean = CleanText(raw)
      expectClean(clean.string, "seed \(seed)")
      #expect(!clean.string.contains("\n"))
      let limit = Int.random(in: 0...20, using: &random)
      #expect(clean.truncated(to: limit).columns <= limit, "seed \(seed)")
      expectClean(clean.truncated(to: limit).string, "seed \(seed), cut")
    }
  }

  @Test func `no title, name, text, topic or error gets a command onto the screen`() {
    for seed in UInt64(1)...150 {
      var random = Steps(state: seed)
      let size = [(80, 24), (140, 40), (20, 5)][Int(seed % 3)]
      var reader = Model.showing(
        (0..<5).map { _ in Self.text(&random) }, columns: size.0, rows: size.1)
      expectClean(reader.frame.text, "seed \(seed), list")
      for effect in reader.type("<Enter>") {
        guard case .loadArticle(let id, let request) = effect,
          var head = reader.list.rows.first(where: { $0.id == id })
        else { continue }
        head.source = Self.text(&random)
        head.topics = [Self.text(&random)]
        head.authors = [Self.text(&random)]
        head.link = "https://example.org/" + Self.text(&random)
        var draft = ArticleDraft(title: head.title, source: head.source)
        draft.body = Body(paragraphs: (0..<4).map { _ in Self.text(&random) })
        draft.highlights = [Self.text(&random)]
        draft.dateline = Self.text(&random)
        draft.picture = Picture(caption: Self.text(&random), credit: Self.text(&random))
        _ = reader.update(.articleLoaded(Article(head: head, draft: draft), request))
      }
      expectClean(reader.frame.text, "seed \(seed), article")
      _ = reader.update(.failed(Self.text(&random), nil))
      expectClean(reader.frame.text, "seed \(seed), error")
    }
  }
}
