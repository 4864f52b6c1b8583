/**
 * The rules of disputes, by version (R21): until when a verdict may be disputed, and a dispute decided.
 */
@NamedInterface("rules")
@NullMarked
package io.hourglass.dispute.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
