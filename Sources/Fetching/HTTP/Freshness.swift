import Articles
public import FoundationEssentials
import Ingest

/// When a server wants to be asked again.
public enum Freshness {
  /// The longest pause that a server can ask for: a day, in seconds.
  public static let longest = 86_400

  /// Seconds that `Retry-After` (RFC 9110) asks for; `nil` when it says nothing that can be read.
  ///
  /// Takes seconds or a date; 0...`longest`.
  public static func retryAfter(_ value: String?, now: Date) -> Int? {
    guard let value, value.contains(where: { $0 != " " }) else { return nil }
    let digits = value.drop { $0 == " " }
    if digits.allSatisfy({ $0.isASCII && $0.isNumber }) {
      return digits.count > 9 ? longest : Int(digits).map { min($0, longest) }
    }
    guard let date = NewsDate.parse(String(value.prefix(64))) else { return nil }
    let seconds = CivilTime.clampedSeconds(date) - CivilTime.clampedSeconds(now)
    return min(max(seconds, 0), longest)
  }

  /// Seconds for which the answer stays fresh (`Cache-Control: max-age`); `nil` when it does not say.
  ///
  /// 0...`longest`; `no-cache` and `no-store` count as 0.
  public static func maxAge(_ cacheControl: String?) -> Int? {
    guard let cacheControl else { return nil }
    for part in cacheControl.lowercased().split(separator: ",").prefix(32) {
      let directive = part.filter { $0 != " " && $0 != "\"" }
      if directive == "no-cache" || directive == "no-store" { return 0 }
      guard directive.hasPrefix("max-age=") else { continue }
      let digits = directive.dropFirst("max-age=".count)
      guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
      return digits.count > 9 ? longest : Int(digits).map { min($0, longest) }
    }
    return nil
  }
}
