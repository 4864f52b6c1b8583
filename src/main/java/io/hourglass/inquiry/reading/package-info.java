/**
 * One inquiry as people read it: its facts, its verdict and the grounds of it, by what may be known to whom. Start at {@link
 * io.hourglass.inquiry.reading.InquiryFiles}.
 */
@NamedInterface("reading")
@NullMarked
package io.hourglass.inquiry.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
