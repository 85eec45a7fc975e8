/// Finds what someone who mistyped a name meant.
public enum NearestName {
  /// The name of `known` that takes the fewest single-letter edits from `typed`.
  ///
  /// At most two edits; `nil` when all names are farther. Costs the length of `typed` times that of
  /// all names; names over 64 bytes are skipped.
  public static func of(_ typed: String, among known: some Sequence<String>) -> String? {
    let typed = Array(typed.lowercased().utf8.prefix(64))
    var best: (name: String, edits: Int)?
    for name in known where name.utf8.count <= 64 {
      let edits = distance(typed, Array(name.lowercased().utf8))
      if edits <= min(2, name.utf8.count - 1), edits < best?.edits ?? .max { best = (name, edits) }
    }
    return best?.name
  }

  /// Optimal string alignment: insert, delete, replace, or swap two neighbours.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        let change = last[j] + (a[i] == b[j] ? 0 : 1)
        var edits = min(change, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          edits = min(edits, beforeLast[j - 1] + 1)
        }
        row.append(edits)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
