/// Finds the part of a page that holds the article, by what its paragraphs score.
///
/// The way of Arc90's and Mozilla's Readability: a paragraph gives points for its length and its
/// commas to the elements around it, fewer with each level; the names of those elements and the
/// part of their text that stands in links decide what the points are worth.
struct ArticleSearch {
  /// How much of what belongs to the page is left out; each step back trusts the names less.
  struct Strictness: OptionSet {
    let rawValue: Int
    static let skipsUnlikely = Strictness(rawValue: 1)
    static let weighsNames = Strictness(rawValue: 2)
    static let cleans = Strictness(rawValue: 4)
    static let all: Strictness = [.skipsUnlikely, .weighsNames, .cleans]
  }

  let tree: PageTree
  let strictness: Strictness
  /// Nodes that are no part of the article; everything below one is not looked at.
  private(set) var isDropped: [Bool]
  private var scores: [Double]
  private var isScored: [Bool]
  /// Divisions that are nothing but one paragraph.
  private var isParagraph: [Bool]

  /// Characters of a paragraph that count.
  private static let paragraph = 25
  /// Levels that get points.
  private static let levels = 5

  init(_ tree: PageTree, _ strictness: Strictness) {
    self.tree = tree
    self.strictness = strictness
    isDropped = [Bool](repeating: false, count: tree.nodes.count)
    scores = [Double](repeating: 0, count: tree.nodes.count)
    isScored = isDropped
    isParagraph = isDropped
    dropUnlikely()
    scoreParagraphs()
  }

  /// The nodes that hold the article, in the order of the page; empty when there is none.
  mutating func parts() -> [Int] {
    guard let top = best() else { return [] }
    return siblings(of: top)
  }

  // MARK: - What is no part

  private mutating func dropUnlikely() {
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if !node.isText, isUnlikely(node, index) {
        isDropped[index] = true
        index = max(index + 1, Int(node.end))
      } else {
        index += 1
      }
    }
  }

  private func isUnlikely(_ node: PageTree.Node, _ index: Int) -> Bool {
    if node.hints.contains(.dropped) || node.element == .nav { return true }
    guard strictness.contains(.skipsUnlikely) else { return false }
    switch node.element {
    case .body, .html, .a, .article, .main: return false
    default: break
    }
    if node.hints.contains(.landmark) { return true }
    if node.hints.contains(.unlikely), !node.hints.contains(.possible) {
      return !tree.isInside(index) { $0.element == .table || $0.element == .code }
    }
    return false
  }

  // MARK: - Points

  private mutating func scoreParagraphs() {
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if isDropped[index] {
        index = max(index + 1, Int(node.end))
        continue
      }
      switch node.element {
      case _ where node.isText: break
      case .p, .pre, .section, .h2, .h3, .h4, .h5, .h6, .td, .th: score(node.counts, around: index)
      case .div, .article, .main, .center, .body: scoreLines(in: index)
      default: break
      }
      index += 1
    }
  }

  /// Scores the runs of text right inside a division, as the paragraphs that they are.
  private mutating func scoreLines(in place: Int) {
    let node = tree.nodes[place]
    if node.counts.blocks <= 1, node.element == .div {
      isParagraph[place] = true
      return score(node.counts, around: place)
    }
    var run = PageTree.Counts()
    var breaks = 0
    func isLine(_ child: PageTree.Node) -> Bool {
      child.isText || (!child.element.isBlock && child.counts.blocks == 0)
    }
    for child in tree.children(of: place) where !isDropped[child] {
      let part = tree.nodes[child]
      if part.element == .br, !part.isText {
        breaks += 1
        if breaks < 2 { continue }
      } else if isLine(part) {
        breaks = 0
        run += part.counts
        continue
      }
      score(run, inside: place)
      run = PageTree.Counts()
    }
    score(run, inside: place)
  }

  private mutating func score(_ counts: PageTree.Counts, around place: Int) {
    score(counts, inside: Int(tree.nodes[place].parent))
  }

  private mutating func score(_ counts: PageTree.Counts, inside first: Int) {
    guard counts.characters >= Self.paragraph else { return }
    let points =
      1 + Double(counts.commas) + 1 + Double(min(counts.characters / 100, 3))
    var place = first
    for level in 0..<Self.levels {
      guard place >= 0, tree.nodes[place].element != .html else { return }
      if !isScored[place] {
        isScored[place] = true
        scores[place] = initialScore(tree.nodes[place])
      }
      let part = level == 0 ? 1 : level == 1 ? 2 : Double(level) * 3
      scores[place] += points / part
      place = Int(tree.nodes[place].parent)
    }
  }

  private func initialScore(_ node: PageTree.Node) -> Double {
    let weight = strictness.contains(.weighsNames) ? Double(node.weight) * 25 : 0
    switch node.element {
    case .div, .article, .main: return weight + 5
    case .pre, .td, .blockquote: return weight + 3
    case .address, .ol, .ul, .dl, .dd, .dt, .li, .form: return weight - 3
    case .h1, .h2, .h3, .h4, .h5, .h6, .th: return weight - 5
    default: return weight
    }
  }

  // MARK: - The best

  private mutating func best() -> Int? {
    var candidates: [Int] = []
    for place in tree.nodes.indices where isScored[place] {
      scores[place] *= 1 - tree.nodes[place].counts.linkDensity
      let index = candidates.firstIndex { scores[$0] < scores[place] } ?? candidates.count
      guard index < 5 else { continue }
      candidates.insert(place, at: index)
      if candidates.count > 5 { candidates.removeLast() }
    }
    guard var top = candidates.first else { return nil }
    top = common(top, candidates)
    return risen(from: top)
  }

  /// The element around the best one that at least three other good ones share.
  private func common(_ top: Int, _ candidates: [Int]) -> Int {
    let rivals = candidates.dropFirst().filter { scores[$0] >= 0.75 * scores[top] }
    guard rivals.count >= 3 else { return top }
    var parent = Int(tree.nodes[top].parent)
    while parent >= 0, tree.nodes[parent].element != .body {
      let end = Int(tree.nodes[parent].end)
      if rivals.count(where: { $0 > parent && $0 < end }) >= 3 { return parent }
      parent = Int(tree.nodes[parent].parent)
    }
    return top
  }

  /// Goes outwards as long as the points grow, and out of elements that hold nothing else.
  private func risen(from start: Int) -> Int {
    var top = start
    var last = scores[top]
    let threshold = last / 3
    var parent = Int(tree.nodes[top].parent)
    while parent >= 0, tree.nodes[parent].element != .body, tree.nodes[parent].element != .html {
      if isScored[parent] {
        if scores[parent] < threshold { break }
        if scores[parent] > last {
          top = parent
          break
        }
        last = scores[parent]
      }
      parent = Int(tree.nodes[parent].parent)
    }
    parent = Int(tree.nodes[top].parent)
    while parent >= 0, tree.nodes[parent].element != .body, tree.nodes[parent].element != .html,
      tree.nodes[parent].counts.characters == tree.nodes[top].counts.characters
    {
      top = parent
      parent = Int(tree.nodes[top].parent)
    }
    return top
  }

  // MARK: - What stands beside it

  private func siblings(of top: Int) -> [Int] {
    let parent = Int(tree.nodes[top].parent)
    guard parent >= 0 else { return [top] }
    let threshold = max(10, scores[top] * 0.2)
    return tree.children(of: parent).filter { place in
      if place == top { return true }
      let node = tree.nodes[place]
      guard !isDropped[place], !node.isText else { return false }
      let isAlike = node.name != 0 && node.name == tree.nodes[top].name
      let bonus = isAlike ? scores[top] * 0.2 : 0
      if isScored[place], scores[place] + bonus >= threshold { return true }
      guard node.element == .p || isParagraph[place] else { return false }
      let density = node.counts.linkDensity
      if node.counts.characters > 80 { return density < 0.25 }
      return node.counts.characters > 0 && density == 0 && endsSentence(place)
    }
  }

  private func endsSentence(_ place: Int) -> Bool {
    let words = tree.text(of: place, upTo: 400)
    let end = words.lastIndex { !$0.isHTMLSpace }
    return end.map { words[$0] == UInt8(ascii: ".") } ?? false
  }
}
