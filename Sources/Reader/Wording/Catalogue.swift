/// The texts of the screen in one language.
///
/// A phrase that it has not is shown in English.
public struct Catalogue: Sendable, Hashable {
  /// The code of the language: "en", "ar".
  public let language: String
  private var phrases: [String: String]
  /// Whether the hours of a day are counted to twelve twice.
  public var countsHalfDays = false

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

  /// A language of a list; `nil` when the list has no such column.
  ///
  /// - Parameters:
  ///   - language: The code of a column.
  ///   - list: Rows of columns parted by tabs: the English words, then a language each; the first
  ///     row names the languages. Empty rows and those that begin with `;` say nothing, nor do empty
  ///     cells.
  public init?(language: String, in list: [UInt8]) {
    var rows = list.split(separator: 0x0A).filter { $0.first != 0x3B }[...]
    func cells(_ row: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
      row.split(separator: 0x09, omittingEmptySubsequences: false)
    }
    guard let names = rows.popFirst().map(cells),
      let column = names.dropFirst().firstIndex(where: { $0.elementsEqual(language.utf8) })
    else { return nil }
    self.init(language: language, phrases: [:])
    for row in rows {
      let cells = cells(row)
      guard cells.indices.contains(column), !cells[column].isEmpty else { continue }
      phrases[String(decoding: cells[0], as: UTF8.self)] =
        String(decoding: cells[column], as: UTF8.self)
    }
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
  ///   - panels: What the keys of panels are.
  ///   - key: The key of a command as it is written; its name where nobody asks.
  /// - Returns: The words with their values.
  public func text(
    _ phrase: Phrase, panels: PanelKeymap = .standard,
    key: (Command) -> String = { ":" + $0.rawValue }
  ) -> String {
    let words = phrases.isEmpty ? phrase.words : phrases[phrase.id] ?? phrase.words
    guard !phrase.values.isEmpty else { return words }
    var text = ""
    var isPlace = false
    for character in words {
      if isPlace, let number = character.wholeNumberValue,
        phrase.values.indices.contains(number - 1)
      {
        text += self.text(phrase.values[number - 1], panels, key: key)
        isPlace = false
        continue
      }
      if isPlace { text += "%" }
      isPlace = character == "%"
      if !isPlace { text.append(character) }
    }
    return isPlace ? text + "%" : text
  }

  private func text(
    _ value: Phrase.Value, _ panels: PanelKeymap, key: (Command) -> String
  ) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): grouped(number)
    case .key(let command): key(command)
    case .panelKey(let action, let panel): panels.notation(of: action, in: panel)
    case .phrase(let phrase): text(phrase, panels: panels, key: key)
    case .time(let hour, let minute): time(hour, minute)
    }
  }

  /// "15:31", "3:31 PM".
  private func time(_ hour: Int, _ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    guard countsHalfDays else { return "\(two(hour)):\(two(minute))" }
    return "\(hour % 12 == 0 ? 12 : hour % 12):\(two(minute)) \(hour < 12 ? "AM" : "PM")"
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
