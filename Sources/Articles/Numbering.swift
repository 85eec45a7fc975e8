extension Body.List {
  /// Ways to write the numbers of a list; kept in the store, so values are never given a new meaning.
  public enum Numbering: UInt8, Sendable, Hashable {
    /// 1, 2, 3.
    case decimal = 0
    /// a, b, c … z, aa.
    case lowerLetters = 1
    /// A, B, C … Z, AA.
    case upperLetters = 2
    /// i, ii, iii; up to 3999.
    case lowerRoman = 3
    /// I, II, III; up to 3999.
    case upperRoman = 4

    /// The way that the `type` attribute of a list asks for; decimal where it asks for no known one.
    public init(type: String?) {
      self =
        switch type {
        case "a": .lowerLetters
        case "A": .upperLetters
        case "i": .lowerRoman
        case "I": .upperRoman
        default: .decimal
        }
    }

    /// The `type` attribute that asks for it; `nil` for decimal.
    public var type: String? {
      switch self {
      case .decimal: nil
      case .lowerLetters: "a"
      case .upperLetters: "A"
      case .lowerRoman: "i"
      case .upperRoman: "I"
      }
    }

    /// A number as it is written; in digits where there is no other way.
    public func text(_ number: Int) -> String {
      switch self {
      case .lowerLetters where number > 0: Self.letters(number, first: "a")
      case .upperLetters where number > 0: Self.letters(number, first: "A")
      case .lowerRoman where (1...3_999).contains(number): Self.roman(number).lowercased()
      case .upperRoman where (1...3_999).contains(number): Self.roman(number)
      default: String(number)
      }
    }

    private static func letters(_ number: Int, first: Unicode.Scalar) -> String {
      var (rest, letters) = (number, [UInt8]())
      while rest > 0 {
        letters.append(UInt8(first.value) + UInt8((rest - 1) % 26))
        rest = (rest - 1) / 26
      }
      return String(decoding: letters.reversed(), as: UTF8.self)
    }

    private static func roman(_ number: Int) -> String {
      let signs = [
        (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
        (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
      ]
      var (rest, text) = (number, "")
      for (value, sign) in signs {
        while rest >= value {
          text += sign
          rest -= value
        }
      }
      return text
    }
  }
}
