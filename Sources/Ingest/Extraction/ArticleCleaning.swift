/// Takes out of an article's part of the page what belongs to the page all the same.
struct ArticleCleaning {
  let tree: PageTree
  let strictness: ArticleSearch.Strictness
  private(set) var isDropped: [Bool]
  /// What is left in each node.
  private var counts: [PageTree.Counts]

  init(_ search: ArticleSearch) {
    tree = search.tree
    strictness = search.strictness
    isDropped = search.isDropped
    counts = search.tree.nodes.map(\.counts)
  }

  /// Cleans the parts; the characters that are left.
  mutating func clean(_ parts: [Int]) -> Int {
    for part in parts {
      forget(in: part)
      dropWhole(in: part)
      if strictness.contains(.cleans) { dropConditionally(in: part) }
    }
    return parts.reduce(0) { $0 + (isDropped[$1] ? 0 : Int(counts[$1].characters)) }
  }

  /// Takes what the search had dropped out of the counts.
  private mutating func forget(in part: Int) {
    var index = part + 1
    while index < Int(tree.nodes[part].end) {
      if isDropped[index] {
        subtract(index)
        index = max(index + 1, Int(tree.nodes[index].end))
      } else {
        index += 1
      }
    }
  }

  private mutating func subtract(_ place: Int) {
    let less = counts[place]
    var parent = Int(tree.nodes[place].parent)
    while parent >= 0 {
      counts[parent] -= less
      parent = Int(tree.nodes[parent].parent)
    }
  }

  private mutating func drop(_ place: Int) {
    isDropped[place] = true
    subtract(place)
  }

  /// Elements that are dropped whatever is in them.
  private mutating func dropWhole(in part: Int) {
    let whole = max(1, Int(counts[part].characters))
    var index = part + 1
    while index < Int(tree.nodes[part].end) {
      let node = tree.nodes[index]
      if isDropped[index] {
        index = max(index + 1, Int(node.end))
        continue
      }
      if !node.isText, isFurniture(node, at: index, of: whole) {
        drop(index)
        index = max(index + 1, Int(node.end))
      } else {
        index += 1
      }
    }
  }

  private func isFurniture(
    _ node: PageTree.Node, at place: Int, of whole: Int
  ) -> Bool {
    let counts = counts[place]
    switch node.element {
    // A quotation says under its words whose they are.
    case .footer: if !tree.isInside(place, { $0.element == .blockquote }) { return true }
    case .aside: if !node.hints.contains(.pullQuote) { return true }
    case .nav, .dialog, .link, .fieldset: return true
    case .input, .textarea, .select, .button: return true
    case .h1, .h2: if node.weight < 0 { return true }
    default: break
    }
    let characters = Int(counts.characters)
    if node.hints.contains(.share), characters < 500 { return true }
    if node.hints.contains(.furniture), characters * 4 < whole { return true }
    if isLinkList(node, counts, of: whole) { return true }
    return node.hints.contains(.byline) && characters < 100
  }

  /// Whether a list holds nothing but links to other articles.
  private func isLinkList(
    _ node: PageTree.Node, _ counts: PageTree.Counts, of whole: Int
  ) -> Bool {
    guard node.element == .ul || node.element == .ol, counts.items >= 2 else { return false }
    return counts.linkDensity > 0.8 && Int(counts.characters) * 4 < whole
  }

  private mutating func dropConditionally(in part: Int) {
    var index = Int(tree.nodes[part].end) - 1
    while index > part {
      let node = tree.nodes[index]
      switch node.element {
      case _ where isDropped[index] || node.isText: break
      case .form, .ul, .ol, .div, .section, .table:
        if !isInsideDropped(index, below: part), isRemovable(index) { drop(index) }
      default: break
      }
      index -= 1
    }
  }

  private func isInsideDropped(_ place: Int, below part: Int) -> Bool {
    var parent = Int(tree.nodes[place].parent)
    while parent > part {
      if isDropped[parent] { return true }
      parent = Int(tree.nodes[parent].parent)
    }
    return false
  }

  private func isRemovable(_ place: Int) -> Bool {
    let node = tree.nodes[place]
    let counts = counts[place]
    if tree.isInside(place, { $0.element == .code || $0.element == .pre }) { return false }
    if node.element == .table, !node.hints.contains(.layout), isData(place) { return false }
    let weight = strictness.contains(.weighsNames) ? Int(node.weight) * 25 : 0
    if weight < 0 { return true }
    guard counts.commas < 10 else { return false }
    let isList =
      node.element == .ul || node.element == .ol
      || Double(counts.inLists) > 0.9 * Double(max(1, counts.characters))
    let isInFigure = tree.isInside(place) { $0.element == .figure }
    let density = counts.linkDensity
    if isList, isGallery(place) { return false }
    if !isInFigure, counts.pictures > 1, counts.paragraphs * 2 < counts.pictures { return true }
    if !isList, counts.items - 100 > counts.paragraphs { return true }
    if counts.inputs > counts.paragraphs / 3 { return true }
    let inHeadings = Double(counts.inHeadings) / Double(max(1, counts.characters))
    let isPictureOnly = counts.pictures == 1 || counts.pictures == 2
    if !isList, !isInFigure, inHeadings < 0.9, counts.characters < 25, !isPictureOnly, density > 0 {
      return true
    }
    if !isList, weight < 25, density > 0.2 { return true }
    if weight >= 25, density > 0.5 { return true }
    if counts.embeds == 1 && counts.characters < 75 || counts.embeds > 1 { return true }
    return counts.pictures == 0 && counts.inTexts == 0
  }

  private func isGallery(_ place: Int) -> Bool {
    let counts = counts[place]
    return counts.items > 0 && counts.items == counts.pictures
  }

  /// Whether a table holds data: it has a caption or headings, or many cells.
  private func isData(_ place: Int) -> Bool {
    var rows = 0
    var cells = 0
    for index in (place + 1)..<max(place + 1, Int(tree.nodes[place].end)) {
      switch tree.nodes[index].element {
      case _ where tree.nodes[index].isText: break
      case .caption, .th, .thead, .tfoot, .col, .colgroup: return true
      case .table: return false
      case .tr: rows += 1
      case .td: cells += 1
      default: break
      }
      if rows > 512 { return true }
    }
    return rows >= 10 || (rows > 1 && cells > max(10, rows))
  }
}
