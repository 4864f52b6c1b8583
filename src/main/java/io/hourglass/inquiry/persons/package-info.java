/**
 * What is kept of a person, place by place: each place gives it out as a file and forgets it for good, so that neither leaves one
 * out. A module that keeps something of a buyer implements {@link io.hourglass.inquiry.persons.PersonalPlace}.
 */
@NamedInterface("persons")
@NullMarked
package io.hourglass.inquiry.persons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
