/// How many colours the terminal can draw.
public enum ColorDepth: Sendable, Hashable {
  case none
  /// 8, 16 or 256 colours of a palette.
  case palette(Int)
  /// 24 bits.
  case direct

  /// The depth for a terminal that says it has so many colours.
  init(colors: Int) {
    self =
      switch colors {
      case ..<8: .none
      case ..<16: .palette(8)
      case ..<256: .palette(16)
      case ..<(1 << 24): .palette(256)
      default: .direct
      }
  }
}
