/// The bidirectional class of a scalar (UAX #9, table 4); the raw values are those of
/// `BidiClassTable`.
enum BidiClass: UInt8 {
  case left, right, arabicLetter
  case europeanNumber, europeanSeparator, europeanTerminator, arabicNumber, commonSeparator
  case mark, boundaryNeutral
  case paragraphSeparator, segmentSeparator, whiteSpace, otherNeutral
  case leftEmbedding, leftOverride, rightEmbedding, rightOverride, popFormatting
  case leftIsolate, rightIsolate, firstStrongIsolate, popIsolate

  /// The class of a scalar; costs one step for ASCII, else a search in the table.
  init(_ scalar: UInt32) {
    if scalar < 128 {
      self = BidiClass(rawValue: BidiClassTable.ascii[Int(scalar)]) ?? .left
    } else {
      self = Self.search(scalar)
    }
  }

  private static func search(_ scalar: UInt32) -> BidiClass {
    let ranges = BidiClassTable.ranges
    var (low, high) = (0, ranges.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if ranges[middle] >> 8 <= scalar { low = middle } else { high = middle }
    }
    return BidiClass(rawValue: UInt8(truncatingIfNeeded: ranges[low])) ?? .left
  }

  /// Whether it begins an isolate.
  var isIsolateInitiator: Bool {
    self == .leftIsolate || self == .rightIsolate || self == .firstStrongIsolate
  }

  /// Whether rule X9 takes it out.
  var isRemoved: Bool {
    switch self {
    case .leftEmbedding, .leftOverride, .rightEmbedding, .rightOverride, .popFormatting,
      .boundaryNeutral:
      true
    default: false
    }
  }

  /// Whether rule L1 resets it before the end of a line.
  var isBlank: Bool { self == .whiteSpace || isIsolateInitiator || self == .popIsolate }

  /// Whether rules N0 to N2 decide over it.
  var isNeutral: Bool {
    switch self {
    case .paragraphSeparator, .segmentSeparator, .whiteSpace, .otherNeutral, .leftIsolate,
      .rightIsolate, .firstStrongIsolate, .popIsolate:
      true
    default: false
    }
  }
}
