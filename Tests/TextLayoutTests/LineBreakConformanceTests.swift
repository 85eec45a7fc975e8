import Foundation
import Testing

@testable import TextLayout

/// Runs the test file of the Unicode Character Database where it is installed.
struct LineBreakConformanceTests {
  private static let file = "/usr/share/unicode/auxiliary/LineBreakTest.txt"

  @Test func `lines break where Unicode says they may`() throws {
    guard let text = try? String(contentsOfFile: Self.file, encoding: .utf8) else { return }
    var (count, wrong) = (0, [Substring]())
    for line in text.split(separator: "\n") {
      let test = line.prefix { $0 != "#" }
      guard !test.isEmpty else { continue }
      count += 1
      if !Self.holds(test) { wrong.append(line) }
    }
    #expect(count > 7_000)
    #expect(wrong.isEmpty, "\(wrong.count) of \(count): \(wrong.prefix(9).joined(separator: "\n"))")
  }

  /// One line of the file: `×` and `÷` between scalars in hexadecimal digits.
  private static func holds(_ test: Substring) -> Bool {
    let words = test.split { $0 == " " || $0 == "\t" }
    let scalars = words.compactMap { UInt32($0, radix: 16) }
    let expected = words.dropLast().filter { $0 == "÷" || $0 == "×" }.map { $0 == "÷" }
    var scanner = BreakScanner(isTypeset: false)
    let found = scalars.indices.map { index in
      let next = index + 1 < scalars.count ? BreakClass(scalars[index + 1]) : .space
      return scanner.canBreak(
        before: BreakClass(scalars[index]), followedBy: next, scalar: scalars[index])
    }
    return found == expected
  }
}
