import Foundation

/// How long work on media may take and how much it may use.
public struct WorkshopSettings: Hashable, Sendable {
  /// How much confinement a process needs before it reads a stranger's file.
  public var confinement = Confinement.Demand.required
  /// The longest that a probe may take.
  public var probeTime = Duration.seconds(20)
  /// The longest that an analysis or a film may go without coming further.
  public var patience = Duration.seconds(120)
  /// The longest that an analysis may take in all.
  public var analysisTime = Duration.seconds(2 * 3600)
  /// The longest that a film may take in all.
  public var renderTime = Duration.seconds(8 * 3600)
  /// How long a process that was asked to stop may tidy up before it is killed.
  public var grace = Duration.seconds(4)
  /// Memory in bytes that a probe may fill.
  public var probeMemory = 1 << 30
  /// Memory in bytes that an analysis or a film may fill.
  public var workMemory = 8 << 30
  /// Bytes that a film, and each file used on the way, may have.
  public var filmBytes = 16 << 30
  /// Probes at once, each in a process of its own; more wait. One for each core, from 2 to 8.
  public var probes = min(max(ProcessInfo.processInfo.activeProcessorCount, 2), 8)
  /// Analyses at once; more wait.
  public var analyses = 2
  /// Processes that show frames at once, each for one owner.
  public var viewers = 2
  /// A folder for nothing else, on the disk of the media, in which such processes are given files
  /// that come while they go on; without it another process begins then.
  public var viewFolder: String?
  /// How long such a process stays when nobody asks it for anything.
  public var viewerIdle = Duration.seconds(180)
  /// The longest that a frame may take: a large photograph may have to be looked at first.
  public var frameTime = Duration.seconds(60)
  /// Memory in bytes that a process that shows frames may fill.
  public var viewerMemory = 2 << 30
  /// Processor time that it may take in its whole life; then another takes its place.
  public var viewerLife = Duration.seconds(3600)
  /// Files that a process may have open at once.
  public var openFiles = 1024

  /// The usual settings, to be changed.
  public init() {}
}
