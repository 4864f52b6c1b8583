package io.hourglass.dispute.kept;

import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.FactKind;
import io.hourglass.kernel.ids.FactId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as who raises the dispute has it: a fact that the judge of its track understands.
 *
 * @param kind one that the track takes for a claim
 * @param occurredAt null for what is about something, which says how that was from the beginning
 * @param author of a reply, or what a RECLASSIFIED reply is to have; else null
 * @param about the fact that a correction speaks about; of BELONGS_TO the inquiry that the mail belongs to, by its id; else null
 */
public record Claim(FactKind kind, @Nullable Instant occurredAt, @Nullable AuthorKind author, @Nullable FactId about) {}
