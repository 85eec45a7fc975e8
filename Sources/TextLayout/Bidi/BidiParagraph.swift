/// The direction of each scalar of a paragraph, by the Unicode Bidirectional Algorithm (UAX #9).
///
/// Made in time that depends on the length of the text. Levels are even for text that runs to the
/// right and odd for text that runs to the left.
struct BidiParagraph {
  /// 0 for a paragraph that runs to the right, 1 for one that runs to the left.
  let baseLevel: UInt8
  /// The level of each scalar; `removed` for what rule X9 takes out.
  var levels: [UInt8]
  let scalars: [UInt32]
  let classes: [BidiClass]

  /// The level of scalars that have none.
  static let removed = UInt8.max
  /// Embeddings within embeddings that count (BD2).
  static let depthLimit: UInt8 = 125

  /// Resolves a paragraph.
  /// - Parameters:
  ///   - scalars: Its text, without the end of the paragraph.
  ///   - level: The level of the paragraph; by its first letter (P2, P3) when `nil`.
  init(_ scalars: [UInt32], level: UInt8? = nil) {
    self.scalars = scalars
    classes = scalars.map { BidiClass($0) }
    let partners = Self.isolatePartners(classes)
    baseLevel =
      level ?? Self.firstStrong(classes[...], partners).map { $0 == .left ? 0 : 1 } ?? 0
    levels = []
    var types = classes
    var embedding = BidiEmbedding(baseLevel: baseLevel)
    levels = embedding.levels(classes, partners, types: &types)
    var resolved = levels
    for sequence in isolatingRuns(partners) {
      var run = BidiRun(sequence, in: self, types: types, partners: partners)
      run.resolve()
      for (place, level) in zip(sequence, run.levels) { resolved[place] = level }
    }
    levels = resolved
  }

  /// For each isolate initiator the place of its end, for each end that of its initiator; -1 for
  /// all others (BD9).
  private static func isolatePartners(_ classes: [BidiClass]) -> [Int] {
    var partners = [Int](repeating: -1, count: classes.count)
    var open: [Int] = []
    for (place, kind) in classes.enumerated() {
      if kind.isIsolateInitiator {
        open.append(place)
      } else if kind == .popIsolate, let start = open.popLast() {
        partners[start] = place
        partners[place] = start
      } else if kind == .paragraphSeparator {
        open = []
      }
    }
    return partners
  }

  /// The first letter that has a direction, isolates passed over (P2); `nil` when there is none.
  static func firstStrong(_ classes: ArraySlice<BidiClass>, _ partners: [Int]) -> BidiClass? {
    var place = classes.startIndex
    while place < classes.endIndex {
      let kind = classes[place]
      if kind == .left || kind == .right || kind == .arabicLetter { return kind }
      if kind == .paragraphSeparator { return nil }
      if kind.isIsolateInitiator {
        guard partners[place] >= 0 else { return nil }
        place = partners[place]
      }
      place += 1
    }
    return nil
  }

  /// The isolating run sequences (X10), each as places in ascending order.
  private func isolatingRuns(_ partners: [Int]) -> [[Int]] {
    var runs: [[Int]] = []
    var runAt: [Int: Int] = [:]
    for place in levels.indices where levels[place] != Self.removed {
      if let last = runs.last?.last, levels[last] == levels[place] {
        runs[runs.count - 1].append(place)
      } else {
        runAt[place] = runs.count
        runs.append([place])
      }
    }
    var sequences: [[Int]] = []
    for run in runs {
      // A run that begins with the end of an isolate continues the run of its initiator.
      if let first = run.first, classes[first] == .popIsolate, partners[first] >= 0 { continue }
      var sequence = run
      while let last = sequence.last, classes[last].isIsolateInitiator, partners[last] >= 0,
        let next = runAt[partners[last]]
      {
        sequence += runs[next]
      }
      sequences.append(sequence)
    }
    return sequences
  }
}

// MARK: - Lines

extension BidiParagraph {
  /// A part of a line whose scalars have one level.
  struct Piece {
    /// Scalars of the paragraph.
    var range: Range<Int>
    /// Whether they are drawn from the last to the first.
    var runsToLeft: Bool
  }

  /// The parts of a line from left to right (L1, L2).
  func pieces(of line: Range<Int>) -> [Piece] {
    var pieces: [(piece: Piece, level: UInt8)] = []
    for (place, level) in zip(line, lineLevels(line)) {
      if let last = pieces.last, level == last.level || level == Self.removed {
        pieces[pieces.count - 1].piece.range = last.piece.range.lowerBound..<place + 1
      } else {
        let shown = level == Self.removed ? baseLevel : level
        pieces.append((Piece(range: place..<place + 1, runsToLeft: shown % 2 == 1), shown))
      }
    }
    let highest = pieces.reduce(0) { max($0, $1.level) }
    let lowestOdd = pieces.reduce(UInt8.max) { $1.level % 2 == 1 ? min($0, $1.level) : $0 }
    guard lowestOdd <= highest else { return pieces.map(\.piece) }
    for level in stride(from: highest, through: lowestOdd, by: -1) {
      var start = 0
      while start < pieces.count {
        guard pieces[start].level >= level else {
          start += 1
          continue
        }
        var end = start
        while end < pieces.count, pieces[end].level >= level { end += 1 }
        pieces[start..<end].reverse()
        start = end
      }
    }
    return pieces.map(\.piece)
  }

  /// The levels of a line: separators, and the blanks before them and at the end, have the level of
  /// the paragraph (L1).
  func lineLevels(_ line: Range<Int>) -> [UInt8] {
    var levels = Array(levels[line])
    var isTrailing = true
    for place in line.reversed() {
      let kind = classes[place]
      if kind == .segmentSeparator || kind == .paragraphSeparator {
        isTrailing = true
        levels[place - line.lowerBound] = baseLevel
      } else if kind.isBlank {
        if isTrailing { levels[place - line.lowerBound] = baseLevel }
      } else if !kind.isRemoved {
        isTrailing = false
      }
    }
    return levels
  }
}
