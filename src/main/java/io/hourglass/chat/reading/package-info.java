/**
 * What a shop reads of its consultations: those of a day by where they stand, and the numbers of its accounts. Start at
 * {@link io.hourglass.chat.reading.ShopFigures}.
 */
@NamedInterface("reading")
@NullMarked
package io.hourglass.chat.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
