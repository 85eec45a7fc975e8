import Articles

/// The bytes of a page that hold its article.
enum PageArticle {
  /// Characters below which a search that trusts the names less is tried as well.
  private static let sufficient = 500

  /// The article's part of a page, as HTML of its own; empty where nothing looks like a text.
  ///
  /// `page` is valid UTF-8. Takes time in proportion to its bytes.
  static func html(_ tree: PageTree, title: String) -> [UInt8] {
    var best: (length: Int, html: [UInt8]) = (0, [])
    for strictness: ArticleSearch.Strictness in [.all, [.weighsNames, .cleans], [.cleans], []] {
      var search = ArticleSearch(tree, strictness)
      let parts = search.parts()
      var cleaning = ArticleCleaning(search)
      let length = cleaning.clean(parts)
      // Trusting the names less must be worth it: what it adds is mostly the page.
      if length > best.length + best.length / 2 {
        var writer = ArticleBytes(cleaning, title: title)
        best = (length, writer.html(of: parts))
      }
      if length >= sufficient { break }
    }
    return best.html.isEmpty ? whole(tree, title: title) : best.html
  }

  /// All that the page shows, where no article stands out: short pages, pages of one line.
  private static func whole(_ tree: PageTree, title: String) -> [UInt8] {
    let parts = Array(tree.children(of: -1))
    var cleaning = ArticleCleaning(ArticleSearch(tree, []))
    guard cleaning.clean(parts) > 0 else { return [] }
    var writer = ArticleBytes(cleaning, title: title)
    return writer.html(of: parts)
  }
}

/// Writes the parts of a page that hold the article, without what was dropped in them.
private struct ArticleBytes {
  private let tree: PageTree
  private let cleaning: ArticleCleaning
  private let title: String
  private var html: [UInt8] = []

  /// Characters of the longest caption.
  private static let caption = 800

  init(_ cleaning: ArticleCleaning, title: String) {
    tree = cleaning.tree
    self.cleaning = cleaning
    self.title = title.folded
  }

  mutating func html(of parts: [Int]) -> [UInt8] {
    for part in parts where !cleaning.isDropped[part] {
      write(part)
      html += "\n".utf8
    }
    return html
  }

  /// What becomes of a node.
  private enum Treatment { case keep, leaveOut, caption }

  /// Writes the bytes of a node but for the nodes in it that are left out or written otherwise.
  private mutating func write(_ place: Int) {
    let node = tree.nodes[place]
    var start = Int(node.bytes.lowerBound)
    var index = place + 1
    while index < Int(node.end) {
      let inner = tree.nodes[index]
      let treatment = treatment(of: index)
      if treatment == .keep {
        index += 1
        continue
      }
      html += tree.page[start..<max(start, Int(inner.bytes.lowerBound))]
      if treatment == .caption { writeCaption(index) }
      start = max(start, Int(inner.bytes.upperBound))
      index = max(index + 1, Int(inner.end))
    }
    html += tree.page[start..<max(start, Int(node.bytes.upperBound))]
  }

  private func treatment(of place: Int) -> Treatment {
    if cleaning.isDropped[place] || isTitle(place) { return .leaveOut }
    return isCaption(place) ? .caption : .keep
  }

  /// Whether a node is a heading that says the title again.
  private func isTitle(_ place: Int) -> Bool {
    let node = tree.nodes[place]
    guard !node.isText, node.element == .h1 || node.element == .h2,
      node.counts.characters < IngestLimits.title
    else { return false }
    let words = String(decoding: tree.text(of: place, upTo: IngestLimits.title), as: UTF8.self)
    return HTMLReading.plainText(words).folded == title
  }

  /// Whether a node is a picture with its words, or only the words under a picture.
  private func isCaption(_ place: Int) -> Bool {
    let node = tree.nodes[place]
    guard !node.isText, node.element == .figure || node.hints.contains(.caption),
      node.counts.characters > 0, Int(node.counts.characters) < Self.caption,
      node.counts.paragraphs <= 3, node.counts.pictures <= 3
    else { return false }
    if node.element == .figcaption || tree.isInside(place, { $0.element == .figcaption }) {
      return false
    }
    return !(place + 1..<Int(node.end)).contains { index in
      switch tree.nodes[index].element {
      case .blockquote, .pre, .table, .iframe, .video, .audio: !tree.nodes[index].isText
      default: false
      }
    }
  }

  /// Writes a figure: its pictures, then all its words as the caption.
  private mutating func writeCaption(_ place: Int) {
    html += "<figure>".utf8
    for index in place..<Int(tree.nodes[place].end) where isPicture(index) {
      let bytes = tree.nodes[index].bytes
      html += tree.page[Int(bytes.lowerBound)..<Int(bytes.upperBound)]
    }
    html += "<figcaption>".utf8
    var index = place + 1
    while index < Int(tree.nodes[place].end) {
      let node = tree.nodes[index]
      if cleaning.isDropped[index] || (node.element == .noscript && !node.isText) {
        index = max(index + 1, Int(node.end))
        continue
      }
      if node.isText {
        html += tree.page[Int(node.bytes.lowerBound)..<Int(node.bytes.upperBound)]
      } else if node.element.isBlock || node.element == .br {
        html.append(0x20)
      }
      index += 1
    }
    html += "</figcaption></figure>".utf8
  }

  private func isPicture(_ place: Int) -> Bool {
    let node = tree.nodes[place]
    return !node.isText && (node.element == .img || node.element == .image)
      && !cleaning.isDropped[place]
  }
}
