import Articles
import FoundationEssentials

/// Names of days, as the list and the clock say them.
enum DayNames {
  private static let weekdays: [Phrase] = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let shortWeekdays: [Phrase] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  /// "May" is the short name of a month here.
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ].map { Phrase(id: "@short \($0)", Phrase(stringLiteral: $0)) }

  /// "Today", "Yesterday", "Friday 20 Nov", and with the year when it is another one.
  static func name(of date: Date, now: Date, zone: LocalZone) -> Phrase {
    let (day, today) = (zone.civil(date), zone.civil(now))
    switch today.daysSince1970 - day.daysSince1970 {
    case 0: return "Today"
    case 1: return "Yesterday"
    default:
      let (weekday, month) = (weekdays[day.weekday], months[day.month - 1])
      return day.year == today.year
        ? Phrase(id: "@weekday day month", "\(weekday) \(day.day) \(month)")
        : Phrase(id: "@weekday day month year", "\(weekday) \(day.day) \(month) \(day.year)")
    }
  }

  /// "Mon 23 Nov".
  static func short(_ date: Date, zone: LocalZone) -> Phrase {
    let day = zone.civil(date)
    let (weekday, month) = (shortWeekdays[day.weekday], months[day.month - 1])
    return Phrase(id: "@weekday day month", "\(weekday) \(day.day) \(month)")
  }

  /// "Mon 23 Nov 15:31".
  static func clock(_ now: Date, zone: LocalZone) -> Phrase {
    Phrase(id: "@day time", "\(short(now, zone: zone)) \(time(now, zone: zone))")
  }

  /// "15:31".
  static func time(_ date: Date, zone: LocalZone) -> Phrase {
    let time = zone.civil(date)
    return .time(hour: time.hour, minute: time.minute)
  }
}
