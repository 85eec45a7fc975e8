/// The links of the open article, to choose one.
struct LinkPanel: Sendable, Hashable {
  let links: [ArticleLink]
  private(set) var selection = 0

  init(_ links: [ArticleLink]) { self.links = links }

  /// The chosen one; `nil` when there are none.
  var selected: ArticleLink? { links.indices.contains(selection) ? links[selection] : nil }

  mutating func select(_ index: Int) { selection = min(max(0, index), max(0, links.count - 1)) }
}

/// What is done with a link that is chosen by its letters or in the list.
enum LinkUse: Sendable, Hashable {
  /// Opens it in the browser, or in the program that the settings name.
  case open
  case copy
  /// Fetches its page and shows the article here.
  case read
  /// The same, and bookmarks it.
  case keep

  /// What is chosen in the list.
  init?(_ action: PanelAction) {
    switch action {
    case .choose: self = .open
    case .copy: self = .copy
    case .readHere: self = .read
    case .bookmark: self = .keep
    default: return nil
    }
  }

  /// The key behind `;`.
  init?(_ key: Character) {
    switch key {
    case "o": self = .open
    case "y": self = .copy
    case "x": self = .read
    case "s": self = .keep
    default: return nil
    }
  }

  /// What the status line says while the letters are typed.
  var question: Phrase {
    switch self {
    case .open: "Open a link: its letters · y copy  x read here  s bookmark  l list"
    case .copy: "Copy a link: type its letters"
    case .read: "Read a link here: type its letters"
    case .keep: "Bookmark a link: type its letters"
    }
  }
}
