import Articles

/// Everything that can be gone to or done, found by a few letters of its name.
struct PalettePanel: Sendable, Hashable {
  /// What a row stands for.
  enum Target: Sendable, Hashable {
    case command(Command)
    case view(SavedView)
    case topic(String)
    case source(String)
    case headline(Headline)

    /// Which of two that fit equally well stands first.
    fileprivate var rank: Int {
      switch self {
      case .command: 0
      case .view: 1
      case .topic: 2
      case .source: 3
      case .headline: 4
      }
    }
  }

  /// Something to choose.
  struct Row: Sendable, Hashable {
    var target: Target
    var title: String
    /// Where the letters that were typed stand in the title.
    var places: [Int] = []
    fileprivate var letters: [Character]
    /// Another name that is found, too: what is typed behind `:`.
    fileprivate var name: [Character] = []

    init(_ target: Target, title: String, name: String = "") {
      self.target = target
      self.title = title
      letters = FuzzyMatch.letters(of: title)
      self.name = FuzzyMatch.letters(of: name)
    }
  }

  /// The line that is typed.
  var prompt = Prompt(.command)
  private var all: [Row]
  private var headlines: [Row] = []
  /// What fits the line, the best first.
  private(set) var rows: [Row] = []
  private(set) var selection = 0
  /// Whether the user chose the row under the cursor; else it is the best one.
  private var isMoved = false

  /// Rows that are offered, and names and headlines that the store is asked for.
  static let limit = 60
  static let nameLimit = 1_000
  static let headlineLimit = 12

  /// Commands and views; names come from the store.
  init(_ rows: [Row]) {
    all = rows
    find()
  }

  var selected: Row? { rows.indices.contains(selection) ? rows[selection] : nil }

  mutating func select(_ index: Int) {
    selection = min(max(0, index), max(0, rows.count - 1))
    isMoved = true
  }

  /// Takes names of the store in; a row to which the cursor was moved keeps it.
  mutating func add(_ rows: [Row]) {
    let target = isMoved ? selected?.target : nil
    all += rows
    find()
    if let target, let index = self.rows.firstIndex(where: { $0.target == target }) {
      select(index)
    }
  }

  /// Shows the headlines that the store found for the line.
  mutating func show(_ headlines: [Headline]) {
    self.headlines = headlines.map { Row(.headline($0), title: $0.title) }
    let kept = isMoved ? selection : nil
    find()
    if let kept { select(kept) }
  }

  /// Finds what fits the line; the best is selected.
  mutating func find() {
    let wanted = FuzzyMatch.letters(of: prompt.line).filter { $0 != " " }
    (selection, isMoved) = (0, false)
    guard !wanted.isEmpty else {
      headlines = []
      rows = all.filter { if case .command = $0.target { true } else { false } }
      return
    }
    var found: [(score: Int, place: Int, row: Row)] = []
    for (place, row) in all.enumerated() {
      var row = row
      if let match = FuzzyMatch(wanted, in: row.letters) {
        row.places = match.places
        found.append((match.score, place, row))
      } else if let match = FuzzyMatch(wanted, in: row.name) {
        row.places = []
        found.append((match.score - 4, place, row))
      }
    }
    // Whichever names the store told first, what fits equally well stands in the order of its kind.
    found.sort {
      ($1.score, $0.row.target.rank, $0.place) < ($0.score, $1.row.target.rank, $1.place)
    }
    let most = headlines.isEmpty ? Self.limit : Self.limit - headlines.count
    rows = found.prefix(most).map(\.row) + headlines
  }
}
