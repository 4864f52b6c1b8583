package io.hourglass.kernel.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which ids a fact is tied to others: those of the mail that brought it. Where they lead is the judge's business. An id
 * is only ever compared with another of the same pair's, so that hashes do as well ({@link MessageId} makes what is hashed).
 *
 * @param own the mail's id; null where no mail brought the fact, or it had none
 * @param answers what the mail of a RECEIVED fact answers, in the order in which it is asked; empty for any other kind
 */
public record MailIds(@Nullable String own, List<String> answers) {

    public static final MailIds NONE = new MailIds(null, List.of());

    public MailIds {
        answers = List.copyOf(answers);
    }

    public boolean isEmpty() {
        return own == null && answers.isEmpty();
    }
}
