package io.hourglass.inquiry.search;

import static java.util.stream.Collectors.toSet;

import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.inquiry.reading.FindInquiries.Found;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.SearchTerms;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.market.Suppliers;
import io.hourglass.market.buyers.Buyers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds inquiries by what people type (ADR 55): each word must be the beginning of one of its subject, of its id, of its buyer's id
 * or name, or of the name, company or id of its supplier. What a party is not to see does not change what it finds.
 */
@Component
public class SearchInquiries {

    public static final int MAX_LENGTH = 200;
    public static final int MAX_WORDS = 40;

    /** Of names that have a word, and of mails. */
    public static final int MAX_NAMES = 1000;

    public static final int MAX_MAILS = 200;
    private static final int NEWEST_OF_BUYERS = 500;

    /** Of one supplier: the names of its buyers alone are asked for; of one with more, only where a word is in too many names. */
    private static final int FEW_INQUIRIES = 2000;

    private static final int MANY_INQUIRIES = 100_000;

    private final InquiryWords words;
    private final Suppliers suppliers;
    private final Buyers buyers;
    private final JudgedInquiries cases;

    SearchInquiries(InquiryWords words, Suppliers suppliers, Buyers buyers, JudgedInquiries cases) {
        this.words = words;
        this.suppliers = suppliers;
        this.buyers = buyers;
        this.cases = cases;
    }

    /**
     * What was typed, made out.
     *
     * @param commonNames words that more suppliers or buyers are called by than are looked for: inquiries are found by them only where another
     *     word is of the same one's name, or the word is the inquiry's own
     * @param commonMail whether more mails have it in their Message-ID than are looked for, so that none is found by it
     */
    public record Typed(Sought sought, List<String> commonNames, boolean commonMail) {}

    /** A buyer, and how many inquiries it has sent. */
    public record FoundBuyer(BuyerId buyer, int inquiries) {}

    /**
     * @param typed in the field; empty for anything
     * @param wanted what else must hold, such as whose they are
     * @throws InvalidInput if it is longer than 200 characters, has more than forty words, or some that cannot be kept
     */
    @Transactional(readOnly = true)
    public Typed read(String typed, Wanted wanted) {
        var words = check(typed.strip());
        if (typed.isBlank()) {
            return new Typed(Sought.ANYTHING, List.of(), false);
        }
        var common = new LinkedHashSet<String>();
        var suppliers = names(words, word -> this.suppliers.termsWith(word, wanted.supplier(), MAX_NAMES + 1), common);
        var among = few(wanted);
        var buyers = names(words, word -> buyersCalled(word, wanted, among), common);
        var named = typed.strip().contains(" ")
                ? List.<InquiryId>of()
                : this.words.named(typed.strip(), wanted, MAX_MAILS + 1);
        var sought = words.stream()
                .map(word -> new SoughtWord(
                        word,
                        List.copyOf(suppliers.getOrDefault(word, Set.of())),
                        List.copyOf(buyers.getOrDefault(word, Set.of()))))
                .toList();
        return new Typed(
                new Sought(sought, typed.strip(), named.size() > MAX_MAILS ? List.of() : named),
                List.copyOf(common),
                named.size() > MAX_MAILS);
    }

    private static Set<String> check(String typed) {
        StoredText.check("q", typed);
        if (typed.length() > MAX_LENGTH) {
            throw new InvalidInput("q", typed, "at most " + MAX_LENGTH + " characters");
        }
        var words = SearchTerms.typed(typed);
        if (words.size() > MAX_WORDS) {
            throw new InvalidInput("q", typed, "at most " + MAX_WORDS + " words");
        }
        return words;
    }

    /**
     * Who is called by each word.
     *
     * @param called for a word: those that are, with all of their terms, one more than are looked for
     * @param common is added to
     */
    private static <T> Map<String, Set<T>> names(
            Set<String> words, Function<String, Map<T, String>> called, Set<String> common) {
        var found = new HashMap<String, Set<T>>();
        var terms = new HashMap<T, String>();
        var ofMany = new LinkedHashSet<String>();
        for (var word : words) {
            var those = called.apply(word);
            if (those.size() > MAX_NAMES) {
                ofMany.add(word);
            } else {
                found.put(word, those.keySet());
                terms.putAll(those);
            }
        }
        if (!words.equals(ofMany)) {
            ofMany.forEach(word -> found.put(word, having(word, terms)));
        }
        common.addAll(ofMany);
        return found;
    }

    private static <T> Set<T> having(String word, Map<T, String> terms) {
        var having = new HashSet<T>();
        terms.forEach((one, all) -> {
            if (SearchTerms.begin(all, word)) {
                having.add(one);
            }
        });
        return having;
    }

    /** Of whom the inquiries are that are wanted; null for any, or if there are many. */
    private @Nullable Set<BuyerId> few(Wanted wanted) {
        if (wanted.buyer() != null) {
            return Set.of(wanted.buyer());
        }
        if (wanted.supplier() == null) {
            return null;
        }
        var some = words.buyersOf(wanted.supplier(), FEW_INQUIRIES + 1);
        return some.size() > FEW_INQUIRIES ? null : new HashSet<>(some);
    }

    /** Others' buyers have none of the inquiries that are wanted: they matter only where there are too many to ask for. */
    private Map<BuyerId, String> buyersCalled(String word, Wanted wanted, @Nullable Set<BuyerId> among) {
        var called = buyers.termsWith(List.of(word), among, MAX_NAMES + 1);
        if (called.size() <= MAX_NAMES || among != null || wanted.supplier() == null) {
            return called;
        }
        var own = new HashSet<>(words.buyersOf(wanted.supplier(), MANY_INQUIRIES));
        return buyers.termsWith(List.of(word), own, MAX_NAMES + 1);
    }

    /** The newest first, each judged as of now. */
    @Transactional(readOnly = true)
    public ListPage<Found> find(Sought sought, Wanted wanted, PageQuery page) {
        return find(sought, wanted, Narrowing.NONE, page);
    }

    /** {@link InquiryWords#booked} */
    @Transactional(readOnly = true)
    public Map<InquiryState, Integer> booked(LocalDate from, @Nullable SupplierId supplier) {
        return words.booked(from, supplier);
    }

    /** All that are found by what was typed. */
    @Transactional(readOnly = true)
    public Set<InquiryId> having(String typed, Wanted wanted) {
        return words.find(read(typed, wanted).sought(), wanted, Narrowing.NONE, 0, Integer.MAX_VALUE).stream()
                .map(Inquiry::id)
                .collect(toSet());
    }

    /** {@link #find(Sought, Wanted, PageQuery)} */
    @Transactional(readOnly = true)
    public ListPage<Found> find(Sought sought, Wanted wanted, Narrowing narrowing, PageQuery page) {
        return page.from((offset, limit) -> words.find(sought, wanted, narrowing, offset, limit))
                .map(some -> cases.of(some).stream()
                        .map(judged -> new Found(judged.inquiry(), judged.judgement()))
                        .toList());
    }

    /**
     * First those by whose name they are found, ordered by id; then those by whose id, whose newest inquiry is newest first,
     * among the 500 newest inquiries of any of them.
     */
    @Transactional(readOnly = true)
    public ListPage<FoundBuyer> buyers(String typed, PageQuery page) {
        var sought = check(typed.strip());
        var found = new LinkedHashSet<BuyerId>();
        if (!sought.isEmpty()) {
            found.addAll(new TreeSet<>(buyers.termsWith(sought, null, MAX_NAMES).keySet()));
        }
        found.addAll(words.buyers(sought, typed.strip(), NEWEST_OF_BUYERS));
        return page.from((offset, limit) ->
                        found.stream().skip(offset).limit(limit).toList())
                .map(this::counted);
    }

    private List<FoundBuyer> counted(Collection<BuyerId> buyers) {
        var sent = words.inquiriesOf(buyers);
        return new ArrayList<>(buyers)
                .stream()
                        .map(buyer -> new FoundBuyer(buyer, sent.getOrDefault(buyer, 0)))
                        .toList();
    }
}
