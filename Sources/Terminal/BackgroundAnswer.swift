import CNCurses
import Screen

/// What a terminal answers to the question for the colour of its background (OSC 11), letter by
/// letter: "]11;rgb:ffff/ffff/ffff" and an end.
struct BackgroundAnswer {
  /// Whether the question was put and no answer came yet.
  var isAwaited = false
  private var text: [UInt8]?

  /// The question.
  static let question = "\u{1B}]11;?\u{1B}\\"
  /// Letters that an answer has at most; a longer one is none.
  private static let limit = 64

  /// Whether an answer has begun and goes on.
  var isUnfinished: Bool { text != nil }

  /// Whether the letter behind Esc begins the answer.
  mutating func begins(with code: wint_t) -> Bool {
    guard isAwaited, code == 0x5D else { return false }
    text = []
    return true
  }

  /// Takes the next letter.
  /// - Returns: Whether the background is light, once the answer is complete and can be read.
  mutating func take(_ code: wint_t) -> Bool? {
    guard var text else { return nil }
    let isEnd = code == 7 || code == 0x9C || code == 0x5C && text.last == 27
    guard !isEnd else {
      self.text = nil
      isAwaited = false
      return Self.isLight(text.filter { $0 != 27 })
    }
    guard text.count < Self.limit, let byte = UInt8(exactly: code) else {
      self.text = nil
      isAwaited = false
      return nil
    }
    text.append(byte)
    self.text = text
    return nil
  }

  private static func isLight(_ text: [UInt8]) -> Bool? {
    let words = String(decoding: text, as: UTF8.self)
    guard words.hasPrefix("11;rgb") else { return nil }
    let parts = words.drop { $0 != ":" }.dropFirst().split(separator: "/").prefix(3)
    let values = parts.compactMap { part -> UInt8? in
      // One to four digits: the first two say enough.
      guard let first = part.first?.hexDigitValue else { return nil }
      let second = part.dropFirst().first?.hexDigitValue ?? first
      return UInt8(first * 16 + second)
    }
    guard values.count == 3 else { return nil }
    let color = Color.rgb(red: values[0], green: values[1], blue: values[2])
    return (Contrast.luminance(color) ?? 0) > 0.4
  }
}
