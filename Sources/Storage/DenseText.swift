import Articles

/// Scripts that write words without spaces between them: Chinese, Japanese, Korean, Thai, Lao,
/// Khmer, Burmese.
///
/// The index holds each pair of neighbouring letters of them as a word, so that any part of a text
/// is found by the pairs that it consists of.
enum DenseText {
  /// Whether it is a letter or digit; vowel signs and tone marks, which the index drops, are none.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .otherLetter, .modifierLetter, .decimalNumber, .letterNumber, .otherNumber,
      .lowercaseLetter, .uppercaseLetter, .titlecaseLetter:
      true
    default: false
    }
  }

  /// Whether a text has letters of such a script.
  static func occurs(in text: String) -> Bool { DenseScript.occurs(in: text) }

  /// The form of a folded text that is indexed: runs of such letters as pairs between spaces.
  static func spaced(_ text: String) -> String {
    guard occurs(in: text) else { return text }
    var spaced = ""
    spaced.reserveCapacity(text.utf8.count * 2)
    for run in runs(of: text) {
      guard run.isDense else {
        spaced.unicodeScalars.append(contentsOf: run.scalars)
        continue
      }
      for place in run.scalars.indices {
        spaced += " "
        spaced.unicodeScalars.append(contentsOf: run.scalars[place...].prefix(2))
      }
      spaced += " "
    }
    return spaced
  }

  /// A stretch of a text.
  struct Run {
    var scalars: [Unicode.Scalar] = []
    /// Whether it is of such letters; marks among them are left out.
    var isDense: Bool
  }

  /// A text as stretches of such letters and of everything else.
  static func runs(of text: String) -> [Run] {
    var runs: [Run] = []
    for scalar in text.unicodeScalars {
      let isDense = DenseScript.contains(scalar)
      if isDense, !isLetter(scalar), runs.last?.isDense == true, scalar.properties.isMark {
        continue
      }
      let belongs = isDense && isLetter(scalar)
      if runs.last?.isDense != belongs { runs.append(Run(isDense: belongs)) }
      runs[runs.count - 1].scalars.append(scalar)
    }
    return runs
  }
}

extension Unicode.Scalar.Properties {
  /// Whether it is drawn over or beside the letter before it.
  fileprivate var isMark: Bool {
    switch generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
