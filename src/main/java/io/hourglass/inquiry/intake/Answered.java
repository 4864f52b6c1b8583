package io.hourglass.inquiry.intake;

import io.hourglass.evidence.details.Details;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a mail answers, by its headers as they were sent.
 *
 * @param inReplyTo the In-Reply-To header, whole or by its ids; empty if it has none
 * @param references the References header, whole or by its ids, the first mail of the thread first; empty if it has none
 */
public record Answered(List<String> inReplyTo, List<String> references) {

    public static final Answered NOTHING = new Answered(List.of(), List.of());

    public Answered {
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
    }

    /** To tell the same again from something else; one In-Reply-To alone, as it was before there was more. */
    @Nullable
    String content() {
        if (references.isEmpty() && inReplyTo.size() <= 1) {
            return inReplyTo.isEmpty() ? null : inReplyTo.get(0);
        }
        return Stream.concat(Stream.of(Integer.toString(inReplyTo.size())), all())
                .collect(Collectors.joining("\n"));
    }

    /**
     * As they can be kept, in the order in which they are asked.
     *
     * @param details notes what is left out
     */
    List<String> ids(Details details) {
        return details.answered(inReplyTo, references);
    }

    private Stream<String> all() {
        return Stream.concat(inReplyTo.stream(), references.stream());
    }
}
