import Articles
import FoundationEssentials

/// Names of days, as the list and the clock say them.
enum DayNames {
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// "Today", "Yesterday", "Friday 20 Nov", and with the year when it is another one.
  static func name(of date: Date, now: Date, zone: LocalZone) -> String {
    let (day, today) = (zone.civil(date), zone.civil(now))
    switch today.daysSince1970 - day.daysSince1970 {
    case 0: return "Today"
    case 1: return "Yesterday"
    default:
      let year = day.year == today.year ? "" : " \(day.year)"
      return "\(weekdays[day.weekday]) \(day.day) \(months[day.month - 1])\(year)"
    }
  }

  /// "Mon 23 Nov".
  static func short(_ date: Date, zone: LocalZone) -> String {
    let day = zone.civil(date)
    return "\(weekdays[day.weekday].prefix(3)) \(day.day) \(months[day.month - 1])"
  }

  /// "Mon 23 Nov 15:31".
  static func clock(_ now: Date, zone: LocalZone) -> String {
    "\(short(now, zone: zone)) \(time(now, zone: zone))"
  }

  /// "15:31".
  static func time(_ date: Date, zone: LocalZone) -> String {
    let time = zone.civil(date)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(time.hour)):\(two(time.minute))"
  }
}
