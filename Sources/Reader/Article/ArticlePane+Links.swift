import Articles

extension ArticlePane {
  /// Every link of the article in reading order; its number is its index + 1.
  var links: [ArticleLink] { outline?.links ?? [] }

  /// The link with a number, as the marks in the text show it; nil when there is none.
  func link(numbered number: Int) -> ArticleLink? {
    links.indices.contains(number - 1) ? links[number - 1] : nil
  }

  /// The link at a cell of the pane; nil when there is none.
  func link(atColumn column: Int, row: Int) -> ArticleLink? {
    let visible = visibleLines
    guard visible.indices.contains(row) else { return nil }
    let line = visible[row].line
    let moved = line.isCode ? sideways : 0
    return link(numbered: line.link(at: column - margins.left + moved))
  }

  /// Puts letters on the visible links.
  /// - Returns: False when no link is visible.
  @discardableResult mutating func showHints() -> Bool {
    var numbers: [Int] = []
    var seen: Set<Int> = []
    for (_, line) in visibleLines {
      for link in line.links where seen.insert(link.number).inserted { numbers.append(link.number) }
    }
    hints = numbers.isEmpty ? nil : LinkHints(numbers)
    return hints != nil
  }

  /// Takes the letters away.
  mutating func hideHints() { hints = nil }

  /// Whether letters stand on the links and the next letters choose one.
  var isHinting: Bool { hints != nil }

  /// Takes a typed letter.
  mutating func typeHint(_ letter: Character) -> HintChoice {
    guard var hints else { return .none }
    let number = hints.type(letter)
    self.hints = number == nil && hints.hasMatches ? hints : nil
    if let number, let link = link(numbered: number) { return .link(link) }
    return self.hints == nil ? .none : .unfinished
  }
}

/// Letters that stand on the visible links until one is chosen.
struct LinkHints: Sendable, Hashable {
  /// What is typed to follow a link.
  struct Label: Sendable, Hashable {
    var letters: String
    /// The link's number.
    var number: Int
  }

  private(set) var labels: [Label] = []
  /// Letters typed so far.
  private(set) var typed = ""

  /// Letters in the order in which fingers find them; l, s, x and y are keys of their own behind
  /// the key that shows hints.
  private static let letters = Array("fjdkaghrueiwotvncmbpzq")

  /// One letter each while they last, else two.
  init(_ numbers: [Int]) {
    let count = Self.letters.count
    let isLong = numbers.count > count
    for (index, number) in numbers.prefix(count * count).enumerated() {
      let second = String(Self.letters[index % count])
      let letters = isLong ? String(Self.letters[index / count]) + second : second
      labels.append(Label(letters: letters, number: number))
    }
  }

  /// Labels that the typed letters can still become.
  var matching: [Label] { labels.filter { $0.letters.hasPrefix(typed) } }

  /// Whether there are any.
  var hasMatches: Bool { labels.contains { $0.letters.hasPrefix(typed) } }

  /// Takes a letter; the number of the link that it completes, if it does.
  mutating func type(_ letter: Character) -> Int? {
    typed += letter.lowercased()
    return labels.first { $0.letters == typed }?.number
  }
}

/// What a letter typed at link hints came to.
enum HintChoice: Sendable, Hashable {
  /// No visible link has such letters; the hints are gone.
  case none
  /// More than one link begins with the letters typed so far.
  case unfinished
  /// The letters belong to this link; the hints are gone.
  case link(ArticleLink)
}
