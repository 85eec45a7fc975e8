/// A colour of 24 bits, or the terminal's own.
public enum Color: Sendable, Hashable {
  /// What the terminal draws with when nothing is said.
  case terminal
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
  /// One of the sixteen colours that the user's terminal names, 0...15.
  case ansi(UInt8)

  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black",
    "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
  ]

  /// Reads `#rrggbb`, `default`, or one of sixteen names such as `red` and `bright-red`.
  public init?(_ text: String) {
    if text == "default" {
      self = .terminal
    } else if let index = Self.names.firstIndex(of: text) {
      self = .ansi(UInt8(index))
    } else if text.utf8.count == 7, text.first == "#",
      text.dropFirst().allSatisfy(\.isHexDigit), let value = UInt32(text.dropFirst(), radix: 16)
    {
      self = .rgb(
        red: UInt8(value >> 16), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    } else {
      return nil
    }
  }

  /// The nearest of the first `count` colours of an xterm palette.
  ///
  /// - Parameter count: 256, 16 or 8; with 8 and 16 the usual sixteen colours are taken for granted.
  /// - Returns: An index below `count`; `nil` for the terminal's own colour.
  public func paletteIndex(of count: Int) -> UInt8? {
    switch self {
    case .terminal: nil
    case .ansi(let index): count >= 16 ? index : index % 8
    case .rgb(let red, let green, let blue):
      if count >= 256 {
        Self.nearestOfMany((Int(red), Int(green), Int(blue)))
      } else {
        Self.nearest((Int(red), Int(green), Int(blue)), in: 0..<min(count, 16))
      }
    }
  }

  private static func nearest(
    _ color: (Int, Int, Int), in indexes: some Sequence<Int>
  ) -> UInt8 {
    let best = indexes.min { distance(color, palette($0)) < distance(color, palette($1)) }
    return UInt8(best ?? 7)
  }

  /// The nearest of the colours 16...255: it lies beside the colour in the cube or among the greys.
  private static func nearestOfMany(_ color: (Int, Int, Int)) -> UInt8 {
    func step(_ value: Int) -> Int { value < 95 ? 0 : (value - 55) / 40 }
    let (red, green, blue) = (step(color.0), step(color.1), step(color.2))
    var near: [Int] = []
    near.reserveCapacity(20)
    for red in red...min(red + 1, 5) {
      for green in green...min(green + 1, 5) {
        for blue in blue...min(blue + 1, 5) { near.append(16 + 36 * red + 6 * green + blue) }
      }
    }
    // The best grey lies between the least and the greatest part of the colour.
    let parts = [color.0, color.1, color.2].sorted()
    func grey(_ value: Int) -> Int { min(max((value - 8) / 10, 0), 23) }
    near += (grey(parts[0])...min(grey(parts[2]) + 1, 23)).map { 232 + $0 }
    return nearest(color, in: near)
  }

  /// A weighted distance that follows the eye more closely than the plain one ("redmean").
  private static func distance(_ a: (Int, Int, Int), _ b: (Int, Int, Int)) -> Int {
    let mean = (a.0 + b.0) / 2
    let (red, green, blue) = (a.0 - b.0, a.1 - b.1, a.2 - b.2)
    return (512 + mean) * red * red / 256 + 4 * green * green + (767 - mean) * blue * blue / 256
  }

  /// The usual values of xterm's colours 0...255.
  private static func palette(_ index: Int) -> (Int, Int, Int) {
    if index < 16 {
      let on = index >= 8 ? 255 : 205
      if index == 7 { return (229, 229, 229) }
      if index == 8 { return (127, 127, 127) }
      return (index & 1 != 0 ? on : 0, index & 2 != 0 ? on : 0, index & 4 != 0 ? on : 0)
    }
    guard index < 232 else {
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
    func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
    let cube = index - 16
    return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
  }
}
