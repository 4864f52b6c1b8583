package io.hourglass.imports.files;

/** How a file is gone through. */
public enum Manner {
    /** Its facts are kept, and learned of now. */
    TAKEN,
    /** It is only said what would become of it. */
    REHEARSED,
    /** Its facts are kept as they were learned of, into a database that holds nothing else (ADR 80). */
    HISTORY
}
