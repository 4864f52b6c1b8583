/**
 * Why a supplier's rate is not higher, found in its own inquiries: when those came in that it did not answer in time, what
 * they were about, and who answered late (R32, C15, C16, C17). It counts and compares; it keeps and decides nothing.
 */
@ApplicationModule(
        displayName = "Diagnosis",
        allowedDependencies = {
            "kernel",
            "sla",
            "evidence",
            "rate :: standing",
            "inquiry",
            "inquiry :: judging",
            "inquiry :: policy",
            "inquiry :: lists"
        })
@NullMarked
package io.hourglass.diagnosis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
