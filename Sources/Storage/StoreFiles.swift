import GRDB
import Synchronization

/// The two databases of a store.
///
/// They are open from the start, or opened by the first call that needs more than to read articles;
/// until then a connection that only reads gives what a first screen shows.
///
/// A class, because all parts of the store share the one opening. Its lock is held while the files
/// are opened: who asks for them meanwhile gets the same two.
final class StoreFiles: Sendable {
  /// The open files.
  struct Both: Sendable {
    /// Everything that feeds and pages can give again.
    var articles: any DatabaseWriter
    /// Read state, bookmarks, topics by hand, and the steps that can be undone.
    var library: any DatabaseWriter
  }

  private let files: Mutex<Both?>
  /// What gives articles until both files are open.
  private let reader: Mutex<(any DatabaseReader)?>
  private let opening: @Sendable () throws(StoreError) -> Both

  /// Files that are open.
  init(_ both: Both) {
    files = Mutex(both)
    reader = Mutex(nil)
    opening = { () throws(StoreError) in both }
  }

  /// Files of which one can be read and both are still to be opened.
  ///
  /// - opening: Opens both; called again after it threw.
  init(reader: any DatabaseReader, opening: @escaping @Sendable () throws(StoreError) -> Both) {
    files = Mutex(nil)
    self.reader = Mutex(reader)
    self.opening = opening
  }

  /// Both files, opened now when they are not yet.
  func opened() throws(StoreError) -> Both {
    do {
      return try files.withLock { files in
        if let files { return files }
        let opened = try opening()
        files = opened
        let spent = reader.withLock { reader in
          defer { reader = nil }
          return reader
        }
        if let spent { RestingConnections.shared.rest(spent) }
        return opened
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(error, file: "store")
    }
  }

  /// Reads the articles while the files are still to be opened, on the thread that calls; `nil` when
  /// they are open.
  func answering<Value>(_ work: (Database) throws -> Value) throws -> Value? {
    guard let reader = reader.withLock({ $0 }) else { return nil }
    do {
      return try reader.read(work)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_MISUSE {
      // The files were opened for everything meanwhile.
      return nil
    }
  }
}
