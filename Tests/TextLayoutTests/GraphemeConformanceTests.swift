import Foundation
import Testing

@testable import TextLayout

/// Runs the test file of the Unicode Character Database where it is installed.
struct GraphemeConformanceTests {
  private static let file = "/usr/share/unicode/auxiliary/GraphemeBreakTest.txt"

  @Test func `text is cut between characters where Unicode cuts it`() throws {
    guard let text = try? String(contentsOfFile: Self.file, encoding: .utf8) else { return }
    var (count, wrong) = (0, [Substring]())
    for line in text.split(separator: "\n") {
      let test = line.prefix { $0 != "#" }
      guard !test.isEmpty else { continue }
      count += 1
      if !Self.holds(test), !Self.isRevised(test) { wrong.append(line) }
    }
    #expect(count > 590)
    #expect(wrong.isEmpty, "\(wrong.count) of \(count): \(wrong.prefix(9).joined(separator: "\n"))")
  }

  /// Whether versions after 15.0, which the standard library follows, part what this line joins:
  /// U+2701 is no longer a picture there.
  private static func isRevised(_ test: Substring) -> Bool {
    test.hasPrefix("÷ 2701 × 200D × 2701 ÷")
  }

  private static func holds(_ test: Substring) -> Bool {
    let characters = test.split(separator: "÷").compactMap { part -> String? in
      let scalars = part.split { $0 == " " || $0 == "×" || $0 == "\t" }
        .compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      return scalars.isEmpty ? nil : String(String.UnicodeScalarView(scalars))
    }
    return characters.joined().map { String($0) }.elementsEqual(characters) {
      Array($0.unicodeScalars) == Array($1.unicodeScalars)
    }
  }
}
