/// Explicit levels and directions: rules X1 to X9 of UAX #9.
struct BidiEmbedding {
  private struct Status {
    var level: UInt8
    var override: BidiClass?
    var isIsolate: Bool
  }

  private let baseLevel: UInt8
  private var stack: [Status]
  private var overflowIsolates = 0
  private var overflowEmbeddings = 0
  private var validIsolates = 0

  init(baseLevel: UInt8) {
    self.baseLevel = baseLevel
    stack = [Status(level: baseLevel, override: nil, isIsolate: false)]
  }

  private var status: Status {
    stack.last ?? Status(level: baseLevel, override: nil, isIsolate: false)
  }

  /// The level of each scalar, `BidiParagraph.removed` for what X9 takes out; overrides change
  /// `types`.
  mutating func levels(
    _ classes: [BidiClass], _ partners: [Int], types: inout [BidiClass]
  ) -> [UInt8] {
    var levels = [UInt8](repeating: baseLevel, count: classes.count)
    for (place, kind) in classes.enumerated() {
      switch kind {
      case .leftEmbedding, .rightEmbedding, .leftOverride, .rightOverride:
        embed(kind)
        levels[place] = BidiParagraph.removed
      case .leftIsolate, .rightIsolate, .firstStrongIsolate:
        levels[place] = status.level
        if let override = status.override { types[place] = override }
        isolate(runsToLeft: runsToLeft(kind, at: place, classes, partners))
      case .popIsolate:
        endIsolate()
        levels[place] = status.level
        if let override = status.override { types[place] = override }
      case .popFormatting:
        endEmbedding()
        levels[place] = BidiParagraph.removed
      case .boundaryNeutral: levels[place] = BidiParagraph.removed
      case .paragraphSeparator: levels[place] = baseLevel
      default:
        levels[place] = status.level
        if let override = status.override { types[place] = override }
      }
    }
    return levels
  }

  private func runsToLeft(
    _ kind: BidiClass, at place: Int, _ classes: [BidiClass], _ partners: [Int]
  ) -> Bool {
    guard kind == .firstStrongIsolate else { return kind == .rightIsolate }
    let end = partners[place] < 0 ? classes.count : partners[place]
    let strong = BidiParagraph.firstStrong(classes[place + 1..<end], partners)
    return strong == .right || strong == .arabicLetter
  }

  private func nextLevel(runsToLeft: Bool) -> UInt8 {
    runsToLeft ? (status.level + 1) | 1 : (status.level + 2) & ~1
  }

  private mutating func embed(_ kind: BidiClass) {
    let isLeft = kind == .rightEmbedding || kind == .rightOverride
    let level = nextLevel(runsToLeft: isLeft)
    guard level <= BidiParagraph.depthLimit, overflowIsolates == 0, overflowEmbeddings == 0 else {
      if overflowIsolates == 0 { overflowEmbeddings += 1 }
      return
    }
    let override: BidiClass? =
      kind == .leftOverride ? .left : kind == .rightOverride ? .right : nil
    stack.append(Status(level: level, override: override, isIsolate: false))
  }

  private mutating func isolate(runsToLeft: Bool) {
    let level = nextLevel(runsToLeft: runsToLeft)
    guard level <= BidiParagraph.depthLimit, overflowIsolates == 0, overflowEmbeddings == 0 else {
      overflowIsolates += 1
      return
    }
    validIsolates += 1
    stack.append(Status(level: level, override: nil, isIsolate: true))
  }

  private mutating func endIsolate() {
    if overflowIsolates > 0 {
      overflowIsolates -= 1
    } else if validIsolates > 0 {
      overflowEmbeddings = 0
      while stack.count > 1, !status.isIsolate { stack.removeLast() }
      if stack.count > 1 { stack.removeLast() }
      validIsolates -= 1
    }
  }

  private mutating func endEmbedding() {
    guard overflowIsolates == 0 else { return }
    if overflowEmbeddings > 0 {
      overflowEmbeddings -= 1
    } else if !status.isIsolate, stack.count > 1 {
      stack.removeLast()
    }
  }
}
