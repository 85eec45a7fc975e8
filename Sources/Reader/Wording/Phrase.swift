/// A word or sentence of the screen in English, apart from the values that stand in it: what the
/// catalogue translates.
///
/// Written as a literal: `"Copied: \(address)"` has the words `Copied: %1` and one value.
public struct Phrase: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// What stands in the place of a number in the words.
  enum Value: Sendable, Hashable {
    case text(String)
    /// A number that is read, with its digits in groups.
    case number(Int)
    /// The key of a command, or its name where it has none.
    case key(Command)
    /// The key of something that is done in a panel.
    case panelKey(PanelAction, Panel)
    case phrase(Phrase)
    /// A time of day.
    case time(hour: Int, minute: Int)
  }

  /// Under what the catalogue has it.
  let id: String
  /// The English words, with `%1` to `%9` in the places of the values.
  let words: String
  private(set) var values: [Value]

  /// Words without values.
  public init(stringLiteral words: String) {
    (id, self.words, values) = (words, words, [])
  }

  /// Words with values.
  public init(stringInterpolation: Interpolation) {
    id = stringInterpolation.words
    words = stringInterpolation.words
    values = stringInterpolation.values
  }

  /// Text that is the same in every language: what somebody wrote, a name, an address.
  public init(verbatim text: String) {
    (id, words, values) = ("", "%1", [.text(text)])
  }

  /// Words whose English form does not tell what they are: a date, the parts of a list.
  init(id: String, _ phrase: Phrase) {
    self.id = id
    (words, values) = (phrase.words, phrase.values)
  }

  /// A time of day, by the clock of the reader.
  static func time(hour: Int, minute: Int) -> Phrase {
    var time = Phrase(verbatim: "")
    time.values = [.time(hour: hour, minute: minute)]
    return time
  }

  /// Phrases one after the other; empty ones are left out.
  static func list(_ phrases: [Phrase], by separator: String = " · ") -> Phrase {
    let parts = phrases.filter { !$0.isEmpty }
    guard parts.count > 1 else { return parts.first ?? "" }
    // Nine values at most are told apart.
    let (first, rest) = (parts[0], list(Array(parts.dropFirst()), by: separator))
    return Phrase(id: "", "\(first)\(Phrase(verbatim: separator))\(rest)")
  }

  var isEmpty: Bool { words.isEmpty || words == "%1" && values == [.text("")] }

  /// Gathers words and values of a literal.
  public struct Interpolation: StringInterpolationProtocol {
    var words = ""
    var values: [Value] = []

    /// Begins with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) {
      words.reserveCapacity(literalCapacity + interpolationCount * 2)
    }

    /// Takes words as they are.
    public mutating func appendLiteral(_ literal: String) { words += literal }

    /// A text that is not translated.
    public mutating func appendInterpolation(_ text: some StringProtocol) {
      add(.text(String(text)))
    }

    /// What is wrong, in the words of who found out.
    public mutating func appendInterpolation(_ error: some Error) { add(.text("\(error)")) }

    /// One letter.
    public mutating func appendInterpolation(_ character: Character) {
      add(.text(String(character)))
    }

    /// A number as it is: a place, a day, a count of few.
    public mutating func appendInterpolation(_ number: Int) { add(.text(String(number))) }

    /// A number with its digits in groups.
    public mutating func appendInterpolation(grouped number: Int) { add(.number(number)) }

    /// The key of a command.
    public mutating func appendInterpolation(key command: Command) { add(.key(command)) }

    /// The key of something that is done in a panel.
    public mutating func appendInterpolation(key action: PanelAction, in panel: Panel) {
      add(.panelKey(action, panel))
    }

    /// A phrase that is translated by itself.
    public mutating func appendInterpolation(_ phrase: Phrase) { add(.phrase(phrase)) }

    private mutating func add(_ value: Value) {
      values.append(value)
      words += "%" + String(values.count)
    }
  }
}
