import FoundationEssentials
import Testing

@testable import Fetching

@Suite struct FeedScheduleTests {
  /// Monday, 21 September 2026, 14:13:20 UTC.
  let now = Date(timeIntervalSince1970: 1_790_000_000)

  private func pause(
    _ interval: Int, isFixed: Bool = false, wishes: [Int?] = [], hints: QuietTimes = QuietTimes(),
    chance: Double = 0
  ) -> Double {
    FeedSchedule(now: now, chance: chance)
      .next(interval: interval, isFixed: isFixed, wishes: wishes, hints: hints)
      .timeIntervalSince(now)
  }

  @Test func `the longest wish counts, but never more than a day`() {
    #expect(pause(3_600) == 3_600)
    #expect(pause(3_600, wishes: [nil, 600]) == 3_600)
    #expect(pause(3_600, wishes: [7_200, 600]) == 7_200)
    #expect(pause(3_600, wishes: [Int.max]) == 86_400)
  }

  @Test func `the user's interval outranks the feed's and the server's wishes`() {
    let never = QuietTimes(skipHours: Set(0...22))
    #expect(pause(600, isFixed: true, wishes: [86_400], hints: never) == 600)
    #expect(pause(7 * 86_400, isFixed: true) == 7 * 86_400)
  }

  @Test func `errors double the pause up to a day`() {
    let schedule = FeedSchedule(now: now, chance: 0.5)
    let pauses = (1...9).map {
      schedule.next(failures: $0, retryAfter: nil).timeIntervalSince(now) / 60
    }
    #expect(pauses == [15, 30, 60, 120, 240, 480, 960, 1_440, 1_440])
    for failures in [0, -1, Int.min, Int.max] {
      #expect(schedule.next(failures: failures, retryAfter: nil) > now)
    }
  }

  @Test func `a server that asks for a longer pause gets it`() {
    let schedule = FeedSchedule(now: now, chance: 0)
    #expect(schedule.next(failures: 1, retryAfter: 7_200).timeIntervalSince(now) == 7_200)
    #expect(schedule.next(failures: 1, retryAfter: 1).timeIntervalSince(now) == 720)
  }

  @Test func `chance spreads what would be due at one moment`() {
    #expect(pause(1_000, chance: 0) == 1_000)
    #expect(pause(1_000, chance: 0.5) == 1_050)
    let pauses = [0, 0.999].map {
      FeedSchedule(now: now, chance: $0).next(failures: 1, retryAfter: nil)
        .timeIntervalSince(now)
    }
    #expect(pauses[0] == 720 && pauses[1] > 1_070 && pauses[1] < 1_080)
  }

  @Test func `hours and days that a feed excludes are passed over`() {
    // In an hour it is 15:13 on a Monday.
    #expect(pause(3_600, hints: QuietTimes(skipHours: [15])) == 3_600 + 2_800)
    #expect(pause(3_600, hints: QuietTimes(skipDays: [0, 6])) == 3_600)
    let midnight = 1_790_035_200.0 - 1_790_000_000
    #expect(pause(3_600, hints: QuietTimes(skipDays: [1])) == midnight)
    #expect(pause(3_600, hints: QuietTimes(skipHours: [0, 1], skipDays: [1])) == midnight + 7_200)
  }

  @Test func `a feed that excludes every hour is still fetched`() {
    let pause = pause(3_600, hints: QuietTimes(skipHours: Set(0...23)))
    #expect(pause > 0 && pause <= 9 * 86_400)
  }

  @Test func `the rhythm is half the usual time between two articles`() {
    func rhythm(_ hours: [Double], known: Int? = nil) -> Int {
      FeedSchedule.rhythm(hours.map { now - $0 * 3_600 }, now: now, known: known)
    }
    #expect(rhythm([0, 2, 4, 6]) == 2_700)
    #expect(rhythm([6, 0, 4, 2]) == 2_700)
    // Only the newest ten count, and a feed that fell silent is asked less often.
    #expect(rhythm((0..<20).map(Double.init)) == 9 * 180)
    #expect(rhythm([24, 25]) > rhythm([2, 3]))
  }

  @Test func `the rhythm stays between a quarter of an hour and a day`() {
    func rhythm(_ seconds: [Double], known: Int? = nil) -> Int {
      FeedSchedule.rhythm(seconds.map { now - $0 }, now: now, known: known)
    }
    #expect(rhythm([0, 1, 2]) == 900)
    #expect(rhythm([0, 1e9]) == 86_400)
    #expect(rhythm([1e30, 2e30]) == 86_400)
    #expect(rhythm([]) == 3_600)
    #expect(rhythm([], known: 1_800) == 1_800)
    // One date tells nothing, and none from the future is believed.
    #expect(rhythm([10], known: 1_800) == 1_800)
    #expect(rhythm([-10, -1e12, 5], known: 1_800) == 1_800)
  }
}
