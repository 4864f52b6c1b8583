/**
 * The way in: submits inquiries and records facts of them, each at most once, erases persons. A use case records first, has
 * the judge look at the pair again, and wakes the process if it still lives. Start at {@link
 * io.hourglass.inquiry.intake.SubmitInquiry} and {@link io.hourglass.inquiry.intake.RecordFact}.
 */
@NamedInterface("intake")
@NullMarked
package io.hourglass.inquiry.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
