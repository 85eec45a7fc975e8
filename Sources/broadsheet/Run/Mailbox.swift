import Glibc
import Reader
import Synchronization

/// The only way from background work to the run loop: a queue that wakes `poll(2)`.
final class Mailbox: Sendable {
  // A class because several tasks and the loop share one queue.
  private let messages = Mutex<[Message]>([])
  /// Readable while something is waiting.
  let descriptor: Int32
  private let writeEnd: Int32

  /// - Throws: `Complaint` when the system has no file descriptor left.
  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw Complaint("broadsheet", "no file can be opened", advice: "close other programs")
    }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(writeEnd)
  }

  /// Puts a message in the queue; the loop wakes when it was asleep.
  func post(_ message: Message) {
    let isFirst = messages.withLock { waiting in
      waiting.append(message)
      return waiting.count == 1
    }
    guard isFirst else { return }
    var byte: UInt8 = 1
    // A full pipe has bytes in it, so the loop wakes all the same.
    _ = write(writeEnd, &byte, 1)
  }

  /// Everything that waits, in the order in which it came.
  func drain() -> [Message] {
    var bytes: [UInt8] = Array(repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) == bytes.count {}
    return messages.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
