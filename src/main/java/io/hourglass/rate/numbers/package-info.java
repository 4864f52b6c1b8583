/**
 * The numbers that are out: what was published of whom, which days a date's numbers cover, and when they are due (R4).
 */
@NamedInterface("numbers")
@NullMarked
package io.hourglass.rate.numbers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
