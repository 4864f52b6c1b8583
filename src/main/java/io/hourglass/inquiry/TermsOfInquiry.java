package io.hourglass.inquiry;

import io.hourglass.kernel.text.SearchTerms;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** By which words an inquiry is found: those of its id and of its subject, and those of its buyer's id, which are marked (ADR 55). */
public final class TermsOfInquiry {

    /** Begins a word of the buyer's id, so that buyers are found by their inquiries. */
    public static final String OF_BUYER = "@";

    private TermsOfInquiry() {}

    /** As the column holds them; the subject's come last, and are what goes if there are too many. */
    public static String of(String id, String buyer, @Nullable String subject) {
        var terms = new ArrayList<>(SearchTerms.words(id));
        SearchTerms.words(buyer).forEach(word -> terms.add(OF_BUYER + word));
        SearchTerms.words(subject).stream()
                .filter(word -> !terms.contains(word))
                .forEach(terms::add);
        return SearchTerms.joined(terms);
    }
}
