/**
 * The way that an inquiry has taken through its process: steps that the engine has entered, and timers that have fired or
 * will (ADR 40).
 */
@NamedInterface("path")
@NullMarked
package io.hourglass.inquiry.path;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
