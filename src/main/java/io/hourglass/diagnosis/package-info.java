/**
 * Why a supplier's rate is not higher, found in its own inquiries: when those came in that it did not answer in time, what
 * they were about, and who answered late (R32, C15, C16, C17). It counts and compares; it keeps the
 * calendar of work by which it does, and decides nothing.
 */
@ApplicationModule(
        displayName = "Diagnosis",
        allowedDependencies = {
            "kernel",
            "kernel :: ids",
            "kernel :: text",
            "evidence",
            "audit :: actions",
            "rate :: standing",
            "inquiry",
            "inquiry :: judging",
            "inquiry :: lists",
            "inquiry :: policy"
        })
@NullMarked
package io.hourglass.diagnosis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
