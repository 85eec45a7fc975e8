import GRDB
import Synchronization

/// Connections for a look at a file that are closed, and kept.
///
/// When the queue of a connection goes, the system's library starts threads to clear up behind it,
/// and then wakes up once a second for as long as the program runs. A store is opened with four of
/// them at most; they hold no file and little memory.
///
/// A class, because it is the same for all stores.
final class RestingConnections: Sendable {
  static let shared = RestingConnections()

  private let connections = Mutex<[any DatabaseReader]>([])

  /// Closes a connection that is not needed any more, once what it answers is answered.
  func rest(_ connection: any DatabaseReader) {
    // One that cannot be closed, because a statement is open, stays open.
    try? connection.close()
    connections.withLock { $0.append(connection) }
  }
}
