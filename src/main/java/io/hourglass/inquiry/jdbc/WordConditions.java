package io.hourglass.inquiry.jdbc;

import io.hourglass.batch.rows.TermsColumn;
import io.hourglass.inquiry.TermsOfInquiry;
import io.hourglass.inquiry.search.Sought;
import io.hourglass.inquiry.search.SoughtWord;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * How SQL asks for terms of an inquiry {@code i} and of a mail {@code t} that begin with words: PostgreSQL by its indexes over
 * them, which know beginnings; H2 by reading them. Words are letters, digits and marks, so that none is special here.
 */
@Component
class WordConditions {

    private static final String TERMS = "hourglass.words_of_terms(i.terms) @@ cast(? as tsquery)";

    private static final String MAIL = "hourglass.words_of_mail(t.message_id) @@ cast(? as tsquery)";

    private static final String MAIL_HAS = "lower(t.message_id) like ?";

    private static final String MAIL_READ = "' ' || regexp_replace(lower(t.message_id), '[^a-z0-9]+', ' ') like ?";

    /** Of such words the index may know no more than seven characters, with the mark: of UUIDs (V30_1). */
    private static final Pattern CUT = Pattern.compile("(?=[0-9]{0,5}[a-f])[0-9a-f]{7,8}");

    private static final int KNOWN = 7;

    private static final Pattern WORD_OF_MAIL = Pattern.compile("[a-z0-9]+");

    private final boolean indexed;

    WordConditions(JdbcTemplate template) {
        this.indexed = Objects.equals(
                template.execute((ConnectionCallback<String>)
                        connection -> connection.getMetaData().getDatabaseProductName()),
                "PostgreSQL");
    }

    /** Whether there is an index over the terms. */
    boolean indexed() {
        return indexed;
    }

    /** @param byIndex false has the terms read: of few inquiries that is faster */
    Condition matching(Sought sought, boolean byIndex) {
        var ways = new ArrayList<Condition>();
        if (!sought.words().isEmpty()) {
            ways.add(byIndex ? byIndex(sought.words()) : read(sought.words()));
        }
        ways.add(Condition.of("i.id = any (?)", values(named(sought))));
        ways.add(Condition.of("i.buyer = ?", sought.typed()));
        return Condition.any(ways);
    }

    /** Of those whose buyer's id has all the words, or is what was typed. */
    Condition ofBuyers(Collection<String> words, String typed, boolean byIndex) {
        var marked = words.stream().map(word -> TermsOfInquiry.OF_BUYER + word).toList();
        var read = Condition.all(marked.stream().map(WordConditions::read).toList());
        var all = byIndex
                ? Condition.all(List.of(Condition.of(TERMS, query(marked, WordConditions::beginning)), read))
                : read;
        return Condition.any(
                words.isEmpty()
                        ? List.of(Condition.of("i.buyer = ?", typed))
                        : List.of(all, Condition.of("i.buyer = ?", typed)));
    }

    /** Of mails whose Message-ID has all the words of what was typed. */
    Condition ofMail(String typed) {
        var words = WORD_OF_MAIL
                .matcher(typed.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toList();
        if (words.isEmpty()) {
            return Condition.NEVER;
        }
        return indexed ? Condition.of(MAIL, query(words, WordConditions::beginning)) : readMail(words);
    }

    /** The words of few are made, of those that have them all somewhere; conditions that are joined H2 asks in an order of its own. */
    private static Condition readMail(List<String> words) {
        var has = Condition.all(words.stream()
                .map(word -> Condition.of(MAIL_HAS, "%" + word + "%"))
                .toList());
        var read = Condition.all(words.stream()
                .map(word -> Condition.of(MAIL_READ, TermsColumn.beginning(word)))
                .toList());
        return new Condition(
                "case when " + has.sql() + " then " + read.sql() + " else false end",
                Stream.concat(has.values().stream(), read.values().stream()).toList());
    }

    private static Stream<String> named(Sought sought) {
        return Stream.concat(Stream.of(sought.typed()), sought.named().stream().map(Object::toString));
    }

    /** Of what the index gives the terms are read as well: that is less work than to make their words anew, and decides where it knows a part. */
    private static Condition byIndex(List<SoughtWord> words) {
        return Condition.all(List.of(indexed(words), read(words)));
    }

    /** One question to the index for all the words that are nobody's name. */
    private static Condition indexed(List<SoughtWord> words) {
        var all = new ArrayList<Condition>();
        var plain = words.stream()
                .filter(word -> names(word).isEmpty())
                .map(SoughtWord::word)
                .toList();
        if (!plain.isEmpty()) {
            all.add(Condition.of(TERMS, query(plain, WordConditions::ownOrBuyers)));
        }
        words.stream().filter(word -> !names(word).isEmpty()).forEach(word -> {
            var ways = names(word);
            ways.add(Condition.of(TERMS, ownOrBuyers(word.word())));
            all.add(Condition.any(ways));
        });
        return Condition.all(all);
    }

    private static Condition read(List<SoughtWord> words) {
        return Condition.all(words.stream()
                .map(word -> {
                    var ways = names(word);
                    ways.add(readOwnOrBuyers(word.word()));
                    return Condition.any(ways);
                })
                .toList());
    }

    /** Nearly all terms have the word nowhere. */
    private static Condition readOwnOrBuyers(String word) {
        return Condition.all(List.of(
                Condition.of("i.terms like ?", "%" + word + "%"),
                Condition.any(List.of(read(word), read(TermsOfInquiry.OF_BUYER + word)))));
    }

    private static Condition read(String word) {
        return Condition.of("' ' || i.terms like ?", TermsColumn.beginning(word));
    }

    private static List<Condition> names(SoughtWord word) {
        var ways = new ArrayList<Condition>();
        if (!word.suppliers().isEmpty()) {
            ways.add(Condition.of(
                    "i.supplier = any (?)", values(word.suppliers().stream().map(SupplierId::value))));
        }
        if (!word.buyers().isEmpty()) {
            ways.add(Condition.of(
                    "i.buyer = any (?)", values(word.buyers().stream().map(BuyerId::value))));
        }
        return ways;
    }

    private static String query(List<String> words, Function<String, String> form) {
        return words.stream().map(form).collect(Collectors.joining(" & "));
    }

    private static String ownOrBuyers(String word) {
        return "(" + beginning(word) + " | " + beginning(TermsOfInquiry.OF_BUYER + word) + ")";
    }

    private static String beginning(String word) {
        var bare = word.startsWith(TermsOfInquiry.OF_BUYER) ? word.substring(1) : word;
        return "'" + (CUT.matcher(bare).matches() ? word.substring(0, KNOWN) : word) + "':*";
    }

    private static SqlArrayValue values(Stream<String> values) {
        return new SqlArrayValue("varchar", values.toArray());
    }
}
