extension Unicode.Scalar {
  /// Cells that the scalar takes where ncurses places it: 0, 1 or 2; 0 for what is not shown.
  var columns: Int {
    if value < 0x300 { return value >= 0xA0 || (value >= 0x20 && value < 0x7F) ? 1 : 0 }
    return WidthTable.columns(value) ?? 0
  }
}

extension Character {
  /// Cells that the character takes on a terminal.
  ///
  /// The sum of its scalars, which is how ncurses counts; so a syllable of an Indic script can take
  /// three cells. `CleanText` has taken out what terminals count in other ways.
  public var cellWidth: Int {
    if let value = asciiValue { return value >= 0x20 && value < 0x7F ? 1 : 0 }
    return unicodeScalars.reduce(0) { $0 + $1.columns }
  }
}
