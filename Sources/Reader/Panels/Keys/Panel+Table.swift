extension Panel {
  /// What keys do here, in the order in which the frame and the help show it.
  var entries: [PanelEntry] {
    switch self {
    case .topics:
      [
        PanelEntry(.mark, "switch", keys: ["<Space>"]), PanelEntry(.want, "want", keys: ["+"]),
        PanelEntry(.refuse, "keep out", keys: ["-"]),
        PanelEntry(.choose, "filter", keys: ["<Enter>"]), Self.close,
      ] + Self.movement(["<Down>", "^N", "j"], ["<Up>", "^P", "k"], letters: false)
    case .sources: Self.ofSources + Self.movement()
    case .foundFeeds:
      [
        PanelEntry(.mark, "mark", keys: ["<Space>"]),
        PanelEntry(.choose, "add", keys: ["<Enter>"]), Self.close,
      ] + Self.movement(space: false)
    case .views:
      [
        Self.opening("show"), PanelEntry(.remove, "remove", keys: ["d"]),
        PanelEntry(.undo, "undo", keys: ["u"]), Self.close,
      ] + Self.movement()
    case .quotes:
      [
        Self.opening("open"), PanelEntry(.copy, "copy", keys: ["y"]),
        PanelEntry(.remove, "let go", keys: ["d"]), PanelEntry(.undo, "undo", keys: ["u"]),
        Self.close,
      ] + Self.movement()
    case .story: Self.movement(isHinted: true) + [Self.opening("open"), Self.close]
    case .links:
      [
        PanelEntry(.choose, "open", keys: ["<Enter>", "o"]),
        PanelEntry(.copy, "copy", keys: ["y"]), PanelEntry(.readHere, "read here", keys: ["x"]),
        PanelEntry(.bookmark, "bookmark", keys: ["s"]), Self.close,
      ] + Self.movement()
    case .changes:
      [
        PanelEntry(.choose, "undo up to here, or do again", keys: ["<Enter>"]),
        PanelEntry(.undo, "undo", keys: ["u"]), PanelEntry(.redo, "redo", keys: ["^R"]), Self.close,
      ] + Self.movement()
    case .mutings:
      [
        PanelEntry(.choose, "hide or show", keys: ["<Enter>"]),
        PanelEntry(.mark, "and stay", keys: ["<Space>"]), Self.close,
      ] + Self.movement(space: false)
    case .readings: [Self.opening("open"), Self.close] + Self.movement()
    case .statistics: Self.movement(isHinted: true) + [Self.close]
    case .help:
      [PanelEntry(.search, "search", keys: ["/"])] + Self.movement(isHinted: true) + [Self.close]
    case .themes:
      Self.movement(space: false, isHinted: true)
        + [PanelEntry(.choose, "keep", keys: ["<Enter>", "<Space>"]), Self.close]
    case .sentences: Self.ofSentences
    }
  }

  private static let close = PanelEntry(.close, "close", keys: ["q"])

  private static func opening(_ title: Phrase) -> PanelEntry {
    PanelEntry(.choose, title, keys: ["<Enter>", "l", "<Right>"])
  }

  /// The keys by which the cursor moves in every list.
  /// - `letters`: Whether letters may move it; otherwise they are typed.
  /// - `space`: Whether the space bar pages.
  private static func movement(
    _ down: [String] = ["j", "<Down>", "^N"], _ up: [String] = ["k", "<Up>", "^P"],
    letters: Bool = true, space: Bool = true, isHinted: Bool = false
  ) -> [PanelEntry] {
    let pageDown = ["<PageDown>", "^F"] + (letters && space ? ["<Space>"] : [])
    return [
      PanelEntry(.down, "down", keys: down, isHinted: isHinted),
      PanelEntry(.up, "up", keys: up, isHinted: false),
      PanelEntry(.pageDown, "page down", keys: pageDown, isHinted: false),
      PanelEntry(
        .pageUp, "page up", keys: ["<PageUp>", "^B"] + (letters ? ["b"] : []), isHinted: false),
      PanelEntry(.halfPageDown, "half page down", keys: ["^D"], isHinted: false),
      PanelEntry(.halfPageUp, "half page up", keys: ["^U"], isHinted: false),
      PanelEntry(.first, "first", keys: letters ? ["g", "<Home>"] : ["<Home>"], isHinted: false),
      PanelEntry(.last, "last", keys: letters ? ["G", "<End>"] : ["<End>"], isHinted: false),
    ]
  }

  private static let ofSources: [PanelEntry] = [
    opening("show"), PanelEntry(.refresh, "refresh", keys: ["R"]),
    PanelEntry(.add, "add", keys: ["a"]), PanelEntry(.remove, "remove", keys: ["d"]),
    PanelEntry(.rename, "rename", keys: ["r"]), PanelEntry(.tags, "tags", keys: ["t"]),
    PanelEntry(.copy, "copy", keys: ["y"]), PanelEntry(.sort, "sort", keys: ["s"]),
    PanelEntry(.hide, "hide", keys: ["H"]), close,
    PanelEntry(.showHidden, "show the hidden", keys: ["."]),
    PanelEntry(.browse, "browser", keys: ["o"]), PanelEntry(.stop, "stop", keys: ["^G"]),
    PanelEntry(.importPaths, "import", keys: ["i"]),
    PanelEntry(.commandLine, "command line", keys: [":"]), PanelEntry(.help, "help", keys: ["?"]),
  ]

  private static let ofSentences: [PanelEntry] = [
    PanelEntry(.down, "next sentence", keys: ["j", "<Down>", ")", "l", "<Right>"]),
    PanelEntry(.up, "previous sentence", keys: ["k", "<Up>", "(", "<Left>"]),
    PanelEntry(.nextParagraph, "next paragraph", keys: ["}", "J"]),
    PanelEntry(.previousParagraph, "previous paragraph", keys: ["{", "K"]),
    PanelEntry(.otherEnd, "other end", keys: ["o"]),
    PanelEntry(.keep, "keep as a quote", keys: ["h", "<Enter>"]),
    PanelEntry(.copy, "copy with the source", keys: ["y"]),
    PanelEntry(.remove, "let go of the quote", keys: ["d", "x"]),
    PanelEntry(.close, "close", keys: ["q", "v"]),
  ]
}
