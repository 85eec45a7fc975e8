import Foundation
import Testing

@testable import TextLayout

struct CleanTextTests {
  @Test func `pictures that are joined to others stand alone, however the first is drawn`() {
    let cases = [
      ("👨\u{200D}👩\u{200D}👧", "👨", 2), ("🏌\u{FE0F}\u{200D}♂\u{FE0F}", "🏌", 1),
      ("❤\u{FE0F}\u{200D}🔥", "❤", 1), ("👍🏽", "👍", 2), ("🇵🇹", "🇵🇹", 2),
      ("🏳\u{FE0F}\u{200D}🌈 a", "🏳 a", 3), ("क्\u{200D}ष", "क्ष", 2),
    ]
    for (raw, clean, columns) in cases {
      #expect(CleanText(raw).string == clean)
      #expect(CleanText(raw).columns == columns, "\(raw)")
    }
  }

  @Test func `cleaning twice is cleaning once, and parts add up to the whole`() {
    let file = "/usr/share/unicode/auxiliary/GraphemeBreakTest.txt"
    let lines = (try? String(contentsOfFile: file, encoding: .utf8))?.split(separator: "\n") ?? []
    let known = lines.map { line in
      let scalars = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }
        .compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      return String(String.UnicodeScalarView(scalars))
    }
    for raw in known + ["\u{1160}", "a\u{11A8}", "\u{301}a", "\u{110BD}\u{0903}"] {
      let clean = CleanText(raw)
      let again = CleanText(clean.string)
      #expect(
        again.string == clean.string && again.columns == clean.columns, "\(raw.unicodeScalars)")
      #expect((CleanText("x") + clean).columns <= 1 + clean.columns)
      #expect(clean.string.reduce(0) { $0 + $1.cellWidth } == clean.columns)
    }
  }
}
