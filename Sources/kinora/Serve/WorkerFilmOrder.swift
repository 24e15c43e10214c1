import Workshop

// The studio has types of the same names, and `Workshop` is a type as well as a module.
typealias WorkerFilmOrder = FilmOrder
typealias WorkerAnalysis = MediaAnalysis
typealias WorkerFrameOrder = FrameOrder
