import Foundation
import Testing

@testable import TextLayout

/// Runs the test file of the Unicode Character Database where it is installed.
struct BidiConformanceTests {
  private static let file = "/usr/share/unicode/BidiCharacterTest.txt"

  @Test func `characters have the levels and the order that Unicode gives them`() {
    guard let bytes = FileManager.default.contents(atPath: Self.file) else { return }
    var (count, wrong) = (0, [String]())
    for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
      count += 1
      if !Self.holds(line) { wrong.append(String(decoding: line, as: UTF8.self)) }
    }
    #expect(count > 91_000)
    #expect(wrong.isEmpty, "\(wrong.count) of \(count): \(wrong.prefix(9).joined(separator: "\n"))")
  }

  /// One line: scalars; paragraph direction (2 is by the first letter); its level; levels; order.
  private static func holds(_ line: Data) -> Bool {
    let fields = line.split(separator: 0x3B, omittingEmptySubsequences: false)
    guard fields.count == 5 else { return false }
    let wanted = numbers(fields[1], radix: 10).first ?? 2
    let paragraph = BidiParagraph(
      numbers(fields[0], radix: 16), level: wanted == 2 ? nil : UInt8(wanted))
    let levels = fields[3].split(separator: 0x20).map { word in
      word.first == 0x78 ? BidiParagraph.removed : UInt8(numbers(word, radix: 10)[0])
    }
    let line = 0..<paragraph.scalars.count
    guard numbers(fields[2], radix: 10) == [UInt32(paragraph.baseLevel)],
      zip(levels, paragraph.lineLevels(line)).allSatisfy({
        $0 == $1 || $0 == BidiParagraph.removed
      }), levels.count == line.count
    else { return false }
    let order = paragraph.pieces(of: line).flatMap { piece in
      piece.runsToLeft ? Array(piece.range.reversed()) : Array(piece.range)
    }
    let shown = order.filter { levels[$0] != BidiParagraph.removed }
    return shown.map { UInt32($0) } == numbers(fields[4], radix: 10)
  }

  private static func numbers(_ text: Data, radix: UInt32) -> [UInt32] {
    var numbers: [UInt32] = []
    var isInside = false
    for byte in text {
      let digit = byte >= 0x41 ? UInt32(byte) - 0x37 : UInt32(byte) &- 0x30
      guard digit < radix else {
        isInside = false
        continue
      }
      if !isInside { numbers.append(0) }
      isInside = true
      numbers[numbers.count - 1] = numbers[numbers.count - 1] * radix + digit
    }
    return numbers
  }

  @Test func `a line of mixed text is drawn in its visual order`() {
    let cases = [
      ("abc", "abc"), ("שלום", "םולש"), ("שלום world", "world םולש"),
      ("price: 25 שקל (כולל מע״מ)", "price: 25 (מ״עמ ללוכ) לקש"),
      ("ב־2026 [א]", "[א] 2026־ב"), ("", ""),
      ("قيمة 12.5%", "%12.5 ةميق"),
    ]
    for (text, drawn) in cases {
      #expect(CleanText(text).inVisualOrder.string == drawn, "\(text)")
    }
  }

  @Test func `the directions of a long line without an end to its brackets are found at once`() {
    let text = String(repeating: "א(ב[ג{1⁧", count: 4_000)
    let start = ContinuousClock.now
    let order = TextOrder(text)
    #expect(order?.pieces(of: 0..<text.utf8.count).isEmpty == false)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
