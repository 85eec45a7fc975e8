/// The texts of the screen in one language.
///
/// A phrase that it has not is shown in English.
public struct Catalogue: Sendable, Hashable {
  /// The code of the language: "en", "ar".
  public let language: String
  private var phrases: [String: String]

  /// The phrases as they stand in the program.
  public static let english = Catalogue(language: "en", phrases: [:])

  /// A language by its phrases.
  /// - Parameters:
  ///   - language: Its code.
  ///   - phrases: Translations by the English words; `%1` to `%9` stand for values in both.
  public init(language: String, phrases: [String: String]) {
    self.language = language
    self.phrases = phrases
  }

  /// The phrases of a list: a line each, the English words, a tab, the translation; empty lines and
  /// those that begin with `;` say nothing, nor do lines without a translation.
  public static func phrases(of list: [UInt8]) -> [String: String] {
    var phrases: [String: String] = [:]
    for line in list.split(separator: 0x0A) where line.first != 0x3B {
      guard let tab = line.firstIndex(of: 0x09), tab + 1 < line.endIndex else { continue }
      phrases[String(decoding: line[..<tab], as: UTF8.self)] =
        String(decoding: line[(tab + 1)...], as: UTF8.self)
    }
    return phrases
  }

  /// Takes other words for some phrases: names of days and months of another locale.
  public mutating func override(_ others: [String: String]) {
    phrases.merge(others) { _, new in new }
  }

  /// The English words that are translated.
  public var translated: Set<String> { Set(phrases.keys) }

  /// A phrase in this language.
  /// - Parameters:
  ///   - phrase: What is said.
  ///   - key: The key of a command as it is written; its name where nobody asks.
  /// - Returns: The words with their values.
  public func text(
    _ phrase: Phrase, key: (Command) -> String = { ":" + $0.rawValue }
  ) -> String {
    let words = phrases.isEmpty ? phrase.words : phrases[phrase.id] ?? phrase.words
    guard !phrase.values.isEmpty else { return words }
    var text = ""
    var isPlace = false
    for character in words {
      if isPlace, let number = character.wholeNumberValue,
        phrase.values.indices.contains(number - 1)
      {
        text += self.text(phrase.values[number - 1], key: key)
        isPlace = false
        continue
      }
      if isPlace { text += "%" }
      isPlace = character == "%"
      if !isPlace { text.append(character) }
    }
    return isPlace ? text + "%" : text
  }

  private func text(_ value: Phrase.Value, key: (Command) -> String) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): grouped(number)
    case .key(let command): key(command)
    case .phrase(let phrase): text(phrase, key: key)
    }
  }

  /// "1,204".
  public func grouped(_ number: Int) -> String {
    let digits = String(number)
    guard digits.utf8.count > 3 else { return digits }
    let separator = phrases[Self.groupID] ?? ","
    var text = ""
    for (place, digit) in digits.enumerated() {
      let rest = digits.utf8.count - place
      if place > 0, rest % 3 == 0, text != "-" { text += separator }
      text.append(digit)
    }
    return text
  }

  /// Under what a catalogue has the sign between groups of digits.
  public static let groupID = "@group"
}
