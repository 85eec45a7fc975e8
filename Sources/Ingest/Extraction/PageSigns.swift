import Articles
import FoundationEssentials

/// What the elements of a page that are named for it say of author and date.
struct PageSigns {
  private(set) var authors: [String] = []
  private(set) var published: Date?

  /// Characters of a byline, and of a date.
  private static let bylineLimit = 100
  private static let dateLimit = 60

  /// Short lines behind the headline in which an unmarked date or name is looked for.
  private static let lineLimit = 400
  /// Nodes before it that are looked at as well: some set the line of facts above the headline.
  private static let nodesBefore = 6

  private let language: String?

  /// - language: Of the page; it tells 3 April from 4 March.
  init(_ tree: PageTree, now: Date, language: String?) {
    self.language = language
    var dates = 0
    for (index, node) in tree.nodes.enumerated() {
      if node.isText || node.hints.contains(.dropped) { continue }
      if authors.isEmpty, node.hints.contains(.byline), !Self.isInComments(tree, index) {
        readAuthors(tree, index)
      }
      if published == nil, node.hints.contains(.date), dates < Self.lineLimit {
        dates += 1
        readDate(tree, index, now: now)
      }
    }
    if published == nil || authors.isEmpty { readLines(tree, now: now) }
    if authors.isEmpty { readLabels(tree) }
  }

  /// Whether a place lies in what readers wrote; the page around all says whether it lets them.
  private static func isInComments(_ tree: PageTree, _ place: Int) -> Bool {
    tree.isInside(place) {
      $0.hints.contains(.comments) && $0.element != .body && $0.element != .html
    }
  }

  /// Reads the name behind a label that stands in an element of its own: "Author", then "Jane Doe".
  private mutating func readLabels(_ tree: PageTree) {
    var isBehindLabel = 0
    for (index, node) in tree.nodes.enumerated() where node.isText {
      let characters = node.counts.characters
      guard characters > 1, characters <= Self.bylineLimit else {
        if characters > 1 { isBehindLabel = 0 }
        continue
      }
      let isShort = characters <= 16
      guard isShort || isBehindLabel > 0 else { continue }
      let line = Self.line(tree, index)
      if isShort, Byline.isLoneLabel(line), !Self.isInComments(tree, index) {
        isBehindLabel = 2
      } else if isBehindLabel > 0 {
        isBehindLabel -= 1
        let names = Byline.names(of: Byline.credited(in: line).joined(separator: ", "))
        authors = names.filter { $0.utf8.contains(0x20) }
        if !authors.isEmpty { return }
      }
    }
  }

  /// Reads the short lines behind the first heading, which nothing marks.
  private mutating func readLines(_ tree: PageTree, now: Date) {
    let heading =
      tree.nodes.firstIndex { $0.element == .h1 && !$0.isText }
      ?? tree.nodes.firstIndex { $0.element == .h2 && !$0.isText } ?? 0
    var lines = 0
    for index in max(0, heading - Self.nodesBefore)..<tree.nodes.count where lines < Self.lineLimit
    {
      let node = tree.nodes[index]
      if node.hints.contains(.dropped) || node.counts.blocks > 1 { continue }
      guard node.counts.characters >= 6, node.counts.characters <= Self.dateLimit else { continue }
      lines += 1
      if published == nil { readDate(tree, index, now: now, isWhole: true) }
      guard authors.isEmpty, !node.isText else { continue }
      let line = Self.line(tree, index)
      // Nothing but its label marks the line: only what has the form of a name is one.
      if Byline.isLabelled(line) {
        authors = Byline.names(of: Byline.credited(in: line).joined(separator: ", "))
      } else {
        authors = Byline.namesBesideDate(line) { fact in
          PageDate.readings(in: Array(String(fact).trimmingSpaces.utf8)[...], now: now) != nil
        }
      }
    }
  }

  private static func line(_ tree: PageTree, _ place: Int) -> String {
    HTMLReading.plainText(String(decoding: tree.text(of: place, upTo: 800), as: UTF8.self))
  }

  private mutating func readAuthors(_ tree: PageTree, _ place: Int) {
    let characters = tree.nodes[place].counts.characters
    guard characters > 1, characters <= Self.bylineLimit else { return }
    let line = Self.line(tree, place)
    // A box about the author holds more than the name.
    if tree.nodes[place].hints.contains(.furniture), !Byline.namesAuthor(line),
      !Byline.isBareName(Array(line.utf8)[...])
    {
      return
    }
    // "HARBOUR TOWN —" is the place before the text.
    if let last = line.last, "–—".contains(last), !Byline.namesAuthor(line) { return }
    authors = Byline.credited(in: line)
  }

  /// Reads the date in a node; nothing else may stand there where `isWhole`.
  private mutating func readDate(
    _ tree: PageTree, _ place: Int, now: Date, isWhole: Bool = false
  ) {
    let characters = tree.nodes[place].counts.characters
    guard characters >= 6, characters <= Self.dateLimit else { return }
    let text = Array(Self.line(tree, place).utf8)[...]
    guard text.contains(where: \.isASCIIDigit) else { return }
    let ordered = PageDate.ordered(text, language: language)
    let readings = PageDate.readings(in: ordered, now: now)
    published = readings?.first { $0.date != nil }?.date
    if published == nil, !isWhole {
      published =
        PageDate.moment(ordered, now: now)
        ?? PageDate.moment(Byline.withoutNames(ordered), now: now)
    }
  }

  /// The day in an address such as ".../2020/01/05/title".
  static func date(inAddress address: String?) -> Date? {
    guard let address else { return nil }
    let parts = address.utf8.prefix(400).split { "/-_.".utf8.contains($0) }
    guard parts.count >= 3 else { return nil }
    for index in 0..<(parts.count - 2) {
      var digits = parts[index..<index + 3].map { Array($0) }
      // ".../22-04-2020": the day stands first.
      if digits[2].count == 4, digits[0].count == 2, digits[1].count == 2 { digits.reverse() }
      guard digits[0].count == 4, (1...2).contains(digits[1].count),
        (1...2).contains(digits[2].count),
        digits.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) })
      else { continue }
      let numbers = digits.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      guard numbers.count == 3, (1990...2100).contains(numbers[0]), (1...12).contains(numbers[1]),
        (1...31).contains(numbers[2])
      else { continue }
      let day = digits.map { String(decoding: $0, as: UTF8.self) }
      let padded = day.map { $0.utf8.count == 1 ? "0\($0)" : $0 }
      return PageDate.sane(NewsDate.parse(padded.joined(separator: "-")))
    }
    return nil
  }
}
