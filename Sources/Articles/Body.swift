/// The text of an article: a list of blocks, each with styled spans.
///
/// It carries meaning only: no colours, no cells, no markup. Parsers make it, the store keeps it
/// in the form of `Body+Encoding.swift`, the article pane sets it.
public struct Body: Sendable, Hashable {
  /// In reading order.
  public var blocks: [Block]

  /// Takes each fact as it is.
  public init(_ blocks: [Block] = []) { self.blocks = blocks }

  /// One body paragraph for each text.
  public init(paragraphs: [String]) { blocks = paragraphs.map { .paragraph([Span($0)]) } }

  /// Whether there is nothing to read.
  public var isEmpty: Bool { blocks.isEmpty }

  /// One block of text, as news pages and feeds have them.
  public indirect enum Block: Sendable, Hashable {
    case paragraph([Span])
    /// Level 1...6.
    case heading(level: Int, [Span])
    case quote([Block])
    case list(List)
    case definitions([Definition])
    /// Text that keeps its spaces and line ends.
    case code(String, language: String?)
    case table(Table)
    case figure(Picture)
    /// A player or frame, shown as a link: video, audio, embedded page.
    case embed(kind: String, url: String, title: String?)
    /// A thematic break.
    case rule
  }

  /// A list with marks or numbers.
  public struct List: Sendable, Hashable {
    /// Number of the first item; `nil` for a list with bullets.
    public var start: Int?
    /// Whether the numbers run backwards.
    public var isReversed: Bool
    /// How the numbers are written.
    public var numbering: Numbering
    /// Each item is a body of its own.
    public var items: [[Block]]

    /// Takes each fact as it is.
    public init(
      start: Int? = nil, isReversed: Bool = false, numbering: Numbering = .decimal,
      items: [[Block]]
    ) {
      self.start = start
      self.isReversed = isReversed
      self.numbering = numbering
      self.items = items
    }
  }

  /// A term and what is said of it.
  public struct Definition: Sendable, Hashable {
    /// What is explained.
    public var term: [Span]
    /// The explanation.
    public var description: [Block]

    /// Takes each fact as it is.
    public init(term: [Span], description: [Block]) {
      self.term = term
      self.description = description
    }
  }

  /// A table of rows of cells; rows may differ in length.
  public struct Table: Sendable, Hashable {
    /// The table's name; may be empty.
    public var caption: [Span]
    /// From top to bottom.
    public var rows: [Row]

    /// One row.
    public struct Row: Sendable, Hashable {
      /// Whether its cells name the columns.
      public var isHeader: Bool
      /// From left to right.
      public var cells: [[Span]]

      /// Takes each fact as it is.
      public init(isHeader: Bool = false, cells: [[Span]]) {
        self.isHeader = isHeader
        self.cells = cells
      }
    }

    /// Takes each fact as it is.
    public init(caption: [Span] = [], rows: [Row]) {
      self.caption = caption
      self.rows = rows
    }
  }
}

/// A run of text in one style, perhaps a link.
public struct Span: Sendable, Hashable {
  /// Without markup; a line end is a forced break.
  public var text: String
  /// How it stands out from the text around it.
  public var style: Style
  /// Absolute address, when the source let it be made absolute.
  public var link: String?

  /// Takes each fact as it is.
  public init(_ text: String, style: Style = [], link: String? = nil) {
    self.text = text
    self.style = style
    self.link = link
  }

  /// What the source says of a run of text, by meaning or by look.
  public struct Style: OptionSet, Sendable, Hashable {
    /// One bit a style; kept in the store, so bits are never given a new meaning.
    public let rawValue: UInt16
    /// Takes each fact as it is.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Strong importance.
    public static let bold = Style(rawValue: 1 << 0)
    /// Emphasis, a title, a foreign word.
    public static let italic = Style(rawValue: 1 << 1)
    /// Underlined by the author, no link.
    public static let underline = Style(rawValue: 1 << 2)
    /// No longer valid.
    public static let strike = Style(rawValue: 1 << 3)
    /// Computer text.
    public static let code = Style(rawValue: 1 << 4)
    /// Highlighted by the author.
    public static let mark = Style(rawValue: 1 << 5)
    /// Raised, like a power.
    public static let superscript = Style(rawValue: 1 << 6)
    /// Lowered, like an index.
    public static let `subscript` = Style(rawValue: 1 << 7)
    /// Small capitals.
    public static let smallCaps = Style(rawValue: 1 << 8)
    /// A quotation within the line.
    public static let quotation = Style(rawValue: 1 << 9)
    /// The reading of the characters before it (ruby annotation).
    public static let annotation = Style(rawValue: 1 << 10)
  }
}
