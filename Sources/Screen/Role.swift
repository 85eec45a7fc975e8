/// What a piece of the screen is, not how it looks: a theme gives each role its colours.
public enum Role: UInt8, Sendable, Hashable, CaseIterable {
  /// The ground of everything and the body of an article.
  case text
  case dim
  // The headline list.
  case headline, headlineRead, unreadMark, bookmarkMark, source, age, topic, daySeparator
  case selected, selectedInactive, newArrivals
  // The article.
  case articleTitle, byline, dateline, highlight, caption, heading, quote, code, link, linkMark
  case tableRule, hint
  /// What a search found, and the find under the cursor.
  case hit, currentHit
  // The related sidebar.
  case relatedTitle, relatedReason, sameStory
  // Panes and bars.
  case border, borderActive, paneTitle, paneTitleActive, topBar, topBarTitle, chip, chipExcluded
  case statusBar, statusMessage, statusError, keyHint, prompt, scrollBar
  // Pop-ups.
  case popup, popupTitle, popupSelected, popupBorder, count

  /// The role whose look a theme's silence borrows; `text` borrows from none.
  public var parent: Role? {
    switch self {
    case .text: nil
    case .headlineRead, .age, .byline, .caption, .daySeparator, .border, .linkMark, .tableRule,
      .scrollBar, .relatedReason:
      .dim
    case .selectedInactive, .popupSelected, .hint: .selected
    case .articleTitle, .sameStory, .newArrivals: .heading
    case .currentHit: .hit
    case .relatedTitle: .headline
    case .borderActive, .paneTitle: .border
    case .paneTitleActive: .paneTitle
    case .topBarTitle, .chip: .topBar
    case .chipExcluded: .chip
    case .statusMessage, .statusError, .keyHint, .prompt: .statusBar
    case .popupTitle, .popupBorder: .popup
    default: .text
    }
  }

  /// The name in theme files: words parted by hyphens.
  public var name: String { Self.names[Int(rawValue)] }

  /// The role of a name; `nil` when there is none.
  public init?(name: String) {
    guard let index = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  /// In the order of the cases: reflection would tell the same, but costs a start many
  /// milliseconds.
  private static let names = [
    "text", "dim", "headline", "headline-read", "unread-mark", "bookmark-mark", "source",
    "age", "topic", "day-separator", "selected", "selected-inactive", "new-arrivals",
    "article-title", "byline", "dateline", "highlight", "caption", "heading", "quote", "code",
    "link", "link-mark", "table-rule", "hint", "hit", "current-hit", "related-title",
    "related-reason", "same-story", "border", "border-active", "pane-title",
    "pane-title-active", "top-bar", "top-bar-title", "chip", "chip-excluded", "status-bar",
    "status-message", "status-error", "key-hint", "prompt", "scroll-bar", "popup",
    "popup-title", "popup-selected", "popup-border", "count",
  ]
}

/// How letters stand out, whatever their colours.
public struct Attributes: OptionSet, Sendable, Hashable {
  /// One bit an attribute.
  public let rawValue: UInt8

  /// Takes the bits as they are.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Heavier or brighter letters.
  public static let bold = Attributes(rawValue: 1)
  /// Slanted letters.
  public static let italic = Attributes(rawValue: 2)
  /// A line under the letters.
  public static let underline = Attributes(rawValue: 4)
  /// A line through the letters.
  public static let strike = Attributes(rawValue: 8)
  /// Letters and ground change colours.
  public static let reverse = Attributes(rawValue: 16)
  /// Fainter letters.
  public static let dim = Attributes(rawValue: 32)
  /// Marks a cell that has its own colours, those of a picture.
  static let pictured = Attributes(rawValue: 64)
}

/// What a piece of text is, and what makes it stand out besides.
public struct Look: Sendable, Hashable {
  /// What it is.
  public var role: Role
  /// Added to what the theme gives the role.
  public var attributes: Attributes

  /// Takes both as they are.
  public init(_ role: Role, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }
}
