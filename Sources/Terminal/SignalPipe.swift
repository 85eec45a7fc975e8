import CNCurses
import Glibc

/// Signals as bytes in a pipe, so that `poll(2)` sees each of them whenever it comes.
struct SignalPipe {
  /// Readable when a signal came.
  let descriptor: Int32

  /// Watches the signals of a terminal program from now on.
  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .noDescriptor }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    descriptor = ends[0]
    nc_watch_signals(ends[1])
  }

  /// The signals that came since the last call, each once.
  func read() -> Set<Int32> {
    var bytes = [UInt8](repeating: 0, count: 256)
    var signals: Set<Int32> = []
    while true {
      let count = Glibc.read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return signals }
      signals.formUnion(bytes[..<count].map(Int32.init))
    }
  }
}
