import Articles
import FoundationEssentials
public import Screen

/// Everything the reader knows while it runs: a value, changed by `update` and drawn by `frame`.
public struct Model: Sendable {
  /// Cells of the screen.
  public internal(set) var size: Size
  /// The moment of the last event.
  var now = Date(timeIntervalSince1970: 0)
  var surroundings: Surroundings

  // What is shown.
  var scope = Scope()
  var list = HeadlineList()
  var articlePane = ArticlePane()
  /// What is shown in the place of the open article's text.
  var otherText: OtherText?
  var sidebar = Sidebar()
  var history = ReadingHistory()
  var counts = StoreCounts()
  /// Articles that came since the list was loaded.
  var arrivals = 0
  /// The article on which the cursor stood when the reader was left.
  var restoredCursor: ArticleID?
  /// The subscriptions, once they were asked for.
  var feeds: [Feed]?
  /// The view of sources while it is open, also under a prompt or a question.
  var sources: SourcesView?
  /// How far the running refresh is; `nil` while none is running.
  var refreshing: RefreshProgress?
  /// Whether the running refresh speaks only of what is new.
  var isRefreshQuiet = false
  /// Seconds between refreshes that nobody asks for; `nil` for none.
  var automaticRefresh: Int?
  /// Whether a question about new rows is under way.
  var awaitsArrivals = false
  /// Feeds to choose from, until nothing else has the keys.
  var chooser: FeedChooser?
  /// What is done once the subscriptions are known.
  var errand: FeedErrand?
  /// What the search of the list marks, and where it began.
  var searching = SearchState()
  /// Views of the user's own, by name.
  var savedViews: [SavedView] = []
  /// Where articles were left, the newest last.
  var positions: [Session.Position] = []

  /// The quote that is shown as soon as its article is open.
  var awaitedQuote: Quote?
  /// Filter and order of the views that are not shown.
  var viewScopes: [NewsView: Scope] = [:]

  // How it is shown.
  var focus = Pane.headlines {
    willSet { if focus == .article, newValue != .article { rememberPosition() } }
  }
  var isDense = false
  var hidesRelated = false
  var isZen = false
  var zoomed: Pane?
  /// Rows that the next change is for.
  var chosen = ChosenRows()
  /// Places that were marked, by their letters.
  var marks: [Character: Session.Mark] = [:]
  /// The command that waits for a letter.
  var letterAwaited: Command?
  /// The pane whose border is held with the mouse.
  var heldBorder: Pane?
  var listGrowth = 0
  var relatedGrowth = 0
  /// Whether the user wants to see pictures.
  var showsPictures = false
  /// Whether the mouse is the reader's.
  var usesMouse = true
  /// Whether the terminal can show them.
  var drawsPictures = false
  /// The picture that was asked for last.
  var askedPicture: PictureWish?
  /// The theme in use.
  public internal(set) var theme: String { didSet { followsTerminal = false } }
  /// Whether the theme is light or dark as the terminal is, because the user chose none.
  var followsTerminal: Bool

  // What is being done.
  var mode = Mode.reading
  var status = Status()
  /// Keys of a sequence that is not complete.
  var pendingKeys: [Key] = []
  /// Whether the continuations of the pending keys are shown.
  var showsContinuations = false
  /// The number typed before a command.
  var count: Int?
  /// What is done with the link whose letters are typed.
  var linkUse = LinkUse.open
  /// For how long the open article has been read.
  var readingTime = ReadingTime()
  /// What `.` does again.
  var lastRepeatable: Repeatable?
  /// Lines typed before, the newest last.
  var histories: [Prompt.Kind: [String]] = [:]
  /// Where the list that was asked for begins.
  var requestedAnchor = PageAnchor.start
  /// What happens when the article that was asked for comes.
  var expectation = Expectation.none
  /// Number of the newest question of each kind; answers to older ones are dropped.
  private var latest: [Request.Kind: Int] = [:]

  /// A reader before its first event.
  public init(
    size: Size, surroundings: Surroundings = Surroundings(), restoring session: Session? = nil
  ) {
    self.size = size
    self.surroundings = surroundings
    theme = surroundings.theme
    followsTerminal = surroundings.followsTerminal
    articlePane.use(surroundings.typography)
    articlePane.catalogue = surroundings.catalogue
    sidebar.catalogue = surroundings.catalogue
    if let session { restore(session) }
  }

  /// What takes the keys.
  enum Mode: Sendable, Hashable {
    case reading
    case prompt(Prompt)
    case topics(TopicPanel)
    case help(HelpPanel)
    case themes(ThemePanel)
    case sources
    case feeds(FeedChooser)
    case confirmation(Confirmation)
    case hints
    case bookmark(BookmarkForm)
    case quotes(QuotesPanel)
    case statistics(StatisticsPanel)
    case views(ViewsPanel)
    case story(StoryPanel)
    case steps(StepsPanel)
    case mutings(MutingsPanel)
    case readings(ReadingsPanel)
    case palette(PalettePanel)
    case selecting
    case links(LinkPanel)
  }

  /// The mode that a prompt or a panel gives way to.
  var restingMode: Mode { sources == nil ? .reading : .sources }

  /// What the bottom line says.
  struct Status: Sendable, Hashable {
    var text = ""
    var isError = false
  }

  /// A change that can be done again to another article.
  enum Repeatable: Sendable, Hashable {
    case command(Command)
    case tag(String, isSet: Bool)
  }

  /// What the article that was asked for is for.
  enum Expectation: Sendable, Hashable {
    case none
    /// To show beside the list.
    case preview
    /// To read, from this place on.
    case reading(ArticleAnchor?)
  }

  /// The next question of a kind.
  mutating func request(_ kind: Request.Kind) -> Request {
    let number = (latest[kind] ?? 0) + 1
    latest[kind] = number
    return Request(kind: kind, number: number)
  }

  /// Whether an answer belongs to the newest question of its kind.
  func isCurrent(_ request: Request) -> Bool { latest[request.kind] == request.number }

  /// Makes answers to the newest question of a kind count no more.
  mutating func drop(_ kind: Request.Kind) { latest[kind, default: 0] += 1 }

  /// A phrase in the language of the screen, with the keys that this pane has.
  func text(_ phrase: Phrase) -> String {
    surroundings.catalogue.text(phrase, panels: surroundings.keymap.panels) { keyText($0) }
  }

  /// Says something in the bottom line.
  mutating func say(_ phrase: Phrase) { status = Status(text: text(phrase)) }

  /// Says in the bottom line what is wrong.
  mutating func complain(_ phrase: Phrase) { status = Status(text: text(phrase), isError: true) }

  /// The article that keys like `s` and `r` mean: the open one in the article pane, else the row
  /// under the cursor.
  var subject: Headline? {
    switch focus {
    case .headlines: list.selected
    case .article: articlePane.article?.head ?? list.selected
    case .related: sidebar.selected?.headline
    }
  }
}
