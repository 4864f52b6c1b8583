package io.hourglass.chat.reading;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.kernel.ids.SupplierId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which consultations of a day are looked for.
 *
 * @param account of the shop; null for all of its accounts
 * @param state where they stand; null for any that is in the books
 */
public record Sought(SupplierId shop, @Nullable AccountId account, LocalDate day, @Nullable ChatState state) {}
