package io.hourglass.access.callers;

/** By which a caller may do something: its role, or a scope of its key. */
public sealed interface Authority permits Role, Scope {

    /** As Spring Security writes it. */
    String authority();
}
