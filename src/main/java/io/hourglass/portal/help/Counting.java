package io.hourglass.portal.help;

import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.kernel.facts.AuthorKind;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Whose replies are answers under a policy, and whose are not, in words (R5).
 *
 * @param no empty if all are
 */
public record Counting(String yes, String no) {

    /** @param words gives the words for a key in the reader's language */
    public static Counting of(ReplyPolicy policy, UnaryOperator<String> words) {
        return new Counting(authors(policy, true, words), authors(policy, false, words));
    }

    private static String authors(ReplyPolicy policy, boolean counting, UnaryOperator<String> words) {
        return Arrays.stream(AuthorKind.values())
                .filter(author -> policy.countsBy(author) == counting)
                .map(author -> words.apply("trace.author." + author))
                .collect(Collectors.joining(words.apply("detail.separator")));
    }
}
