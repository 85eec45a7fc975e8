import Articles
import Glibc

/// The offsets of the place where this process runs, asked of the C library.
enum SystemZone {
  /// The changes of the offset in the years around now, found to the minute by halving.
  ///
  /// Costs one `localtime_r` for each of 40 months and some twenty for each change: well under a
  /// tenth of a millisecond, and no calendar library.
  static func current(now: Int = time(nil)) -> LocalZone {
    let month = 2_629_746
    var changes: [LocalZone.Change] = []
    var last = now - 36 * month
    changes.append(.init(second: last, offset: offset(at: last)))
    for step in -35...4 {
      let next = now + step * month
      if offset(at: next) != offset(at: last) {
        let change = firstChange(after: last, upTo: next)
        changes.append(.init(second: change, offset: offset(at: change)))
      }
      last = next
    }
    return LocalZone(changes: changes)
  }

  private static func firstChange(after start: Int, upTo end: Int) -> Int {
    var (low, high) = (start, end)
    while high - low > 60 {
      let middle = (low + high) / 2
      if offset(at: middle) == offset(at: low) { low = middle } else { high = middle }
    }
    return high - high % 60
  }

  private static func offset(at second: Int) -> Int {
    var (second, parts) = (time_t(second), tm())
    localtime_r(&second, &parts)
    return parts.tm_gmtoff
  }
}
