/// Which of curses' colour pairs stand for which colours of pictures, up to a number of them.
struct PairTable<Colors: Hashable, Pair> {
  /// Colours that are held at one time: six large pictures, a fraction of what curses can hold.
  static var limit: Int { 8_192 }

  private var pairs: [Colors: Pair] = [:]

  /// The pair of colours that are held.
  subscript(colors: Colors) -> Pair? { pairs[colors] }

  /// Holds these colours, too.
  /// - allocate: Makes a pair for colours that are new.
  /// - Returns: `false` when they do not fit; as many of them as fit are held then.
  mutating func hold(_ colors: [Colors], allocate: (Colors) -> Pair) -> Bool {
    for colors in colors where pairs[colors] == nil {
      guard pairs.count < Self.limit else { return false }
      pairs[colors] = allocate(colors)
    }
    return true
  }
}
