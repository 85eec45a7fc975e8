import TextLayout

/// Which way the lines of a passage run.
///
/// A passage that runs to the left has its lines, bullets and bars at the right side. The order of
/// characters within a line is the business of `LineFlow`.
enum TextDirection: Sendable, Hashable {
  case toRight, toLeft

  /// Scalars that are looked at for a letter.
  private static let reach = 256

  /// By the first letter with a direction, as UAX #9 P2 and P3 do.
  init(_ runs: some Sequence<Run<ArticleStyle>>) {
    self = .toRight
    var seen = 0
    for run in runs where !run.style.isAdded {
      for scalar in run.text.string.unicodeScalars {
        if Self.runsToLeft(scalar.value) {
          self = .toLeft
          return
        }
        seen += 1
        if seen > Self.reach || Self.isLetter(scalar) { return }
      }
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 { return (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
    return scalar.properties.isAlphabetic
  }

  /// Hebrew, Arabic, Syriac, Thaana, N’Ko, Samaritan, Mandaic, their forms, and the old scripts
  /// and Adlam that run to the left; their digits do not count.
  private static func runsToLeft(_ value: UInt32) -> Bool {
    guard value >= 0x590 else { return false }
    return switch value {
    case 0x660...0x669, 0x6F0...0x6F9: false
    case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFE: true
    case 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// The line as it is drawn in a block of this many columns.
  func arranged(_ line: ArticleLine, columns: Int) -> ArticleLine {
    guard self == .toLeft else { return line }
    var line = line
    line.runsToLeft = true
    for index in line.fragments.indices {
      let fragment = line.fragments[index]
      // The space between a bar or bullet and the text stays between them.
      let last = fragment.runs.last?.text.string.utf8 ?? "".utf8
      let space = fragment.start == nil ? last.reversed().prefix { $0 == 0x20 }.count : 0
      line.fragments[index].column = max(0, columns - fragment.column - fragment.columns + space)
    }
    return line
  }
}
