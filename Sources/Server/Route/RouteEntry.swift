/// A route with the figures that are kept about it.
struct RouteEntry: Sendable {
  let route: Route
  let meter: RouteMeter
}
