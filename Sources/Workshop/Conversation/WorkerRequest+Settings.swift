internal import Foundation

extension WorkerRequest {
  /// A job with what it may use.
  init(_ job: Job, _ settings: WorkshopSettings) {
    let (memory, time, bytes) =
      switch job {
      case .report, .probe, .captions: (settings.probeMemory, settings.probeTime, 0)
      case .analyse, .beats, .peaks: (settings.workMemory, settings.analysisTime, 0)
      case .view: (settings.viewerMemory, settings.viewerLife, 0)
      case .draw, .inspect: (settings.workMemory, settings.analysisTime, settings.filmBytes)
      case .render: (settings.workMemory, settings.renderTime, settings.filmBytes)
      }
    // Every core may be busy all the time; this catches what the clock outside does not.
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let limits = Limits(
      processorSeconds: Int(time.components.seconds) * cores + 1, memory: memory,
      fileBytes: bytes, openFiles: settings.openFiles)
    self.init(job: job, limits: limits, confinement: settings.confinement)
  }
}
