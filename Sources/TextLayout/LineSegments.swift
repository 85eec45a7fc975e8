/// A text cut at every place where a line may end.
struct LineSegments {
  /// A piece that stays on one line, with the spaces that follow it.
  struct Segment {
    /// Bytes of the joined text, without the spaces after it.
    var start: Int
    var end: Int
    /// Cells of the piece, and of the spaces after it.
    var columns: Int
    var gap: Int
    /// Whether a line that ends behind it gets a hyphen.
    var endsInHyphen = false
  }

  private(set) var segments: [Segment] = []
  private let limit: Int
  private let hyphenator: Hyphenator?

  /// Cuts a text, words too when there is a hyphenator; pieces wider than `limit` cells are cut
  /// between characters.
  init(_ text: String, limit: Int, hyphenator: Hyphenator? = nil) {
    self.limit = max(1, limit)
    self.hyphenator = hyphenator
    segments.reserveCapacity(text.utf8.count / 6 + 1)
    var text = text
    text.makeContiguousUTF8()
    var open = Segment(start: 0, end: 0, columns: 0, gap: 0)
    var hasText = false
    var scanner = BreakScanner(isTypeset: true)
    var scalars = text.unicodeScalars.makeIterator()
    var (offset, next) = (0, scalars.next())
    var kind = next.map { BreakClass($0.value) } ?? .space
    while let scalar = next {
      next = scalars.next()
      let following = next.map { BreakClass($0.value) } ?? .space
      defer { kind = following }
      let size = UTF8.width(scalar)
      defer { offset += size }
      let canBreak: Bool
      if kind == .letter, scanner.isInWord {
        canBreak = false
      } else {
        canBreak = scanner.canBreak(before: kind, followedBy: following, scalar: scalar.value)
      }
      if kind == .space {
        open.gap += 1
        continue
      }
      if !hasText || canBreak {
        if hasText { add(open, of: text, isLast: false) }
        open = Segment(start: offset, end: offset, columns: 0, gap: 0)
        hasText = true
      }
      open.columns += open.gap + scalar.columns
      open.gap = 0
      open.end = offset + size
    }
    if hasText { add(open, of: text, isLast: true) }
  }

  /// Adds a segment, parted when it is a word that stands between spaces.
  private mutating func add(_ segment: Segment, of text: String, isLast: Bool) {
    guard let hyphenator, isLast || segment.gap > 0, segments.last.map({ $0.gap > 0 }) ?? true
    else { return addPieces(of: segment, of: text) }
    for part in Self.parted(segment, of: text, by: hyphenator) { addPieces(of: part, of: text) }
  }

  private mutating func addPieces(of segment: Segment, of text: String) {
    guard segment.columns > limit else { return segments.append(segment) }
    let start = text.utf8.index(text.startIndex, offsetBy: segment.start)
    let end = text.utf8.index(text.startIndex, offsetBy: segment.end)
    var piece = Segment(start: segment.start, end: segment.start, columns: 0, gap: 0)
    for character in text[start..<end] {
      let width = character.cellWidth
      if piece.columns > 0, piece.columns + width > limit {
        segments.append(piece)
        piece = Segment(start: piece.end, end: piece.end, columns: 0, gap: 0)
      }
      piece.columns += width
      piece.end += character.utf8.count
    }
    piece.gap = segment.gap
    piece.endsInHyphen = segment.endsInHyphen
    segments.append(piece)
  }

  private static let hyphenCost = 64

  // MARK: - Lines

  /// Ranges of segments, one a line, each line taking what fits in `columns` cells.
  func greedy(columns: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var (start, used) = (0, 0)
    for (index, segment) in segments.enumerated() {
      let gap = index > start ? segments[index - 1].gap : 0
      if index > start, used + gap + segment.columns > columns {
        lines.append(start..<index)
        (start, used) = (index, segment.columns)
      } else {
        used += gap + segment.columns
      }
    }
    if start < segments.count { lines.append(start..<segments.count) }
    return lines
  }

  /// As few lines as `greedy`, in the narrowest width that holds them.
  func balanced(columns: Int) -> [Range<Int>] {
    let best = greedy(columns: columns)
    guard best.count > 1 else { return best }
    var (low, high) = (1, columns)
    while low < high {
      let middle = (low + high) / 2
      let fits = segments.allSatisfy { $0.columns <= middle }
      if fits, greedy(columns: middle).count == best.count {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return greedy(columns: high)
  }

  /// The lines whose unused cells, squared and added up, are fewest; the last line is free.
  ///
  /// After Knuth and Plass, "Breaking Paragraphs into Lines" (1981), without stretching. Costs the
  /// number of segments times those that fit on one line. A hyphen at the end of a line costs as
  /// much as eight unused cells.
  func optimal(columns: Int) -> [Range<Int>] {
    guard segments.count > 1 else { return greedy(columns: columns) }
    var cost = [Int](repeating: .max, count: segments.count + 1)
    var previous = [Int](repeating: 0, count: segments.count + 1)
    cost[0] = 0
    for start in segments.indices where cost[start] < .max {
      var used = 0
      for end in start..<segments.count {
        used += (end > start ? segments[end - 1].gap : 0) + segments[end].columns
        guard used <= columns || end == start else { break }
        let hyphen = segments[end].endsInHyphen ? 1 : 0
        guard used + hyphen <= columns || end == start else { continue }
        let unused = end + 1 == segments.count ? 0 : max(0, columns - used - hyphen)
        let total = cost[start] + unused * unused + hyphen * Self.hyphenCost
        if total < cost[end + 1] { (cost[end + 1], previous[end + 1]) = (total, start) }
      }
    }
    var lines: [Range<Int>] = []
    var end = segments.count
    while end > 0 {
      lines.append(previous[end]..<end)
      end = previous[end]
    }
    return lines.reversed()
  }
}
