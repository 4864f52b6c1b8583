package io.hourglass.inquiry.search;

import io.hourglass.kernel.ids.InquiryId;
import java.util.Collection;
import java.util.List;

/**
 * What inquiries are looked for by: all of the words, or an id.
 *
 * @param words none finds every inquiry where nothing was typed, and else none
 * @param typed as it was typed, without blanks at its ends: an inquiry with this very id, or of a buyer with it, is found as well
 * @param named others that are found: by the id of a fact or of a mail
 */
public record Sought(List<SoughtWord> words, String typed, Collection<InquiryId> named) {

    public static final Sought ANYTHING = new Sought(List.of(), "", List.of());

    public Sought {
        words = List.copyOf(words);
        named = List.copyOf(named);
    }

    public boolean isAnything() {
        return typed.isEmpty();
    }
}
