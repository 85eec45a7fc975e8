import ArgumentParser
import Articles
import FoundationEssentials

/// What an export can be written as.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case markdown, html, json, opml, rss, netscape
}

/// Writes articles in one format: what stands before them, each of them, what stands behind.
protocol ArticleExport {
  mutating func begin(_ sink: inout ExportSink) throws
  mutating func add(_ article: ExportedArticle, to sink: inout ExportSink) throws
  mutating func end(_ sink: inout ExportSink) throws
}

/// Escapes for HTML and XML.
enum Escaping {
  /// A text as it may stand in an element or between quotation marks; what XML forbids is left out.
  static func xml(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{FFFE}", "\u{FFFF}": break
      default: if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// An address that a browser may follow; `nil` for a script and the like.
  static func address(_ address: String?) -> String? {
    guard let address else { return nil }
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard ["http", "https", "mailto", "gemini", "gopher", "ftp"].contains(scheme) else {
      return nil
    }
    return xml(address)
  }
}

/// Dates of exports.
enum ExportDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  /// "Fri, 16 Jan 2026 14:05:00 +0000" (RFC 822, as RSS wants it).
  static func rfc822(_ date: Date) -> String {
    let civil = CivilTime(date)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = days[min(max(0, civil.weekday), 6)]
    let month = months[min(max(1, civil.month), 12) - 1]
    return "\(day), \(two(civil.day)) \(month) \(civil.year) "
      + "\(two(civil.hour)):\(two(civil.minute)):\(two(civil.second)) +0000"
  }

  /// "2026-01-16" in UTC.
  static func day(_ date: Date) -> String { String(CivilTime.rfc3339(date).prefix(10)) }
}
