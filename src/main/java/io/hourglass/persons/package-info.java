/**
 * What is kept of a person, place by place: each place gives it out as a file and forgets it for good, so that neither leaves one
 * out. A module that keeps something of a buyer registers a {@link io.hourglass.persons.PersonalPlace}, a track its
 * {@link io.hourglass.persons.CasesOfPersons} (ADR 67).
 */
@ApplicationModule(
        displayName = "Persons",
        allowedDependencies = {
            "kernel",
            "kernel :: facts",
            "kernel :: ids",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: tracks",
            "batch",
            "access :: accounts",
            "access :: callers",
            "market :: buyers",
            "evidence",
            "evidence :: details",
            "audit :: actions",
            "audit :: persons",
            "audit :: seals"
        })
@NullMarked
package io.hourglass.persons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
