/// How well letters stand out from their ground, as the Web Content Accessibility Guidelines 2.2
/// reckon it.
public enum Contrast {
  /// What text needs at least.
  public static let forText = 4.5

  /// The ratio of two colours, 1...21; `nil` when one of them is the terminal's to choose.
  public static func ratio(_ a: Color, _ b: Color) -> Double? {
    guard let a = luminance(a), let b = luminance(b) else { return nil }
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// How bright a colour is, 0...1; `nil` when it is the terminal's to choose.
  public static func luminance(_ color: Color) -> Double? {
    guard case .rgb(let red, let green, let blue) = color else { return nil }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Undoes the curve of sRGB; powers are taken from the table of a square and a root, exact enough
  /// for a ratio of two places.
  private static func linear(_ value: UInt8) -> Double {
    let share = Double(value) / 255
    guard share > 0.04045 else { return share / 12.92 }
    let base = (share + 0.055) / 1.055
    // x^2.4 = x^2 · (x^2)^(1/5), the fifth root by Newton's steps.
    let square = base * base
    var root = 1.0
    for _ in 0..<40 { root = (4 * root + square / (root * root * root * root)) / 5 }
    return square * root
  }
}

extension Role {
  /// Whether letters are drawn in it that must be readable; lines and bars are not read.
  public var isText: Bool {
    switch self {
    case .border, .borderActive, .tableRule, .scrollBar, .popupBorder: false
    default: true
    }
  }
}
