/// A panel over the screen whose keys can be bound; its name is that of its table in the key file.
public enum Panel: String, Sendable, Hashable, CaseIterable {
  case topics, sources
  case foundFeeds = "found-feeds"
  case views, quotes, story, links, changes, statistics, themes, help
  case mutings = "hide"
  case readings
  /// The choice of sentences in the article.
  case sentences

  /// What it is called in the help.
  var title: Phrase {
    switch self {
    case .topics: "Topics"
    case .sources: "Sources"
    case .foundFeeds: "Feeds of a page"
    case .views: "Views"
    case .quotes: "Quotes"
    case .story: "Time line of a story"
    case .links: "Links of the article"
    case .changes: "Changes"
    case .statistics: "Statistics"
    case .themes: "Themes"
    case .help: "Keys"
    case .sentences: "Choosing sentences"
    case .mutings: "Hide"
    case .readings: "Read before"
    }
  }

  /// Whether letters narrow what it lists, so that what is bound in all panels is not bound here.
  public var takesLetters: Bool { self == .topics }
}

/// Something that a key does in a panel; its name is that in the key file.
public enum PanelAction: String, Sendable, Hashable, CaseIterable {
  case down, up
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case first, last
  case nextParagraph = "next-paragraph"
  case previousParagraph = "previous-paragraph"
  case otherEnd = "other-end"
  /// What the panel is for: opens, shows, keeps, filters.
  case choose
  case close
  case mark, want, refuse
  case remove, undo, redo, copy, keep, bookmark
  case readHere = "read-here"
  case refresh, stop, add, rename, tags, sort, hide
  case showHidden = "show-hidden"
  case browse, importPaths = "import"
  case commandLine = "command-line"
  case help, search

  /// The row to which the cursor goes from another; beyond the ends for what goes to them, `nil` for
  /// what does not move it.
  /// - `page`: Rows of a page.
  func row(from row: Int, page: Int) -> Int? {
    switch self {
    case .down: row + 1
    case .up: row - 1
    case .pageDown: row + page
    case .pageUp: row - page
    case .halfPageDown: row + max(1, page / 2)
    case .halfPageUp: row - max(1, page / 2)
    case .first: 0
    case .last: .max
    default: nil
    }
  }
}

/// What the table of panels says of one thing that a key does.
struct PanelEntry: Sendable, Hashable {
  var action: PanelAction
  /// A few words for the help, and for the frame of the panel.
  var title: Phrase
  /// Default keys, each in key notation.
  var keys: [String]
  /// Whether the frame of the panel shows it where there is room.
  var isHinted: Bool

  init(_ action: PanelAction, _ title: Phrase, keys: [String], isHinted: Bool = true) {
    self.action = action
    self.title = title
    self.keys = keys
    self.isHinted = isHinted
  }
}
