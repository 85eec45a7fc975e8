/// One word of a text: where it stands, what it is compared by, how it looks.
struct Word {
  /// First byte of the word in the text.
  var start: Int32
  /// The byte behind the word, without a possessive 's.
  var end: Int32
  /// Key of the folded, stemmed word.
  var key: UInt32
  /// Letters or digits after folding.
  var length: UInt8
  var look: Look
  var gap: Gap

  /// How a word is written.
  struct Look: OptionSet {
    let rawValue: UInt8
    /// It begins with a capital.
    static let capital = Look(rawValue: 1 << 0)
    /// Two letters or more, all of them capitals.
    static let allCapitals = Look(rawValue: 1 << 1)
    static let number = Look(rawValue: 1 << 2)
    /// A function word, or one that every report has.
    static let stop = Look(rawValue: 1 << 3)
    /// Two neighbouring signs of a script without spaces.
    static let pair = Look(rawValue: 1 << 4)
    /// An apostrophe with letters follows: "Trump's".
    static let possessive = Look(rawValue: 1 << 5)
  }

  /// What stands between the word before and this one.
  enum Gap: UInt8 {
    /// One space.
    case space
    /// A hyphen, an apostrophe, or nothing.
    case joint
    /// A full stop and a space, as after an initial.
    case stop
    case comma
    case bracket
    /// Anything else that parts phrases within a sentence.
    case mark
    /// The end of a sentence.
    case sentence
    /// The end of a paragraph.
    case paragraph
  }

  var isCapital: Bool { look.contains(.capital) }
  /// Whether the word opens a sentence, so that its capital says nothing.
  var opensSentence: Bool { gap == .sentence || gap == .paragraph || gap == .stop }
  /// Whether the word is one that ties articles.
  var isTerm: Bool {
    look.isDisjoint(with: [.stop]) && (look.contains(.number) ? 2...6 ~= length : length > 1)
  }
}
