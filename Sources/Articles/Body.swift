/// The text of an article: a list of blocks, each with styled spans.
///
/// It carries meaning only: no colours, no cells, no markup. Parsers make it, the store keeps it
/// in the form of `Body+Encoding.swift`, the article pane sets it.
public struct Body: Sendable, Hashable {
  public var blocks: [Block]

  public init(_ blocks: [Block] = []) { self.blocks = blocks }

  /// One body paragraph for each text.
  public init(paragraphs: [String]) { blocks = paragraphs.map { .paragraph([Span($0)]) } }

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
    public var items: [[Block]]

    public init(start: Int? = nil, isReversed: Bool = false, items: [[Block]]) {
      self.start = start
      self.isReversed = isReversed
      self.items = items
    }
  }

  /// A term and what is said of it.
  public struct Definition: Sendable, Hashable {
    public var term: [Span]
    public var description: [Block]

    public init(term: [Span], description: [Block]) {
      self.term = term
      self.description = description
    }
  }

  /// A table of rows of cells; rows may differ in length.
  public struct Table: Sendable, Hashable {
    public var caption: [Span]
    public var rows: [Row]

    /// One row.
    public struct Row: Sendable, Hashable {
      public var isHeader: Bool
      public var cells: [[Span]]

      public init(isHeader: Bool = false, cells: [[Span]]) {
        self.isHeader = isHeader
        self.cells = cells
      }
    }

    public init(caption: [Span] = [], rows: [Row]) {
      self.caption = caption
      self.rows = rows
    }
  }
}

/// A run of text in one style, perhaps a link.
public struct Span: Sendable, Hashable {
  public var text: String
  public var style: Style
  /// Absolute address, when the source let it be made absolute.
  public var link: String?

  public init(_ text: String, style: Style = [], link: String? = nil) {
    self.text = text
    self.style = style
    self.link = link
  }

  /// What the source says of a run of text, by meaning or by look.
  public struct Style: OptionSet, Sendable, Hashable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let bold = Style(rawValue: 1 << 0)
    public static let italic = Style(rawValue: 1 << 1)
    public static let underline = Style(rawValue: 1 << 2)
    public static let strike = Style(rawValue: 1 << 3)
    public static let code = Style(rawValue: 1 << 4)
    public static let mark = Style(rawValue: 1 << 5)
    public static let superscript = Style(rawValue: 1 << 6)
    public static let `subscript` = Style(rawValue: 1 << 7)
    public static let smallCaps = Style(rawValue: 1 << 8)
    public static let quotation = Style(rawValue: 1 << 9)
    /// The reading of the characters before it (ruby annotation).
    public static let annotation = Style(rawValue: 1 << 10)
  }
}
