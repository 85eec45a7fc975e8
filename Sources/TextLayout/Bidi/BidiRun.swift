/// One isolating run sequence: rules W1 to W7, N0 to N2, I1 and I2 of UAX #9.
struct BidiRun {
  /// The level of each place.
  private(set) var levels: [UInt8]
  private var types: [BidiClass]
  private let original: [BidiClass]
  private let scalars: [UInt32]
  private let level: UInt8
  /// The directions at the start and the end of the sequence.
  private let start: BidiClass
  private let end: BidiClass

  /// Brackets that wait for their partner at most (BD16).
  private static let bracketLimit = 63

  /// - Parameters:
  ///   - places: The scalars of the sequence; at least one.
  ///   - paragraph: Where they stand, with its explicit levels.
  ///   - types: Their classes after overrides.
  ///   - partners: Initiators and ends of isolates.
  init(_ places: [Int], in paragraph: BidiParagraph, types: [BidiClass], partners: [Int]) {
    self.types = places.map { types[$0] }
    original = places.map { paragraph.classes[$0] }
    scalars = places.map { paragraph.scalars[$0] }
    level = paragraph.levels[places[0]]
    levels = Array(repeating: level, count: places.count)
    let base = paragraph.baseLevel
    let before = paragraph.levels[..<places[0]].last { $0 != BidiParagraph.removed } ?? base
    let last = places[places.count - 1]
    var after = base
    if !paragraph.classes[last].isIsolateInitiator || partners[last] >= 0 {
      after = paragraph.levels[(last + 1)...].first { $0 != BidiParagraph.removed } ?? base
    }
    start = max(level, before) % 2 == 0 ? .left : .right
    end = max(level, after) % 2 == 0 ? .left : .right
  }

  /// The direction of the level itself.
  private var embedding: BidiClass { level % 2 == 0 ? .left : .right }

  mutating func resolve() {
    resolveWeak()
    resolveNumbers()
    resolveBrackets()
    resolveNeutrals()
    for place in types.indices {
      switch (types[place], level % 2) {
      case (.right, 0): levels[place] = level + 1
      case (.arabicNumber, 0), (.europeanNumber, 0): levels[place] = level + 2
      case (.left, 1), (.arabicNumber, 1), (.europeanNumber, 1): levels[place] = level + 1
      default: break
      }
    }
  }

  // MARK: Weak types

  /// W1 to W3.
  private mutating func resolveWeak() {
    var previous = start
    for place in types.indices where types[place] == .mark {
      let before = place == 0 ? start : types[place - 1]
      types[place] = before.isIsolateInitiator || before == .popIsolate ? .otherNeutral : before
    }
    for place in types.indices {
      switch types[place] {
      case .left, .right: previous = types[place]
      case .arabicLetter:
        previous = .arabicLetter
      case .europeanNumber where previous == .arabicLetter: types[place] = .arabicNumber
      default: break
      }
    }
    for place in types.indices where types[place] == .arabicLetter { types[place] = .right }
  }

  /// W4 to W7.
  private mutating func resolveNumbers() {
    let last = types.count - 1
    for place in types.indices where place > 0 && place < last {
      let (before, after) = (types[place - 1], types[place + 1])
      guard before == after else { continue }
      switch types[place] {
      case .europeanSeparator where before == .europeanNumber: types[place] = .europeanNumber
      case .commonSeparator where before == .europeanNumber || before == .arabicNumber:
        types[place] = before
      default: break
      }
    }
    var place = 0
    while place < types.count {
      guard types[place] == .europeanTerminator else {
        place += 1
        continue
      }
      var next = place
      while next < types.count, types[next] == .europeanTerminator { next += 1 }
      let touches =
        (place > 0 && types[place - 1] == .europeanNumber)
        || (next < types.count && types[next] == .europeanNumber)
      if touches { for index in place..<next { types[index] = .europeanNumber } }
      place = next
    }
    var previous = start
    for place in types.indices {
      switch types[place] {
      case .europeanSeparator, .europeanTerminator, .commonSeparator: types[place] = .otherNeutral
      case .left, .right: previous = types[place]
      case .europeanNumber where previous == .left: types[place] = .left
      default: break
      }
    }
  }

  // MARK: Brackets

  /// N0.
  private mutating func resolveBrackets() {
    for pair in bracketPairs() {
      guard let direction = direction(of: pair) else { continue }
      for place in [pair.open, pair.close] {
        types[place] = direction
        var next = place + 1
        while next < types.count, original[next] == .mark {
          types[next] = direction
          next += 1
        }
      }
    }
  }

  /// Pairs in the order of their opening brackets (BD16).
  private func bracketPairs() -> [(open: Int, close: Int)] {
    var pairs: [(open: Int, close: Int)] = []
    var waiting: [(closing: UInt32, place: Int)] = []
    for place in types.indices where types[place] == .otherNeutral {
      let scalar = scalars[place]
      if let closing = BidiMirrors.closing(of: scalar) {
        guard waiting.count < Self.bracketLimit else { return [] }
        waiting.append((closing, place))
      } else if BidiMirrors.isClosing(scalar) {
        let wanted = BidiMirrors.canonical(scalar)
        guard let index = waiting.lastIndex(where: { $0.closing == wanted }) else { continue }
        pairs.append((waiting[index].place, place))
        waiting.removeSubrange(index...)
      }
    }
    return pairs.sorted { $0.open < $1.open }
  }

  private func direction(of pair: (open: Int, close: Int)) -> BidiClass? {
    var hasOpposite = false
    for place in pair.open + 1..<pair.close {
      guard let strong = strong(at: place) else { continue }
      if strong == embedding { return embedding }
      hasOpposite = true
    }
    guard hasOpposite else { return nil }
    return (0..<pair.open).reversed().lazy.compactMap { strong(at: $0) }.first ?? start
  }

  /// The direction of a place, numbers counted as running to the left; `nil` for neutrals.
  private func strong(at place: Int) -> BidiClass? {
    switch types[place] {
    case .left: .left
    case .right, .arabicNumber, .europeanNumber: .right
    default: nil
    }
  }

  // MARK: Neutral types

  /// N1 and N2.
  private mutating func resolveNeutrals() {
    var place = 0
    while place < types.count {
      guard types[place].isNeutral else {
        place += 1
        continue
      }
      var next = place
      while next < types.count, types[next].isNeutral { next += 1 }
      let before = place == 0 ? start : strong(at: place - 1) ?? start
      let after = next == types.count ? end : strong(at: next) ?? end
      let direction = before == after ? before : embedding
      for index in place..<next { types[index] = direction }
      place = next
    }
  }
}
