/// Finds the places where a line may end, by the rules of UAX #14 (Unicode 15.0).
///
/// Goes over a text scalar by scalar. With `isTypeset`, typographers' habits are added: no dash at
/// the start of a line, no opening quotation mark at its end, no hyphen parted from its word.
struct BreakScanner {
  private enum Number { case none, open, closed }

  private let isTypeset: Bool
  /// The class before the place, marks and spaces passed over; `nil` at the start.
  private var base: BreakClass?
  /// The class before `base`, `nil` when spaces or nothing stood there.
  private var prior: BreakClass?
  private var hasSpaces = false
  private var isAfterJoiner = false
  private var hasOddFlags = false
  private var isOpeningQuote = false
  private var number = Number.none

  init(isTypeset: Bool) { self.isTypeset = isTypeset }

  /// Whether the scanner can answer for a run of letters without being asked: two letters of a word.
  @inline(__always) var isInWord: Bool { base == .letter && !hasSpaces && !isAfterJoiner }

  /// Whether a line may end before a scalar; the scanner then stands after it.
  /// - `kind`: The scalar's class.
  /// - `following`: The class of the scalar after it.
  /// - `scalar`: The scalar.
  mutating func canBreak(
    before kind: BreakClass, followedBy following: BreakClass, scalar: UInt32
  ) -> Bool {
    guard let base else {
      take(kind.isJoined ? .letter : kind, isJoiner: kind == .joiner, scalar: scalar)
      return false
    }
    if kind.isJoined {
      if !hasSpaces, !base.endsLine, base != .zeroWidthSpace {
        isAfterJoiner = kind == .joiner
        return false
      }
      let answer = decide(base, .letter, following, scalar)
      take(.letter, isJoiner: kind == .joiner, scalar: scalar)
      return answer
    }
    let answer = decide(base, kind, following, scalar)
    take(kind, isJoiner: false, scalar: scalar)
    return answer
  }

  private mutating func take(_ kind: BreakClass, isJoiner: Bool, scalar: UInt32) {
    isAfterJoiner = isJoiner
    if kind == .space, let base, !base.endsLine {
      hasSpaces = true
      number = .none
      return
    }
    let isApart = hasSpaces || base == nil
    hasOddFlags = kind == .flag && !(base == .flag && !hasSpaces && hasOddFlags)
    isOpeningQuote =
      kind == .quote && (isApart || base == .opening) && Self.openingQuotes.contains(scalar)
    switch kind {
    case .digit: number = .open
    case .slash, .separator: number = number == .open && !hasSpaces ? .open : .none
    case .closing, .parenthesis, .wideParenthesis:
      number = number == .open && !hasSpaces ? .closed : .none
    default: number = .none
    }
    prior = isApart ? nil : base
    base = kind
    hasSpaces = kind == .space
  }

  private static let openingQuotes: Set<UInt32> = [0xAB, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039]
}

extension BreakScanner {
  /// Rules LB4 to LB18: line ends, spaces, and what holds across spaces.
  private func decide(
    _ base: BreakClass, _ kind: BreakClass, _ following: BreakClass, _ scalar: UInt32
  ) -> Bool {
    if base.endsLine { return !(base == .carriageReturn && kind == .lineFeed) }
    switch kind {
    case .mandatory, .carriageReturn, .lineFeed, .nextLine, .space, .zeroWidthSpace: return false
    default: break
    }
    if base == .zeroWidthSpace { return true }
    if isAfterJoiner, !hasSpaces { return false }
    if kind == .wordJoiner || (base == .wordJoiner && !hasSpaces) { return false }
    if base == .glue, !hasSpaces { return false }
    if kind == .glue, !hasSpaces, base != .after, base != .hyphen { return false }
    switch (base, kind) {
    case (_, .closing), (_, .parenthesis), (_, .wideParenthesis), (_, .exclamation),
      (_, .separator), (_, .slash), (.opening, _), (.wideOpening, _), (.quote, .opening),
      (.quote, .wideOpening), (.closing, .nonStarter), (.parenthesis, .nonStarter),
      (.wideParenthesis, .nonStarter), (.dash, .dash):
      return false
    default: break
    }
    if hasSpaces { return !isTypeset || !isKeptAcrossSpaces(scalar) }
    return decideTouching(base, kind, following, scalar)
  }

  /// Whether the scalar would make an orphan at the start of a line, or the one before at its end.
  private func isKeptAcrossSpaces(_ scalar: UInt32) -> Bool {
    isOpeningQuote || (0x2013...0x2015).contains(scalar) || scalar == 0x201D
  }

  /// Rules LB19 to LB31: two scalars without a space between them.
  private func decideTouching(
    _ base: BreakClass, _ kind: BreakClass, _ following: BreakClass, _ scalar: UInt32
  ) -> Bool {
    if isTypeset, keepsTogether(base, kind, scalar) { return false }
    if base == .quote || kind == .quote { return false }
    if base == .object || kind == .object { return true }
    switch (base, kind) {
    case (_, .after), (_, .hyphen), (_, .nonStarter), (.before, _), (.slash, .hebrew),
      (_, .ellipsis):
      return false
    case (.hyphen, _) where prior == .hebrew, (.after, _) where prior == .hebrew: return false
    default: break
    }
    if keepsNumber(base, kind, following) || keepsWord(base, kind) { return false }
    if keepsHangul(base, kind) { return false }
    switch (base, kind) {
    case (.flag, .flag): return !hasOddFlags
    case (.emojiBase, .emojiModifier), (.unassignedPicture, .emojiModifier): return false
    default: return true
    }
  }

  private func keepsTogether(_ base: BreakClass, _ kind: BreakClass, _ scalar: UInt32) -> Bool {
    if kind == .dash { return true }
    if base == .hyphen, prior == nil || prior == .opening || prior == .quote { return true }
    return kind == .digit && (base == .separator || base == .slash)
  }

  /// Rules LB23, LB23a and LB25, the last as the expression of example 7 in section 8.2.
  private func keepsNumber(
    _ base: BreakClass, _ kind: BreakClass, _ following: BreakClass
  ) -> Bool {
    switch (base, kind) {
    case (.letter, .digit), (.hebrew, .digit), (.digit, .letter), (.digit, .hebrew): true
    case (.prefix, _) where kind.isPicture && kind != .unassignedPicture: true
    case (.prefix, .unassignedPicture): true
    case (_, .postfix) where base.isPicture: true
    case (.prefix, .letter), (.prefix, .hebrew), (.postfix, .letter), (.postfix, .hebrew),
      (.letter, .prefix), (.letter, .postfix), (.hebrew, .prefix), (.hebrew, .postfix):
      true
    case (_, .postfix) where number != .none, (_, .prefix) where number != .none: true
    case (_, .digit) where number == .open: true
    case (.prefix, .digit), (.postfix, .digit), (.hyphen, .digit): true
    case (.prefix, .opening), (.prefix, .wideOpening), (.prefix, .hyphen), (.postfix, .opening),
      (.postfix, .wideOpening), (.postfix, .hyphen):
      following == .digit
    default: false
    }
  }

  /// Rules LB28 to LB30.
  private func keepsWord(_ base: BreakClass, _ kind: BreakClass) -> Bool {
    switch (base, kind) {
    case (.letter, .letter), (.letter, .hebrew), (.hebrew, .letter), (.hebrew, .hebrew),
      (.separator, .letter), (.separator, .hebrew), (.digit, .digit), (.letter, .opening),
      (.hebrew, .opening), (.digit, .opening), (.parenthesis, .letter), (.parenthesis, .hebrew),
      (.parenthesis, .digit):
      true
    default: false
    }
  }

  /// Rules LB26 and LB27.
  private func keepsHangul(_ base: BreakClass, _ kind: BreakClass) -> Bool {
    switch (base, kind) {
    case (.hangulL, .hangulL), (.hangulL, .hangulV), (.hangulL, .hangulLV), (.hangulL, .hangulLVT),
      (.hangulV, .hangulV), (.hangulV, .hangulT), (.hangulLV, .hangulV), (.hangulLV, .hangulT),
      (.hangulT, .hangulT), (.hangulLVT, .hangulT):
      true
    case (_, .postfix): base.isHangul
    case (.prefix, _): kind.isHangul
    default: false
    }
  }
}
