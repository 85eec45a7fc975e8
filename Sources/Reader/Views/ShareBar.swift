/// The lengths of bars, for any numbers: those of a damaged store may be negative or without bound.
enum ShareBar {
  /// Cells that show a part of a whole, 0...`room`; one at least for what is more than nothing.
  static func cells(_ part: Int, of whole: Int, room: Int) -> Int {
    guard part > 0, whole > 0, room > 0 else { return 0 }
    return max(1, Int((min(1, Double(part) / Double(whole)) * Double(room)).rounded(.down)))
  }

  /// The part in hundredths, 0...100.
  static func percent(_ part: Int, of whole: Int) -> Int {
    guard part > 0, whole > 0 else { return 0 }
    return Int(min(100, Double(part) / Double(whole) * 100))
  }
}
