/// What a scalar means for the end of a line: the classes of UAX #14 after its rule LB1.
///
/// The raw values are those of `BreakClassTable`.
enum BreakClass: UInt8 {
  /// BK.
  case mandatory
  /// CR.
  case carriageReturn
  /// LF.
  case lineFeed
  /// NL.
  case nextLine
  /// SP.
  case space
  /// ZW.
  case zeroWidthSpace
  /// ZWJ.
  case joiner
  /// CM.
  case mark
  /// WJ.
  case wordJoiner
  /// GL.
  case glue
  /// AL.
  case letter
  /// HL.
  case hebrew
  /// NU.
  case digit
  /// B2.
  case dash
  /// BA.
  case after
  /// BB.
  case before
  /// HY.
  case hyphen
  /// CB.
  case object
  /// CL.
  case closing
  /// CP.
  case parenthesis
  /// CP, wide.
  case wideParenthesis
  /// EX.
  case exclamation
  /// IN.
  case ellipsis
  /// NS.
  case nonStarter
  /// OP.
  case opening
  /// OP, wide.
  case wideOpening
  /// QU.
  case quote
  /// IS.
  case separator
  /// PO.
  case postfix
  /// PR.
  case prefix
  /// SY.
  case slash
  /// EB.
  case emojiBase
  /// EM.
  case emojiModifier
  /// H2.
  case hangulLV
  /// H3.
  case hangulLVT
  /// JL.
  case hangulL
  /// JV.
  case hangulV
  /// JT.
  case hangulT
  /// ID.
  case ideograph
  /// ID, not yet assigned picture.
  case unassignedPicture
  /// RI.
  case flag

  /// The class of a scalar.
  ///
  /// Costs one step for ASCII, else a search in the table.
  init(_ scalar: UInt32) {
    if scalar < 128 {
      self = BreakClass(rawValue: BreakClassTable.ascii[Int(scalar)]) ?? .letter
    } else if (0xAC00...0xD7A3).contains(scalar) {
      self = (scalar - 0xAC00) % 28 == 0 ? .hangulLV : .hangulLVT
    } else {
      self = Self.search(scalar)
    }
  }

  private static func search(_ scalar: UInt32) -> BreakClass {
    let ranges = BreakClassTable.ranges
    var (low, high) = (0, ranges.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if ranges[middle] >> 8 <= scalar { low = middle } else { high = middle }
    }
    return BreakClass(rawValue: UInt8(truncatingIfNeeded: ranges[low])) ?? .letter
  }

  /// Whether it joins the scalar before it (CM and ZWJ).
  var isJoined: Bool { self == .mark || self == .joiner }

  /// Whether a line ends after it in any case.
  var endsLine: Bool { rawValue <= BreakClass.nextLine.rawValue }

  /// Whether it is a part of a Korean syllable.
  var isHangul: Bool {
    (BreakClass.hangulLV.rawValue...BreakClass.hangulT.rawValue).contains(rawValue)
  }

  /// Whether it is a letter of a script that parts words with spaces.
  var isLetter: Bool { self == .letter || self == .hebrew }

  /// Whether it is a character that stands for a word: an ideograph or a picture.
  var isPicture: Bool {
    switch self {
    case .ideograph, .unassignedPicture, .emojiBase, .emojiModifier: true
    default: false
    }
  }
}
