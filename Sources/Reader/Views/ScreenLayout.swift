import Screen

/// Where each pane stands on a screen of some size.
struct ScreenLayout: Sendable, Hashable {
  /// How many panes stand side by side.
  enum Form: Sendable, Hashable {
    /// Three columns.
    case wide
    /// Headlines on the left, the article on the right, related articles under it.
    case medium
    /// Headlines above, the article below, related articles as a strip.
    case narrow
    /// One pane at a time.
    case single
    /// Too small for anything but a sentence.
    case tiny
  }

  var form: Form
  var topBar: Rect?
  var statusBar: Rect?
  /// A line that says what the reader shows is a sample.
  var notice: Rect?
  var list: Rect?
  var article: Rect?
  var related: Rect?
  /// The lines that part the list, and the related articles, from the article.
  private(set) var borders: [Pane: Rect] = [:]
  /// One column wide lines between panes.
  var uprights: [Rect] = []
  /// One row high lines between panes.
  var levels: [Rect] = []

  /// What the layout depends on besides the size.
  struct Wishes: Sendable, Hashable {
    var focus = Pane.headlines
    var zoomed: Pane?
    var isZen = false
    var hidesRelated = false
    var listGrowth = 0
    var relatedGrowth = 0
    var hasNotice = false
    /// One pane at a time, however large the screen is.
    var isPlain = false
  }

  init(size: Size, _ wishes: Wishes) {
    form = Self.form(of: size)
    guard form != .tiny else { return }
    if wishes.isPlain { form = .single }
    var rest = Rect(size)
    statusBar = rest.cutBottom(1)
    if !wishes.isZen {
      topBar = rest.cutTop(1)
      if wishes.hasNotice, size.rows >= 12 { notice = rest.cutTop(1) }
    }
    if wishes.isZen {
      article = rest
    } else if let pane = wishes.zoomed ?? (form == .single ? wishes.focus : nil) {
      place(pane, in: rest)
    } else {
      arrange(rest, wishes)
    }
  }

  private static func form(of size: Size) -> Form {
    if size.columns < 20 || size.rows < 5 { return .tiny }
    if size.columns < 60 || size.rows < 12 { return .single }
    return size.columns >= 130 ? .wide : size.columns >= 90 ? .medium : .narrow
  }

  private mutating func place(_ pane: Pane, in area: Rect) {
    switch pane {
    case .headlines: list = area
    case .article: article = area
    case .related: related = area
    }
  }

  private mutating func arrange(_ area: Rect, _ wishes: Wishes) {
    var rest = area
    switch form {
    case .wide:
      let width = max(38, rest.columns * 27 / 100) + wishes.listGrowth
      list = rest.cutLeft(Self.hold(width, 24, rest.columns - 60))
      part(.headlines, by: rest.cutLeft(1), isUpright: true)
      if !wishes.hidesRelated {
        let width = max(30, area.columns * 22 / 100) + wishes.relatedGrowth
        related = rest.cutRight(Self.hold(width, 20, rest.columns - 40))
        part(.related, by: rest.cutRight(1), isUpright: true)
      }
    case .medium:
      let width = rest.columns * 40 / 100 + wishes.listGrowth
      list = rest.cutLeft(Self.hold(width, 24, rest.columns - 40))
      part(.headlines, by: rest.cutLeft(1), isUpright: true)
      if !wishes.hidesRelated {
        let height = max(4, rest.rows / 6) + wishes.relatedGrowth
        related = rest.cutBottom(Self.hold(height, 2, rest.rows - 8))
        part(.related, by: rest.cutBottom(1), isUpright: false)
      }
    default:
      let height = rest.rows * 36 / 100 + wishes.listGrowth
      list = rest.cutTop(Self.hold(height, 3, rest.rows - 6))
      part(.headlines, by: rest.cutTop(1), isUpright: false)
      if !wishes.hidesRelated, rest.rows >= 9 {
        related = rest.cutBottom(Self.hold(3 + wishes.relatedGrowth, 2, rest.rows - 5))
        part(.related, by: rest.cutBottom(1), isUpright: false)
      }
    }
    article = rest
  }

  private mutating func part(_ pane: Pane, by line: Rect, isUpright: Bool) {
    borders[pane] = line
    if isUpright { uprights.append(line) } else { levels.append(line) }
  }

  /// Cells by which a pane becomes larger when its border goes to a place.
  func growth(of pane: Pane, to place: Position) -> Int {
    guard let line = borders[pane] else { return 0 }
    let isUpright = line.columns == 1 && line.rows > 1
    let cells = isUpright ? place.column - line.column : place.row - line.row
    return pane == .related ? -cells : cells
  }

  private static func hold(_ length: Int, _ least: Int, _ most: Int) -> Int {
    max(min(length, most), min(least, most))
  }
}

extension Model {
  /// Where the panes stand now.
  var layout: ScreenLayout {
    var wishes = ScreenLayout.Wishes()
    wishes.focus = focus
    wishes.zoomed = zoomed
    wishes.isZen = isZen
    wishes.hidesRelated = hidesRelated
    wishes.listGrowth = listGrowth
    wishes.relatedGrowth = relatedGrowth
    wishes.hasNotice = surroundings.isSample
    wishes.isPlain = isPlain
    return ScreenLayout(size: size, wishes)
  }

  /// Whether each headline takes one line: by choice, or where there is little room.
  var isListDense: Bool {
    let form = layout.form
    return isDense || form == .narrow || form == .single
  }

  /// The list as it is drawn.
  var headlineView: HeadlineListView {
    HeadlineListView(
      list: list, isDense: isListDense, zone: surroundings.zone, now: now,
      catalogue: surroundings.catalogue, words: searching.words, excerpts: searching.excerpts,
      chosen: chosenIDs, isPlain: isPlain)
  }
}
