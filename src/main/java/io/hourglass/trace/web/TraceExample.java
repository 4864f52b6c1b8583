package io.hourglass.trace.web;

/** What the description of the API shows: an inquiry that was answered in time. */
final class TraceExample {

    static final String JSON = """
            {"asOf": "2026-03-02T06:30:05Z"}""";

    private TraceExample() {}
}
