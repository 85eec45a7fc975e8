/// A regular expression on headlines, between slashes in a query.
///
/// Letters, `.`, `[a-z]`, `[^…]`, `\d \w \s \b`, `^ $`, `( )`, `|`, `* + ? {m,n}`; case and accents
/// of Latin letters do not count. Every position of all alternatives is followed at once (Thompson,
/// 1968), so that matching takes time in proportion to the headline's length times the pattern's:
/// no pattern can make it slow.
public struct TitlePattern: Sendable, Hashable {
  /// The pattern as it was typed, without the slashes.
  public let source: String
  let steps: [Step]

  /// Characters that a pattern may have.
  public static let lengthLimit = 256
  /// Steps into which it may unfold.
  static let stepLimit = 2_000

  /// Why a pattern cannot be read.
  public enum Problem: Error, Sendable, Hashable {
    case unclosedGroup
    case unclosedSet
    case strayParenthesis
    /// `*`, `+`, `?` or `{` with nothing before it.
    case nothingToRepeat
    case badRepeat
    case endsInBackslash
    case tooLong
  }

  /// One step of the machine; targets are places in `steps`.
  enum Step: Sendable, Hashable {
    case scalar(UInt32)
    case any
    case oneOf([ClosedRange<UInt32>], isNegated: Bool)
    case fork(Int, Int)
    case jump(Int)
    case start
    case end
    case wordBoundary
    case match
  }

  /// Reads a pattern.
  /// - Throws: `Problem`.
  public init(_ source: String) throws(Problem) {
    guard source.count <= Self.lengthLimit else { throw .tooLong }
    self.source = source
    var compiler = PatternCompiler(source)
    steps = try compiler.compiled()
  }

  /// Whether the pattern is found somewhere in a headline.
  public func matches(_ title: String) -> Bool {
    let text = title.folded.unicodeScalars.map(\.value)
    var current = Threads(count: steps.count)
    var following = Threads(count: steps.count)
    for place in 0...text.count {
      add(0, to: &current, text, place)
      if current.isMatch { return true }
      guard place < text.count else { return false }
      following.clear()
      for thread in current.waiting where takes(steps[thread], text[place]) {
        add(thread + 1, to: &following, text, place + 1)
      }
      if following.isMatch { return true }
      swap(&current, &following)
    }
    return false
  }

  private func takes(_ step: Step, _ scalar: UInt32) -> Bool {
    switch step {
    case .scalar(let wanted): wanted == scalar
    case .any: true
    case .oneOf(let ranges, let isNegated):
      ranges.contains { $0.contains(scalar) } != isNegated
    default: false
    }
  }

  /// The places that are followed at one time.
  private struct Threads {
    var waiting: [Int] = []
    var isMatch = false
    private var seen: [Bool]

    init(count: Int) { seen = Array(repeating: false, count: count) }

    mutating func visit(_ place: Int) -> Bool {
      if seen[place] { return false }
      seen[place] = true
      return true
    }

    mutating func clear() {
      waiting.removeAll(keepingCapacity: true)
      isMatch = false
      for place in seen.indices { seen[place] = false }
    }
  }

  /// Follows everything that takes no letter.
  private func add(_ first: Int, to threads: inout Threads, _ text: [UInt32], _ place: Int) {
    var open = [first]
    while let next = open.popLast() {
      guard threads.visit(next) else { continue }
      switch steps[next] {
      case .match: threads.isMatch = true
      case .jump(let target): open.append(target)
      case .fork(let one, let other): open += [other, one]
      case .start: if place == 0 { open.append(next + 1) }
      case .end: if place == text.count { open.append(next + 1) }
      case .wordBoundary:
        let before = place > 0 && PatternCompiler.isWord(text[place - 1])
        let after = place < text.count && PatternCompiler.isWord(text[place])
        if before != after { open.append(next + 1) }
      default: threads.waiting.append(next)
      }
    }
  }
}

/// Reads a pattern into steps; its depth is bounded by the pattern's length limit.
private struct PatternCompiler {
  typealias Step = TitlePattern.Step
  typealias Problem = TitlePattern.Problem

  private let text: [Character]
  private var next = 0

  init(_ source: String) { text = Array(source) }

  static func isWord(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar).map { $0.properties.isAlphabetic || $0.properties.numericType != nil }
      ?? false || scalar == 0x5F
  }

  mutating func compiled() throws(Problem) -> [Step] {
    let steps = try alternatives(depth: 0)
    guard next == text.count else { throw .strayParenthesis }
    return steps + [.match]
  }

  // Parts are written with targets relative to their own beginning and moved when they are joined.

  private mutating func alternatives(depth: Int) throws(Problem) -> [Step] {
    var steps = try sequence(depth: depth)
    while next < text.count, text[next] == "|" {
      next += 1
      let other = try sequence(depth: depth)
      let one = steps
      steps = [.fork(1, one.count + 2)] + Self.moved(one, by: 1)
      steps.append(.jump(one.count + 2 + other.count))
      steps += Self.moved(other, by: one.count + 2)
      try check(steps)
    }
    return steps
  }

  private mutating func sequence(depth: Int) throws(Problem) -> [Step] {
    var steps: [Step] = []
    while next < text.count, text[next] != "|", text[next] != ")" {
      let part = try repeated(try atom(depth: depth))
      steps += Self.moved(part, by: steps.count)
      try check(steps)
    }
    return steps
  }

  private func check(_ steps: [Step]) throws(Problem) {
    guard steps.count <= TitlePattern.stepLimit else { throw .tooLong }
  }

  private mutating func atom(depth: Int) throws(Problem) -> [Step] {
    let character = text[next]
    next += 1
    switch character {
    case "(":
      guard depth < 32 else { throw .tooLong }
      let inner = try alternatives(depth: depth + 1)
      guard next < text.count else { throw .unclosedGroup }
      next += 1
      return inner
    case "[": return [try set()]
    case ".": return [.any]
    case "^": return [.start]
    case "$": return [.end]
    case "*", "+", "?", "{": throw .nothingToRepeat
    case "\\":
      guard next < text.count else { throw .endsInBackslash }
      let escaped = text[next]
      next += 1
      if escaped == "b" { return [.wordBoundary] }
      if let (ranges, isNegated) = Self.kind(escaped) {
        return [.oneOf(ranges, isNegated: isNegated)]
      }
      return Self.literal(escaped)
    default: return Self.literal(character)
    }
  }

  private static func literal(_ character: Character) -> [Step] {
    String(character).folded.unicodeScalars.map { .scalar($0.value) }
  }

  private static func kind(_ letter: Character) -> (ranges: [ClosedRange<UInt32>], Bool)? {
    switch letter {
    case "d", "D": ([0x30...0x39], letter == "D")
    // Letters beyond ASCII count as parts of words, in every script.
    case "w", "W":
      (
        [
          0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xAA...0x1FFF,
          0x2C00...0x2DFF, 0x3040...0xD7FF, 0xF900...0xFDCF, 0x10000...0x1EEFF, 0x20000...0x3FFFF,
        ],
        letter == "W"
      )
    case "s", "S": ([0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x2000...0x200A], letter == "S")
    default: nil
    }
  }

  private mutating func set() throws(Problem) -> Step {
    var ranges: [ClosedRange<UInt32>] = []
    let isNegated = next < text.count && text[next] == "^"
    if isNegated { next += 1 }
    let start = next
    while next < text.count, text[next] != "]" || next == start {
      if text[next] == "\\", next + 1 < text.count {
        next += 1
        if let (kind, isOutside) = Self.kind(text[next]), !isOutside {
          ranges += kind
          next += 1
          continue
        }
      }
      let low = Self.scalar(text[next])
      next += 1
      guard next + 1 < text.count, text[next] == "-", text[next + 1] != "]" else {
        ranges.append(low...low)
        continue
      }
      let high = Self.scalar(text[next + 1])
      next += 2
      ranges.append(min(low, high)...max(low, high))
    }
    guard next < text.count else { throw .unclosedSet }
    next += 1
    return .oneOf(ranges, isNegated: isNegated)
  }

  private static func scalar(_ character: Character) -> UInt32 {
    String(character).folded.unicodeScalars.first?.value ?? 0
  }

  /// A part with the mark of repetition that follows it.
  private mutating func repeated(_ part: [Step]) throws(Problem) -> [Step] {
    guard next < text.count else { return part }
    switch text[next] {
    case "*":
      next += 1
      return Self.star(part)
    case "+":
      next += 1
      return part + Self.moved(Self.star(part), by: part.count)
    case "?":
      next += 1
      return Self.optional(part)
    case "{": return try counted(part)
    default: return part
    }
  }

  private mutating func counted(_ part: [Step]) throws(Problem) -> [Step] {
    guard let end = text[next...].firstIndex(of: "}") else { throw .badRepeat }
    let bounds = String(text[(next + 1)..<end]).split(
      separator: ",", omittingEmptySubsequences: false)
    let numbers = bounds.map { Int($0) }
    guard (1...2).contains(bounds.count), let least = numbers[0], (0...100).contains(least),
      bounds.count == 1 || bounds[1].isEmpty
        || numbers[1].map({ (least...100).contains($0) }) == true
    else { throw .badRepeat }
    next = end + 1
    var steps: [Step] = []
    func append(_ more: [Step]) { steps += Self.moved(more, by: steps.count) }
    for _ in 0..<least { append(part) }
    if bounds.count == 2 {
      if let most = numbers[1] {
        for _ in least..<most { append(Self.optional(part)) }
      } else {
        append(Self.star(part))
      }
    }
    try check(steps)
    return steps
  }

  private static func star(_ part: [Step]) -> [Step] {
    [.fork(1, part.count + 2)] + moved(part, by: 1) + [.jump(0)]
  }

  private static func optional(_ part: [Step]) -> [Step] {
    [.fork(1, part.count + 1)] + moved(part, by: 1)
  }

  private static func moved(_ steps: [Step], by distance: Int) -> [Step] {
    guard distance != 0 else { return steps }
    return steps.map { step in
      switch step {
      case .fork(let one, let other): .fork(one + distance, other + distance)
      case .jump(let target): .jump(target + distance)
      default: step
      }
    }
  }
}
